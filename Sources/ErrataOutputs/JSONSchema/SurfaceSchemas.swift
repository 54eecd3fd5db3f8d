import ErrataCatalog
import ErrataText
import ErrataYAML

/// The schemas of one surface.
///
/// They use only the vocabularies of draft 2020-12, since strict validators reject unknown keywords.
struct SurfaceSchemas: Sendable {
  private let surface: Surface
  private let catalog: Catalog

  init(_ surface: Surface, of catalog: Catalog) {
    self.surface = surface
    self.catalog = catalog
  }

  /// Documented codes only.
  var strict: JSONValue {
    let errors = catalog.resolvedErrors(of: surface)
    return document(
      "strict", title: "An error of \(surface.title): documented codes only",
      body { place in
        // A surface without codes accepts none, and `oneOf` must not be empty.
        errors.isEmpty ? [("not", .object([]))] : [("oneOf", .array(errors.map { documentedCode($0, in: place) }))]
      })
  }

  /// Any code, for clients that must tolerate new ones and retired ones.
  var tolerant: JSONValue {
    let errors = catalog.resolvedErrors(of: surface)
    return document(
      "tolerant", title: "An error of \(surface.title): any code",
      body { place in
        let anyCode: Keywords = [("title", .string("A code unknown to this version of the catalogue"))]
        return [
          (
            "anyOf",
            .array(
              errors.map { documentedCode($0, in: place) } + surface.retired.map { documentedCode($0, in: place) }
                + [.object(anyCode + place.keywordsForAnyCode)])
          )
        ]
      })
  }

  /// The whole response: path, status, headers and body. A documented code must have one of its documented statuses; any other
  /// code must not have a success status.
  var exchange: JSONValue {
    switch surface.response.carrier {
    case .json:
      exchange(
        "An error response of \(surface.title): status and body", [("body", .object(body(\.constraintsOnAnyCode)))],
        rules: statusRules)
    case .challenge: exchange("An error response of \(surface.title): status and headers", [], rules: [])
    case .query: queryExchange
    }
  }

  private func exchange(_ title: String, _ body: [(String, JSONValue)], rules: [JSONValue]) -> JSONValue {
    let required = ["status"] + (body.isEmpty ? ["headers"] : ["body"])
    let properties: [(String, JSONValue)] = [
      ("path", .object([("type", .string("string"))])),
      ("status", .object([("type", .string("integer")), ("minimum", .number(100)), ("maximum", .number(599))])),
      ("headers", .object([("type", .string("object"))])),
    ]
    return document(
      "exchange", title: title,
      [
        ("type", .string("object")), ("required", .array(required.map(JSONValue.string))),
        ("properties", .object(properties + body)),
      ] + (rules.isEmpty ? [] : [("allOf", .array(rules))]))
  }

  /// A schema cannot decode a query string, so this one only requires the redirect to have an error. The other two schemas
  /// describe the decoded parameters.
  private var queryExchange: JSONValue {
    // A surface without codes may have no field for them.
    let name = surface.response.field(.code)?.name ?? ResponseField.Role.code.rawValue
    let spellings = name.isExactly(formEncoded(name)) ? [name] : [name, formEncoded(name)]
    let pattern =
      spellings.count == 1 ? escapedForPattern(name) : "(?:\(spellings.map(escapedForPattern).joined(separator: "|")))"
    return document(
      "exchange", title: "A redirect that carries an error of \(surface.title)",
      [
        ("type", .string("object")),
        ("required", .array([.string("url")])),
        (
          "properties",
          .object([
            (
              "url",
              .object([
                ("description", .string("The URL of the redirect, with the error in its query or its fragment.")),
                ("type", .string("string")),
                (
                  "pattern",
                  .string("^[^?#]*\\?(?:[^#]*&)?\(pattern)=[^&#]|^[^#]*#(?:.*&)?\(pattern)=[^&]")
                ),
              ])
            )
          ])
        ),
      ])
  }

  private func document(_ kind: String, title: String, _ members: Keywords) -> JSONValue {
    .object(
      [
        ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
        ("$id", .string("urn:errata:\(catalog.name):\(surface.key):\(kind)")),
        ("$comment", .string(GeneratedMark.text(for: catalog))),
        ("title", .string(title)),
      ] + members)
  }

  private func body(_ codeKeywords: @escaping (FieldPlace) -> Keywords) -> Keywords {
    BodySchema(format: surface.response, statuses: DocumentedStatuses(surface), codeKeywords: codeKeywords).keywords
  }
}

// MARK: - Codes and statuses

extension SurfaceSchemas {
  private var statusRules: [JSONValue] {
    let statuses = DocumentedStatuses(surface)
    if bodies(withCodes: statuses.codes).isEmpty, !statuses.codes.isEmpty { return [] }
    let rules = statuses.groups.map { statuses, codes -> JSONValue in
      .object([
        ("title", .string("HTTP " + statusList(statuses))), ("if", whenBody(bodies(withCodes: codes))),
        ("then", .object([("properties", .object([("status", statusIsOneOf(statuses))]))])),
      ])
    }
    if statuses.haveSuccess { return rules }
    let isDocumented = whenBody(bodies(withCodes: statuses.codes))
    return rules + [
      .object([
        ("title", .string("A code without a documented status must not have a success status")),
        ("if", statuses.codes.isEmpty ? .bool(true) : .object([("not", isDocumented)])),
        ("then", .object([("properties", .object([("status", .object([("not", success)]))]))])),
      ])
    ]
  }

  /// Schemas of which one matches if one of `codes` is the code of the only error in a body. Empty if a header may have it.
  private func bodies(withCodes codes: [String]) -> [JSONValue] {
    let format = surface.response
    guard let field = format.field(.code), field.places.allSatisfy({ $0.pointer != nil }) else { return [] }
    return field.places.indices.map { index in
      let place = field.places[index]
      let match = objectSchema(requiring: place.keywords(forCodes: codes), at: place.path)
      let earlier = field.places[..<index].map { other in
        let value = format.hasValue(field, in: other)
        return if let list = format.list, format.isInItem(other) { list.schema(ofEachItem: value) } else { value }
      }
      let body = if let list = format.list, format.isInItem(place) { list.schema(ofOnlyItem: match) } else { match }
      return earlier.isEmpty ? body : .object([("allOf", .array([body] + earlier.map { .object([("not", $0)]) }))])
    }
  }

  private func whenBody(_ schemas: [JSONValue]) -> JSONValue {
    let body = schemas.count == 1 ? schemas[0] : .object([("anyOf", .array(schemas))])
    return .object([("properties", .object([("body", body)]))])
  }

  private func statusIsOneOf(_ statuses: [Int]) -> JSONValue {
    statuses.count == 1
      ? .object([("const", .number(statuses[0]))]) : .object([("enum", .array(statuses.map(JSONValue.number)))])
  }

  private var success: JSONValue {
    .object([
      ("minimum", .number(DocumentedStatuses.success.lowerBound)),
      ("maximum", .number(DocumentedStatuses.success.upperBound)),
    ])
  }
}
