import ErrataDiagnostics
import ErrataOutputs
import ErrataProject
import TestSupport
import Testing

struct ConfigurationTests {
  private func read(_ text: String) -> (configuration: Configuration?, diagnostics: [Diagnostic]) {
    readConfiguration(SourceFile(path: "errata.yaml", bytes: Array(text.utf8)))
  }

  @Test func readsEveryOutput() throws {
    let (configuration, diagnostics) = read(
      """
      catalog: catalog
      outputs:
        - swift: a
          access: internal
          files: one
        - markdown: b
          front_matter: true
        - json-schema: c
        - html: d
        - template: e/f.mustache
          to: g
        - swift: h
      """)
    #expect(diagnostics.isEmpty)
    let outputs = try #require(configuration?.outputs)
    #expect(configuration?.catalog == "catalog")
    #expect(outputs.map(\.folder) == ["a", "b", "c", "d", "h"])
    let swift = outputs.compactMap { $0.output as? SwiftOutput }
    #expect(swift.map(\.access) == [.internal, .public] && swift.map(\.layout) == [.one, .perSurface])
    #expect((outputs[1].output as? MarkdownOutput)?.hasFrontMatter == true && outputs[2].output is JSONSchemaOutput)
    #expect(outputs[3].output is HTMLOutput)
    #expect(
      configuration?.templates.map(\.template) == ["e/f.mustache"] && configuration?.templates.first?.folder == "g")
  }

  @Test func everyKeyIsDecoded() {
    for table in configurationFormat {
      for key in table.keys {
        // An option needs the key of its output before it.
        let first = table.keys[0].name
        let entry = "\(key.name): \(key.type.wrongValue)"
        let entries = key.name == first ? entry : "\(first): x, \(entry)"
        let isAtTop = table.subject == "a configuration"
        let (_, diagnostics) = read(isAtTop ? "{\(entries)}" : "{catalog: a, outputs: [{\(entries)}]}")
        #expect(diagnostics.contains { $0.rule == .wrongType }, "`\(key.name)` of \(table.subject)")
        #expect(!diagnostics.contains { $0.rule == .unknownKey }, "`\(key.name)` of \(table.subject)")
      }
    }
  }

  @Test func everyKeyOfValidateAndDiffIsDecoded() {
    let places = [
      ("validate: {", "}"), ("validate: {rules: {extra-field: {", "}}}"), ("diff: {", "}"),
      ("diff: {accept: [{", "}]}"),
    ]
    for (table, (start, end)) in zip(validationFormat + diffFormat, places) {
      for key in table.keys {
        let (_, diagnostics) = read("{catalog: a, outputs: [], \(start)\(key.name): \(key.type.wrongValue)\(end)}")
        #expect(diagnostics.contains { $0.rule == .wrongType }, "`\(key.name)` of \(table.subject)")
        #expect(!diagnostics.contains { $0.rule == .unknownKey }, "`\(key.name)` of \(table.subject)")
      }
    }
  }

  @Test func rulesAndFieldsOfValidate() throws {
    let (configuration, diagnostics) = read(
      """
      catalog: a
      outputs: []
      validate:
        rules: {extra-field: off, not-json: {severity: warning, status: [502, 503]}}
        fields: {status: response.status, path: request.uri}
      """)
    #expect(diagnostics.isEmpty)
    let validation = try #require(configuration?.validation)
    #expect(validation.fields == [.status: "response.status", .path: "request.uri"])
    let rules = validation.rules
    #expect(rules.severity(of: .extraField, status: 400, strict: false) == nil)
    #expect(rules.severity(of: .notJSON, status: 502, strict: false) == .warning)
    #expect(rules.severity(of: .notJSON, status: 500, strict: false) == .error)
    #expect(rules.severity(of: .notJSON, status: nil, strict: false) == .error)
  }

  @Test(arguments: [
    ("rules: {extra-fields: off}", "unknown rule `extra-fields`", "did you mean `extra-field`?"),
    ("rules: {extra-field: of}", "`of` is not a valid severity", "did you mean `off`?"),
    ("rules: {extra-field: {severity: off, status: [20]}}", "`20` is not a valid HTTP status", "use a number"),
    ("fields: {state: x}", "unknown key `state` in the fields of exchanges", "did you mean `status`?"),
    ("fields: {status: a.b, path: a}", "`a.b` is read more than once", "name the member"),
    ("fields: {status: a..b}", "`a..b` is not a path of names", "name the member"),
    ("rules: {extra-field: {severity: off, status: []}}", "`status` is an empty list", "remove it"),
  ])
  func mistakesInValidate(_ entry: String, _ message: String, _ hint: String) {
    let (configuration, diagnostics) = read("catalog: a\noutputs: []\nvalidate: {\(entry)}")
    #expect(configuration == nil && diagnostics.count == 1)
    #expect(diagnostics.first?.message.hasPrefix(message) == true && diagnostics.first?.hint?.hasPrefix(hint) == true)
  }

  @Test func acceptedChanges() throws {
    let (configuration, diagnostics) = read(
      """
      catalog: a
      outputs: []
      diff:
        accept:
          - change: csc/invalid_sad/removed
            reason: It was never sent.
          - {change: 'csc/a: b/status/400/removed', reason: R, expires: 2027-01-31}
      """)
    #expect(diagnostics.isEmpty)
    let acceptances = try #require(configuration?.acceptances)
    #expect(acceptances.map(\.change) == ["csc/invalid_sad/removed", "csc/a: b/status/400/removed"])
    #expect(acceptances.map(\.reason) == ["It was never sent.", "R"])
    #expect(acceptances.map { $0.expires?.description } == [nil, "2027-01-31"])
    #expect(acceptances.map(\.location.start) == [.init(line: 5, column: 15), .init(line: 7, column: 16)])
  }

  @Test(arguments: [
    ("{change: a, reason: b, expires: 2027-02-29}", "`2027-02-29` is not a valid date", "write year, month and day"),
    ("{change: a, reason: b, expires: 10000-01-01}", "`10000-01-01` is not a valid date", "write year, month and day"),
    ("{change: a, reason: b, expires: 0000-01-01}", "`0000-01-01` is not a valid date", "write year, month and day"),
    ("{change: a, reason: b, expires: 2027-1-31}", "`2027-1-31` is not a valid date", "write year, month and day"),
    ("{change: a, reason: b, expires: 2027-01-31T00:00:00Z}", "`2027-01-31T00:00:00Z` is not", "write year, month"),
    ("{change: a, reason: ' '}", "the reason is empty", "say why"),
    ("{change: '', reason: b}", "the change is empty", "copy its name"),
    ("{change: a}", "missing key `reason` in an accepted change", "add `reason: …`"),
    ("{change: a, reason: b, until: 2027-01-31}", "unknown key `until` in an accepted change", "valid keys:"),
    ("{change: a, reason: b}, {change: a, reason: c}", "duplicate change `a`", "keep one of them"),
  ])
  func mistakesInAcceptedChanges(_ items: String, _ message: String, _ hint: String) {
    let (configuration, diagnostics) = read("catalog: a\noutputs: []\ndiff: {accept: [\(items)]}")
    #expect(configuration == nil && diagnostics.count == 1)
    #expect(diagnostics.first?.message.hasPrefix(message) == true && diagnostics.first?.hint?.hasPrefix(hint) == true)
  }

  /// One case for each mistake.
  private static let mistakes = [
    "", "- a", "catalog: a", "catalog: a\noutputs: none", "catalog: [a]\noutputs: []", "catalog: ''\noutputs: []",
    "catalogue: a\noutputs: []", "catalog: a\noutputs:\n  - swif: b", "catalog: a\noutputs:\n  - {}",
    "catalog: a\noutputs:\n  - access: public",
    "catalog: a\noutputs:\n  - swift: b\n    markdown: c", "catalog: a\noutputs:\n  - swift: b\n    access: open",
    "catalog: a\noutputs:\n  - swift: b\n    files: two", "catalog: a\noutputs:\n  - swift: b\n    files: on",
    "catalog: a\noutputs:\n  - markdown: b\n    access: public",
    "catalog: a\noutputs:\n  - markdown: b\n    front_matter: yes",
    "catalog: a\noutputs:\n  - html: b\n    front_matter: true", "catalog: a\noutputs:\n  - front_matter: true",
    "catalog: a\noutputs:\n  - template: b\n  - to: c\n  - template: ''\n    to: c\n  - templat: b\n    to: c",
    "catalog: a\noutputs:\n  - swift: \"\\0\"",
    "catalog: a\noutputs: [", "catalog: a\ncatalog: b\noutputs: []",
  ]

  @Test func reportsMistakes() throws {
    let reports = Self.mistakes.map { text in
      let (configuration, diagnostics) = read(text)
      #expect(configuration == nil && diagnostics.hasErrors)
      return "---\n\(text)\n---\n" + diagnostics.map { DiagnosticFormat.text.render($0) }.joined()
    }
    try expectGolden(reports.joined(separator: "\n"), "goldens/configuration-mistakes.txt")
  }
}
