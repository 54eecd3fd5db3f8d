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
    document(
      "strict", title: "An error of \(surface.title): documented codes only",
      // A surface without codes accepts none, and `oneOf` must not be empty.
      body(codes: surface.errors.isEmpty ? [("not", .object([]))] : [("oneOf", .array(documentedCodes))]))
  }

  /// Any code, for clients that must tolerate new ones.
  var tolerant: JSONValue {
    document("tolerant", title: "An error of \(surface.title): any code", tolerantBody)
  }

  /// The whole response: path, status, headers and body. A documented code must have one of its documented statuses; any other
  /// code must not have a success status.
  var exchange: JSONValue {
    switch surface.response.carrier {
    case .json, .challenge: jsonExchange
    case .query: queryExchange
    }
  }

  private var tolerantBody: [(String, JSONValue)] {
    let anyCode: JSONValue = .object([
      ("title", .string("A code unknown to this version of the catalogue")), ("type", .string("string")),
      ("minLength", .number(1)),
    ])
    return body(codes: [("anyOf", .array(documentedCodes + [anyCode]))])
  }

  private var jsonExchange: JSONValue {
    let rules = codesByStatus.map { statuses, codes -> JSONValue in
      .object([
        ("title", .string("HTTP " + statuses.map(String.init).joined(separator: ", "))),
        ("if", whenCode(isOneOf: codes)),
        ("then", .object([("properties", .object([("status", statusIsOneOf(statuses))]))])),
      ])
    }
    let documented = surface.errors.filter { !$0.statuses.isEmpty }.map(\.code)
    let unknown: JSONValue = .object([
      ("title", .string("A code without a documented status must not have a success status")),
      ("if", documented.isEmpty ? .bool(true) : .object([("not", whenCode(isOneOf: documented))])),
      ("then", .object([("properties", .object([("status", .object([("not", success)]))]))])),
    ])
    return document(
      "exchange", title: "An error response of \(surface.title): status and body",
      [
        ("type", .string("object")),
        ("required", .array([.string("status"), .string("body")])),
        (
          "properties",
          .object([
            ("path", .object([("type", .string("string"))])),
            (
              "status",
              .object([("type", .string("integer")), ("minimum", .number(100)), ("maximum", .number(599))])
            ),
            ("headers", .object([("type", .string("object"))])),
            ("body", .object(body(codes: [("minLength", .number(1))]))),
          ])
        ),
        ("allOf", .array(rules + [unknown])),
      ])
  }

  /// A schema cannot decode a query string, so this one only requires the redirect to have an error. The other two schemas
  /// describe the decoded parameters.
  private var queryExchange: JSONValue {
    let name = codeField
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
}

// MARK: - Parts

extension SurfaceSchemas {
  private var documentedCodes: [JSONValue] {
    catalog.resolvedErrors(of: surface).map(documentedCode)
  }

  /// The name of the code on the wire; a surface without codes may have none.
  private var codeField: String {
    surface.response.field(.code)?.name ?? ResponseField.Role.code.rawValue
  }

  private func document(_ kind: String, title: String, _ members: [(String, JSONValue)]) -> JSONValue {
    .object(
      [
        ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
        ("$id", .string("urn:errata:\(catalog.name):\(surface.key):\(kind)")),
        ("$comment", .string(GeneratedMark.text(for: catalog))),
        ("title", .string(title)),
      ] + members)
  }

  /// An object with the surface's fields. Additional members are allowed.
  /// - Parameter codes: additional members for the schema of the code.
  private func body(codes: [(String, JSONValue)]) -> [(String, JSONValue)] {
    let properties = surface.response.fields.map { field -> (String, JSONValue) in
      var members: [(String, JSONValue)] = [("description", .string(field.meaning)), ("type", .string("string"))]
      if let pattern = field.pattern { members.append(("pattern", .string(pattern))) }
      if let maxLength = field.maxLength { members.append(("maxLength", .number(maxLength))) }
      if let example = field.example { members.append(("examples", .array([.string(example)]))) }
      if field.role == .code { members += codes }
      return (field.name, .object(members))
    }
    let required = surface.response.fields.filter(\.isRequired).map { JSONValue.string($0.name) }
    return [
      ("type", .string("object")), ("required", .array(required)), ("properties", .object(properties)),
    ]
  }

  /// The codes under each list of statuses, both in the order of the catalogue; without the codes that have no status.
  private var codesByStatus: [(statuses: [Int], codes: [String])] {
    var indexes: [[Int]: Int] = [:]
    var groups: [(statuses: [Int], codes: [String])] = []
    for error in surface.errors where !error.statuses.isEmpty {
      if let index = indexes[error.statuses] {
        groups[index].codes.append(error.code)
      } else {
        indexes[error.statuses] = groups.count
        groups.append((error.statuses, [error.code]))
      }
    }
    return groups
  }

  private func whenCode(isOneOf codes: [String]) -> JSONValue {
    return .object([
      (
        "properties",
        .object([
          (
            "body",
            .object([
              ("properties", .object([(codeField, .object([("enum", .array(codes.map(JSONValue.string)))]))])),
              ("required", .array([.string(codeField)])),
            ])
          )
        ])
      )
    ])
  }

  private func statusIsOneOf(_ statuses: [Int]) -> JSONValue {
    statuses.count == 1
      ? .object([("const", .number(statuses[0]))]) : .object([("enum", .array(statuses.map(JSONValue.number)))])
  }

  private var success: JSONValue {
    .object([("minimum", .number(200)), ("maximum", .number(299))])
  }

  /// `name` as an ECMA-262 regular expression that matches only it.
  private func escapedForPattern(_ name: String) -> String {
    let syntax = "\\^$.*+?()[]{}|/".unicodeScalars
    var escaped = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      if syntax.contains(scalar) { escaped.append("\\") }
      escaped.append(scalar)
    }
    return String(escaped)
  }
}
