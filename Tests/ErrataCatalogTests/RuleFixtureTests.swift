import ErrataCatalog
import ErrataDiagnostics
import Foundation
import Testing
import TestSupport

/// Each `Fixtures/rules/NAME.yaml` is a catalogue with mistakes, and `NAME.txt` has the exact diagnostics.
struct RuleFixtureTests {
  private static let names: [String] =
    (try? FileManager.default.contentsOfDirectory(
      atPath: Repository.fixtures.appending(path: "rules").path(percentEncoded: false)))
    .map { $0.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted() } ?? []

  private static func diagnostics(_ name: String) throws -> [Diagnostic] {
    let bytes = try Data(contentsOf: Repository.fixtures.appending(path: "rules/\(name).yaml"))
    return readCatalog([SourceFile(path: "\(name).yaml", bytes: Array(bytes))]).diagnostics
  }

  @Test(arguments: names)
  func hasExpectedDiagnostics(_ name: String) throws {
    let diagnostics = try Self.diagnostics(name)
    #expect(diagnostics.contains { name.hasPrefix($0.rule.name) }, "the fixture is named after a rule that it violates")
    try expectGolden(diagnostics.map { DiagnosticFormat.text.render($0) }.joined(), "rules/\(name).txt")
  }

  @Test(arguments: names)
  func failsIfItViolatesAnErrorRule(_ name: String) throws {
    let rule = Rule.catalogRules.filter { name.hasPrefix($0.name) }.max { $0.name.count < $1.name.count }
    #expect(try Self.diagnostics(name).hasErrors == (rule?.severity == .error))
  }
}
