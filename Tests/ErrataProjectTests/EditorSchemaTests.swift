import ErrataCatalog
import ErrataDiagnostics
import ErrataProject
import Foundation
import TestSupport
import Testing

/// The schemas for editors, in `catalog`: they accept every file without errors, and refuse what a schema can refuse.
struct EditorSchemaTests {
  /// Written with `ERRATA_RECORD=1 swift test --filter EditorSchemaTests`.
  @Test(arguments: EditorSchema.allCases)
  func areCommitted(_ schema: EditorSchema) throws {
    try expectGolden(schema.text, "../../catalog/\(schema.fileName)")
  }
}

/// The schemas in independent validators: python-jsonschema and jsonschema-rs.
@Suite(.enabled(if: RequiredTool.python.isExpected, "needs python with jsonschema: run Scripts/bootstrap"))
struct EditorSchemaValidationTests {
  /// The rules that no schema can state. A new rule is either refused by the schema or belongs here.
  private static let beyondSchemas: [String: String] = [
    "duplicate-key": "parsers see only one of them",
    "identifier-collision": "it is about two keys",
    "ambiguous-surface": "it is about two surfaces",
    "unknown-category": "it is about a key elsewhere",
    "unknown-endpoint": "it is about a value elsewhere",
    "unknown-replacement": "it is about a key elsewhere",
    "replacement-not-live": "it is about a key elsewhere",
    "retired-code-in-use": "it is about a key elsewhere",
    "future-version": "it is about a value elsewhere",
    "invalid-example": "it is about a value elsewhere",
    "status-on-query": "it is about a value elsewhere",
    "invalid-pattern": "its language is not regular",
    "too-large": "it is about the whole",
  ]
  /// Whether the schema accepts a fixture, where the rule alone doesn't decide it.
  private static let exceptions = [
    // Whether codes are integers is said elsewhere.
    "invalid-code-integer": true,
    // Editors count characters in another way.
    "invalid-name-words": true,
    // The link is within prose.
    "invalid-url-link": true,
    // One of its patterns is empty.
    "invalid-pattern-dialect": false,
  ]

  /// Whether a rule is broken before there are values to validate.
  private static func isAboutYAML(_ rule: String) -> Bool { rule.hasPrefix("yaml-") || rule == "too-deep" }

  /// For each file, whether it is valid, in three readings of its scalars: as text, and as YAML 1.2 and 1.1 resolve them.
  private func verdicts(_ schema: EditorSchema, _ paths: [String]) async throws -> [String: [Bool]?] {
    let script = Repository.root.appending(path: "Tests/Tools/validate_yaml.py").path(percentEncoded: false)
    let committed = "catalog/\(schema.fileName)"
    let result = try await runTool(
      RequiredTool.python.path, [script, committed], input: paths.joined(separator: "\n"), in: Repository.root)
    #expect(result.status == 0, "\(result.error)")
    return try JSONDecoder().decode([String: [Bool]?].self, from: Data(result.output.utf8))
  }

  /// Writes each text to a file and expects that its readings are all valid, or none of them is.
  private func expect(_ schema: EditorSchema, _ texts: [(text: String, isValid: Bool)]) async throws {
    try await withTemporaryFolder { folder in
      let paths = texts.indices.map { folder.appending(path: "\($0).yaml").path(percentEncoded: false) }
      for (path, text) in zip(paths, texts) { try Data(text.text.utf8).write(to: URL(filePath: path)) }
      let verdicts = try await verdicts(schema, paths)
      for (path, text) in zip(paths, texts) {
        #expect(verdicts[path] == [Bool](repeating: text.isValid, count: 3), "\(text.text)")
      }
    }
  }

  private static func files(_ folder: String) throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: Repository.root.appending(path: folder).path(percentEncoded: false))
    return names.filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
  }

  @Test func everyGoodCatalogueIsValid() async throws {
    let folders = ["catalog", "Examples/catalogues", "Tests/Fixtures/catalogues", "Tests/Fixtures/reading"]
    let paths = try folders.flatMap(Self.files) + ["Tests/Fixtures/logs/orders.yaml"]
    #expect(paths.count > 30)
    for schema in [EditorSchema.catalogue, .cataloguePart] {
      for (path, verdicts) in try await verdicts(schema, paths) { #expect(verdicts == [true, true, true], "\(path)") }
    }
  }

  @Test func refusesEveryBadFixtureThatASchemaCanRefuse() async throws {
    let paths = try Self.files("Tests/Fixtures/rules")
    let verdicts = try await verdicts(.catalogue, paths)
    for path in paths {
      let (_, diagnostics) = readCatalog([SourceFile(path: path, bytes: Array(try Repository.text(path).utf8))])
      let rules = Set(diagnostics.filter { $0.severity == .error }.map(\.rule.name))
      if rules.contains(where: Self.isAboutYAML) { continue }
      let name = String(path.split(separator: "/").last?.dropLast(5) ?? "")
      let isValid = Self.exceptions[name] ?? rules.isSubset(of: Self.beyondSchemas.keys)
      #expect(verdicts[path] == [Bool](repeating: isValid, count: 3), "\(path): \(rules)")
    }
  }

  /// The examples of the rules, each of which has one mistake.
  @Test func refusesTheExamplesOfRulesThatASchemaCanRefuse() async throws {
    let shop = try Repository.text("Tests/Fixtures/catalogues/shop.yaml")
    var texts: [(String, Bool)] = []
    for rule in Rule.catalogRules where !Self.isAboutYAML(rule.name) {
      guard let file = rule.example.file, let line = file.replacedLine, file.name == "shop.yaml" else { continue }
      let isValid = rule.severity == .warning || Self.beyondSchemas[rule.name] != nil
      texts.append((try replacingLine(beginningWith: line, in: shop, with: file.text), isValid))
    }
    #expect(texts.count > 15)
    try await expect(.catalogue, texts)
  }

  /// An editor takes these scalars for Booleans, numbers and null, but Errata reads text.
  @Test func acceptsTextThatLooksLikeSomethingElse() async throws {
    let text = """
      errata: "1"
      name: Yes
      title: 17
      version: 1.0.0
      description: null
      support: 2026-11-28
      surfaces:
        on:
          title:
          endpoints: /1
          response:
            carrier: json
            when: {ok: no, kind: 7}
            fields: {code: true, description: {name: 0x1F, required: false, max_length: "7", example: 1e3}}
            details: {y: [~, {name: off}]}
          errors: {null: {status: "400", description: no, name: 42}, 0123: {description: .5}, no: {description: 1_000}}
      """
    let (_, diagnostics) = readCatalog([SourceFile(path: "odd.yaml", bytes: Array(text.utf8))])
    #expect(!diagnostics.hasErrors, "\(diagnostics.map(\.message))")
    try await expect(.catalogue, [(text, true)])
  }

  /// An editor with other characters than ASCII counts them as we do.
  @Test(arguments: ["a", "京", "😀"])
  func acceptsCodesUpToTheLimit(_ character: String) async throws {
    let texts = try [128, 129].map { count in
      try replacingLine(
        beginningWith: "not_found:", in: Repository.text("Tests/Fixtures/catalogues/shop.yaml"),
        with: "\(String(repeating: character, count: count)): {status: 404, description: A long code}")
    }
    try await expect(.catalogue, [(texts[0], true), (texts[1], false)])
  }

  /// Other files of the folder may have what is required.
  @Test func acceptsThePartsOfACatalogue() async throws {
    let parts = [
      "errata: 1\nname: Shop\n", "categories: {stock: {title: Stock}}\n",
      "surfaces: {orders: {errors: {gone: {description: Gone}}}}\n",
    ]
    try await expect(.cataloguePart, parts.map { ($0, true) })
    try await expect(.catalogue, parts.map { ($0, false) })
    let mistakes = [
      "surfaces: {orders: {error: {}}}\n", "categories: {stock: {}}\n", "surfaces: {orders: {errors: {gone: {}}}}\n",
    ]
    try await expect(.cataloguePart, mistakes.map { ($0, false) })
  }

  @Test func acceptsGoodConfigurationsOnly() async throws {
    let good = [
      try Repository.text("errata.yaml"), try Repository.block(of: "README.md", "yaml", beginningWith: "catalog:"),
      "catalog: a\noutputs: []\n",
      """
      catalog: a
      outputs:
        - {swift: b, access: internal, files: one}
        - {markdown: c, front_matter: true}
        - {html: d}
        - {json-schema: e}
        - {template: go, to: f}
      validate:
        rules: {extra-field: off, not-json: {severity: warning, status: [502, 503]}, wrong-type: {severity: off, status: 500}}
        fields: {status: response.status, path: request.uri}
      diff:
        accept:
          - {change: csc/invalid_sad/removed, reason: Nobody got it, expires: 2027-01-31}
          - {change: csc/invalid_sad/status, reason: 17}
      """,
      "catalog: a\noutputs: []\ndiff: {accept: []}\n",
    ]
    let bad = [
      "outputs: []\n", "catalog: a\n", "catalog: [a]\noutputs: []\n", "catalog: ''\noutputs: []\n",
      "catalog: a\noutputs: []\ncatalogue: b\n", "catalog: a\noutputs: [{}]\n", "catalog: a\noutputs: [swift]\n",
      "catalog: a\noutputs: [{swift: b, acces: public}]\n", "catalog: a\noutputs: [{swift: b, access: private}]\n",
      "catalog: a\noutputs: [{swift: b, front_matter: true}]\n", "catalog: a\noutputs: [{swift: b, html: c}]\n",
      "catalog: a\noutputs: [{markdown: b, front_matter: maybe}]\n", "catalog: a\noutputs: [{template: go}]\n",
      "catalog: a\noutputs: []\nvalidate: {rules: {extra-fields: off}}\n",
      "catalog: a\noutputs: []\nvalidate: {rules: {extra-field: fatal}}\n",
      "catalog: a\noutputs: []\nvalidate: {rules: {extra-field: {status: 404}}}\n",
      "catalog: a\noutputs: []\nvalidate: {rules: {extra-field: {severity: off, status: 99}}}\n",
      "catalog: a\noutputs: []\nvalidate: {fields: {state: a}}\n",
      "catalog: a\noutputs: []\ndiff: {accept: [csc/invalid_sad/removed]}\n",
      "catalog: a\noutputs: []\ndiff: {accept: [{change: csc/invalid_sad/removed}]}\n",
      "catalog: a\noutputs: []\ndiff: {accept: [{change: a, reason: b, expires: tomorrow}]}\n",
    ]
    for (text, isValid) in good.map({ ($0, true) }) + bad.map({ ($0, false) }) {
      let (_, diagnostics) = readConfiguration(SourceFile(path: "errata.yaml", bytes: Array(text.utf8)))
      #expect(diagnostics.hasErrors != isValid, "\(text)")
    }
    try await expect(.configuration, good.map { ($0, true) } + bad.map { ($0, false) })
  }
}
