@testable import ErrataOutputs

import ErrataCatalog
import ErrataText
import Foundation
import TestSupport
import Testing

/// The schemas in independent validators: python-jsonschema, jsonschema-rs, Blaze, and tools for OpenAPI.
@Suite(.enabled(if: RequiredTool.python.isExpected, "needs python with jsonschema: run Scripts/bootstrap"))
struct SchemaTests {
  private struct Case {
    let schema: String
    let instance: JSONValue
    let isValid: Bool
    let reason: String
  }

  @Test(arguments: [TestCatalogue.bankID, .nasty, .minimal])
  func acceptOnlyDocumentedResponses(_ catalogue: TestCatalogue) async throws {
    try await expectVerdicts(of: try catalogue.read())
  }

  @Test(arguments: ExampleCatalogue.all)
  func acceptOnlyDocumentedResponsesOfEachStyle(_ catalogue: ExampleCatalogue) async throws {
    try await expectVerdicts(of: try catalogue.read())
  }

  private func expectVerdicts(of catalog: Catalog) async throws {
    let expected = catalog.surfaces.flatMap { self.cases(of: $0, in: catalog) }
    let schemas = JSONSchemaOutput().files(for: catalog).map { "\"\($0.path)\": \($0.contents)" }.joined(separator: ",")
    let instances = expected.map { JSONValue.array([.string($0.schema), $0.instance]).line }.joined(separator: ",")
    let result = try await runTool(
      RequiredTool.python.path,
      [Repository.root.appending(path: "Tests/Tools/validate_instances.py").path(percentEncoded: false)],
      input: "{\"schemas\": {\(schemas)}, \"instances\": [\(instances)]}")
    #expect(result.status == 0, "\(result.error)")
    let verdicts = try JSONDecoder().decode([Bool].self, from: Data(result.output.utf8))
    #expect(verdicts.count == expected.count)
    for (verdict, expected) in zip(verdicts, expected) {
      #expect(verdict == expected.isValid, "\(expected.reason): \(expected.schema), \(expected.instance.line)")
    }
  }

  @Test(arguments: [TestCatalogue.bankID, .nasty, .minimal])
  func agreeWithBlazeAndOpenAPI(_ catalogue: TestCatalogue) async throws {
    try await expectAgreement(about: try catalogue.read())
  }

  @Test(arguments: ExampleCatalogue.all)
  func agreeWithBlazeAndOpenAPIAboutEachStyle(_ catalogue: ExampleCatalogue) async throws {
    try await expectAgreement(about: try catalogue.read())
  }

  private func expectAgreement(about catalog: Catalog) async throws {
    let cases = catalog.surfaces.flatMap { self.cases(of: $0, in: catalog) }
    try await withTemporaryFolder { folder in
      for file in JSONSchemaOutput().files(for: catalog) {
        try Data(file.contents.utf8).write(to: folder.appending(path: file.path))
      }
      let list = cases.map { JSONValue.array([.string($0.schema), $0.instance, .bool($0.isValid)]).line }
      try Data("[\(list.joined(separator: ","))]".utf8).write(to: folder.appending(path: "cases"))
      func python(_ arguments: String...) async throws -> ProcessResult {
        try await runTool(RequiredTool.python.path, arguments, in: folder)
      }
      let script = Repository.root.appending(path: "Tests/Tools/openapi.py").path(percentEncoded: false)
      let document = try await python(script, ".", "cases")
      #expect(document.status == 0, "\(document.error)")
      #expect(document.output == "\(catalog.surfaces.count * 3)\n")

      for (schema, ofSchema) in Dictionary(grouping: cases, by: \.schema) {
        for isValid in [true, false] {
          let instances = ofSchema.filter { $0.isValid == isValid }.map(\.instance.line)
          if instances.isEmpty { continue }
          try Data((instances.joined(separator: "\n") + "\n").utf8).write(to: folder.appending(path: "cases.jsonl"))
          let blaze = try await python(
            "-m", "sourcemeta_jsonschema", "validate", schema, "cases.jsonl", "--continue",
            isValid ? "--valid" : "--invalid")
          #expect(blaze.status == 0, "\(schema): \(blaze.output)\(blaze.error)")
        }
      }
    }
  }

  private func cases(of surface: Surface, in catalog: Catalog) -> [Case] {
    let strict = "\(surface.fileName).strict.schema.json"
    let tolerant = "\(surface.fileName).tolerant.schema.json"
    let exchange = "\(surface.fileName).exchange.schema.json"
    let format = surface.response
    var cases: [Case] = []
    func add(_ schema: String, _ instance: JSONValue, _ isValid: Bool, _ reason: String) {
      cases.append(Case(schema: schema, instance: instance, isValid: isValid, reason: reason))
    }

    let errors = catalog.resolvedErrors(of: surface)
    for error in errors {
      let example = ExampleResponse(of: error)
      // The test catalogues have no descriptions or examples that violate their field's pattern or length.
      add(strict, example.object, true, "every documented response")
      add(tolerant, example.object, true, "every documented response")
      switch format.carrier {
      case .json: cases += exchanges(of: error, example.body, exchange)
      case .challenge:
        let headers = JSONValue.object([("WWW-Authenticate", .string(example.challenge()))])
        add(exchange, .object([("status", .number(401)), ("headers", headers)]), true, "a challenge")
        add(exchange, .object([("status", .number(401))]), false, "no headers")
      case .query:
        let client = "https://client.example/back"
        for url in ["?", "#"].map({ client + $0 + example.query }) {
          add(exchange, .object([("url", .string(url))]), true, "a redirect with an error")
        }
        add(exchange, .object([("url", .string(client + "?code=abc"))]), false, "a redirect without an error")
      }
    }

    guard let error = errors.first, let code = format.field(.code) else { return cases }
    let object = ExampleResponse(of: error).object
    if code.place.header == nil, code.pattern == nil {
      let unknown = object.replacing(
        format.path(to: code), with: code.place.type == .integer ? .number(987_654) : .string("never_heard_of_it"))
      add(strict, unknown, false, "an unknown code")
      add(tolerant, unknown, true, "an unknown code")
      if format.carrier == .json {
        func response(_ status: JSONValue) -> JSONValue { .object([("status", status), ("body", unknown)]) }
        add(exchange, response(.number(500)), true, "an unknown code with an error status")
        let mayBeSuccess = !format.conditions.isEmpty || surface.errors.contains { $0.statuses.contains(200) }
        add(exchange, response(.number(200)), mayBeSuccess, "an unknown code with a success status")
        add(exchange, response(.string("400")), false, "a status that is text")
        add(exchange, .object([("body", unknown)]), false, "no status")
        add(exchange, .object([("status", .number(500))]), false, "no body")
      }
    }
    for schema in [strict, tolerant] {
      add(schema, object.replacing(["extra"], with: .number(1)), true, "an additional field")
      for field in format.fields + format.details where field.places.count == 1 && field.place.header == nil {
        let path = format.path(to: field)
        func addField(_ value: JSONValue?, _ isValid: Bool, _ reason: String) {
          add(schema, object.replacing(path, with: value), isValid, "\(field.key) \(reason)")
        }
        addField(nil, !field.isRequired, "missing")
        if field.place.type == .json { continue }
        addField(.null, format.carrier == .json && !field.isRequired, "null")
        addField(.array([.string("x")]), false, "a list")
        if field.place.type == .text || format.carrier != .json { addField(.number(7), false, "a number") }
      }
      if code.place.header == nil, code.places.count == 1, code.place.type == .text {
        add(schema, object.replacing(format.path(to: code), with: .string("")), !code.isRequired, "an empty code")
      }
      for instance: JSONValue in [.null, .string("error"), .number(1), .bool(false)] {
        add(schema, instance, false, "not an error object")
      }
      let mayBeEmpty = format.allFields.allSatisfy { !$0.isRequired || $0.places.contains { $0.header != nil } }
      add(schema, .object([]), mayBeEmpty, "an empty object")
    }
    return cases
  }

  /// Exchanges with `body`, whose status is documented for `error` or not.
  private func exchanges(of error: ResolvedError, _ body: JSONValue, _ schema: String) -> [Case] {
    func exchange(_ status: Int, _ isValid: Bool, _ reason: String) -> Case {
      let instance = JSONValue.object([("status", .number(status)), ("body", body)])
      return Case(schema: schema, instance: instance, isValid: isValid, reason: reason)
    }
    let statuses = error.entry.statuses
    if statuses.isEmpty {
      return [
        exchange(418, true, "a code without a documented status"),
        exchange(200, false, "a code without a documented status, with a success status"),
      ]
    }
    let documented = statuses.map { exchange($0, true, "a documented status") }
    // The schema cannot read a code in a header.
    let isInBody = error.surface.response.field(.code)?.places.allSatisfy { $0.header == nil } ?? false
    let wrong = [418, 200].first { !statuses.contains($0) && isInBody }
    return documented + (wrong.map { [exchange($0, false, "a status that is not documented")] } ?? [])
  }

  /// A metacharacter followed by a combining mark is one character, but must still be escaped.
  @Test(arguments: [#"c\"#, "c\\\u{301}d", "(\u{301}", "*\u{323}+", "c|d/\u{301}"])
  func matchTheNameOfTheCodeInARedirect(_ name: String) async throws {
    let catalog = try catalogue(
      """
      errata: 1
      name: Shop
      title: Shop
      version: 1.0.0
      surfaces:
        api:
          title: API
          endpoints: [/]
          response: {carrier: query, fields: {code: '\(name)'}}
          errors: {a: {description: x}}
      """)
    let schema = try #require(JSONSchemaOutput().files(for: catalog).first { $0.path.contains("exchange") })
    let script = """
      import json, re, sys
      pattern = json.load(sys.stdin)["properties"]["url"]["pattern"]
      print([bool(re.search(pattern, "https://x/?" + name + "=a")) for name in sys.argv[1:]])
      """
    let result = try await runTool(
      RequiredTool.python.path, ["-c", script, name, formEncoded(name), "cd"], input: schema.contents)
    #expect(result.output == "[True, True, False]\n", "\(result.error)")
  }

  @Test func haveUniqueIdentifiers() throws {
    let files = try TestCatalogue.allCases.flatMap { JSONSchemaOutput().files(for: try $0.read()) }
    let identifiers = try files.map { file in
      let object = try #require(try JSONSerialization.jsonObject(with: Data(file.contents.utf8)) as? [String: Any])
      return try #require(object["$id"] as? String)
    }
    #expect(Set(identifiers).count == files.count)
  }
}

extension ExampleResponse {
  /// What the strict and the tolerant schema describe: the body, or the decoded parameters.
  fileprivate var object: JSONValue {
    carrier == .json ? body : .object(parameters.map { ($0.name, .string($0.value)) })
  }
}

extension ResponseFormat {
  /// The path to a field from the root of an example.
  fileprivate func path(to field: ResponseField) -> [String] {
    guard let list, isInItem(field.place) else { return field.place.path }
    return list.pointer.tokens + ["0"] + field.place.path
  }
}

extension JSONValue {
  /// The value with `replacement` at `path`, or without what is there.
  fileprivate func replacing(_ path: some Collection<String>, with replacement: JSONValue?) -> JSONValue {
    guard let name = path.first else { return self }
    let rest = path.dropFirst()
    func value(_ old: JSONValue) -> JSONValue? { rest.isEmpty ? replacement : old.replacing(rest, with: replacement) }
    switch self {
    case .array(let items): return .array([value(items[0])].compactMap(\.self) + items.dropFirst())
    case .object(let members):
      let isNew = !members.contains { $0.0 == name }
      return .object(
        members.compactMap { member in
          member.0 == name ? value(member.1).map { (name, $0) } : member
        } + (isNew ? value(.object([])).map { [(name, $0)] } ?? [] : []))
    default: return self
    }
  }
}
