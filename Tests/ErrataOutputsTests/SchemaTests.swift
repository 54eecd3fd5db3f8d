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
    let catalog = try catalogue.read()
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
    let catalog = try catalogue.read()
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
    let codeField = surface.response.field(.code)?.name ?? ""
    var cases: [Case] = []
    func add(_ schema: String, _ instance: JSONValue, _ isValid: Bool, _ reason: String) {
      cases.append(Case(schema: schema, instance: instance, isValid: isValid, reason: reason))
    }

    let errors = catalog.resolvedErrors(of: surface)
    for error in errors {
      let body = ExampleResponse(of: error).json
      // The test catalogues have no descriptions or examples that violate their field's pattern or length.
      add(strict, body, true, "every documented body")
      add(tolerant, body, true, "every documented body")
      if surface.response.carrier == .query {
        let query = ExampleResponse(of: error).query
        add(
          exchange, .object([("url", .string("https://client.example/back?\(query)"))]), true,
          "a redirect with an error")
        add(
          exchange, .object([("url", .string("https://client.example/back#\(query)"))]), true,
          "an error in the fragment")
        add(
          exchange, .object([("url", .string("https://client.example/back?code=abc"))]), false,
          "a redirect without an error")
        continue
      }
      for status in error.entry.statuses {
        add(exchange, .object([("status", .number(status)), ("body", body)]), true, "a documented status")
      }
      if error.entry.statuses.isEmpty {
        add(exchange, .object([("status", .number(418)), ("body", body)]), true, "a code without a documented status")
        add(
          exchange, .object([("status", .number(200)), ("body", body)]), false,
          "a code without a documented status, with a success status")
      }
      if let wrong = [418, 200].first(where: { !error.entry.statuses.contains($0) }), !error.entry.statuses.isEmpty {
        add(exchange, .object([("status", .number(wrong)), ("body", body)]), false, "a status that is not documented")
      }
    }

    guard let error = errors.first else { return cases }
    let members = ExampleResponse(of: error).fields
    func body(_ change: (String, String) -> JSONValue?) -> JSONValue {
      .object(members.compactMap { name, value in change(name, value).map { (name, $0) } })
    }
    let unknown = body { $0 == codeField ? .string("never_heard_of_it") : .string($1) }
    add(strict, unknown, false, "an unknown code")
    add(tolerant, unknown, true, "an unknown code")
    if surface.response.carrier == .json {
      add(
        exchange, .object([("status", .number(500)), ("body", unknown)]), true, "an unknown code with an error status"
      )
      add(
        exchange, .object([("status", .number(200)), ("body", unknown)]), false, "an unknown code with a success status"
      )
      add(exchange, .object([("status", .string("400")), ("body", unknown)]), false, "a status that is text")
      add(exchange, .object([("body", unknown)]), false, "no status")
      add(exchange, .object([("status", .number(500))]), false, "no body")
    }
    for schema in [strict, tolerant] {
      add(
        schema, .object(members.map { ($0.name, .string($0.value)) } + [("extra", .number(1))]), true,
        "an additional field")
      for field in surface.response.fields {
        let name = field.name
        add(schema, body { $0 == name ? nil : .string($1) }, !field.isRequired, "\(name) missing")
        if members.contains(where: { $0.name == name }) {
          add(schema, body { $0 == name ? .null : .string($1) }, false, "\(name) null")
          add(schema, body { $0 == name ? .number(7) : .string($1) }, false, "\(name) a number")
          add(schema, body { $0 == name ? .array([.string($1)]) : .string($1) }, false, "\(name) a list")
        }
      }
      add(schema, body { $0 == codeField ? .string("") : .string($1) }, false, "an empty code")
      for instance: JSONValue in [.null, .array([]), .string("error"), .number(1), .bool(false), .object([])] {
        add(schema, instance, false, "not an error object")
      }
    }
    return cases
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
