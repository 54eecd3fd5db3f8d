import ErrataCatalog
import ErrataDiagnostics
import ErrataYAML
import Foundation
import TestSupport
import Testing

/// A warning that is allowed where it is, and an allowance without a warning.
struct AllowanceTests {
  private static let head = """
    errata: 1
    name: Shop
    title: Shop API
    version: 1.2.0
    surfaces:
      api:
        title: API
        endpoints: [/orders/*]
        response: {carrier: json, fields: {code: code, description: message}}
        errors:
          not_found: {status: 404, description: Not found}

    """

  private static func problems(_ texts: String...) -> [String] {
    let files = texts.enumerated().map { SourceFile(path: "\($0).yaml", bytes: Array($1.utf8)) }
    return readCatalog(files).diagnostics.map {
      "\($0.location?.file.path ?? "") \($0.location?.start.line ?? 0) \($0.severity) \($0.rule.name)"
    }
  }

  @Test(arguments: [
    "busy: {description: Busy} # errata: allow missing-status",
    "# errata: allow missing-status\n      busy: {description: Busy}",
    "# errata: allow missing-status\n      # errata: allow empty-text\n      busy: {description: ''}",
    "busy: {description: Busy} # errata: allow missing-status # errata: allow missing-status",
  ])
  func silences(_ entry: String) {
    #expect(Self.problems(Self.head + "      \(entry)\n").isEmpty)
  }

  @Test func silencesOnlyItsLine() {
    let entry = "busy: # errata: allow empty-text, missing-status because nobody knows\n        {description: ''}"
    #expect(
      Self.problems(Self.head + "      \(entry)\n") == [
        "0.yaml 12 warning unused-allowance",
        "0.yaml 13 warning empty-text",
      ])
  }

  @Test(arguments: [
    "busy: {description: Busy}\n      # errata: allow missing-status",
    "# errata: allow missing-status\n\n      busy: {description: Busy}",
    "# errata: allow empty-text\n      busy: {description: Busy}",
    "busy: {description: ' # errata: allow missing-status'}",
  ])
  func silencesNothingElsewhere(_ entry: String) {
    #expect(Self.problems(Self.head + "      \(entry)\n").contains { $0.contains("warning missing-status") })
  }

  @Test func isForItsOwnFile() {
    let entry = "surfaces:\n  api:\n    errors:\n      busy: {description: Busy}"
    let allowance = " # errata: allow missing-status"
    #expect(Self.problems(Self.head, entry) == ["1.yaml 4 warning missing-status"])
    #expect(Self.problems(Self.head, entry + allowance).isEmpty)
    // The same line of the other file.
    let head = Self.head.replacing("version: 1.2.0", with: "version: 1.2.0" + allowance)
    #expect(Self.problems(head, entry) == ["0.yaml 4 warning unused-allowance", "1.yaml 4 warning missing-status"])
  }

  @Test func isNotReportedBesideErrors() {
    let text = Self.head + "      busy: {status: 503, description: Busy} # errata: allow missing-status\n"
    #expect(Self.problems(text) == ["0.yaml 12 warning unused-allowance"])
    let broken = text.replacing("title: Shop API\n", with: "titel: Shop API\n")
    #expect(Self.problems(broken) == ["0.yaml 3 error unknown-key"])
  }

  /// What is missing may only be misspelled, at any level.
  @Test(arguments: ["surfaces:", "errors:", "endpoints:", "status:"])
  func isNotNeededBesideWhatCannotBeDecoded(_ key: String) {
    let text =
      Self.head.replacing("surfaces:", with: "categories: {stock: {title: Stock}}\nsurfaces:")
      + "      gone: {status: 404, guidance: Look elsewhere, description: Gone}\n      busy: {description: Busy}\n"
    #expect(
      Set(Self.problems(text).map { $0.split(separator: " ")[3] }) == [
        "unused-category", "missing-status", "missing-guidance",
      ])
    let broken = Self.problems(text.replacing(key, with: "x" + key))
    #expect(!broken.isEmpty && broken.allSatisfy { $0.contains(" error ") }, "\(broken)")
  }

  @Test func doesNotSilenceErrors() {
    let text = Self.head + "      busy: {status: 5030, description: Busy} # errata: allow invalid-status\n"
    #expect(Self.problems(text) == ["0.yaml 12 error invalid-status"])
  }

  /// Each rule for a warning, with the example of its documentation.
  static let warnings = Rule.catalogRules.filter {
    $0.severity == .warning && $0.name != Rule.unusedAllowance.name && $0.example.file != nil
  }

  @Test func coversMostRules() {
    #expect(Self.warnings.count >= 9)
  }

  /// A comment above the problem, or beside it, silences it; and once the problem is gone, the comment is the problem.
  @Test(arguments: warnings, [true, false])
  func silencesTheExampleOfEachRule(_ rule: Rule, _ isAbove: Bool) throws {
    let shop = try Repository.text("Tests/Fixtures/catalogues/shop.yaml")
    let file = try #require(rule.example.file)
    let broken = shop.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let margin = line.prefix { $0 == " " }
      guard let start = file.replacedLine, line.dropFirst(margin.count).hasPrefix(start) else { return String(line) }
      return file.text.split(separator: "\n").map { margin + $0 }.joined(separator: "\n")
    }.joined(separator: "\n")
    func diagnostics(_ text: String) -> [Diagnostic] {
      readCatalog([SourceFile(path: "shop.yaml", bytes: Array(text.utf8))]).diagnostics
    }
    func allowing(_ text: String, on line: Int) -> String {
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let comment = "# errata: allow \(rule.name)"
      if isAbove { lines.insert(comment, at: line - 1) } else { lines[line - 1] += " " + comment }
      return lines.joined(separator: "\n")
    }

    let problems = diagnostics(broken)
    #expect(problems.map(\.rule.name) == [rule.name])
    let line = Int(try #require(problems.first?.location).start.line)
    #expect(diagnostics(allowing(broken, on: line)).isEmpty)
    #expect(diagnostics(allowing(shop, on: line)).map(\.rule.name) == ["unused-allowance"])
  }
}
