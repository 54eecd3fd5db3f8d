import ErrataDiagnostics
import ErrataDiff
import ErrataProject
import ErrataText
import Foundation
import Testing
import TestSupport

/// The rules and their documentation. `docs/rules.md` is generated from the rules with
/// `ERRATA_RECORD=1 swift test --filter RulesPageTests`.
struct RulesPageTests {
  /// A rule of a family, as an argument of a test.
  struct Item: Sendable, CustomTestStringConvertible {
    let family: RuleFamily
    let rule: Rule

    var testDescription: String { "\(rule.name) \(family.place)" }
    var anchor: String { "\(family.family.rawValue)-\(rule.name)" }

    static let all = RuleFamily.all.flatMap { family in family.rules.map { Item(family: family, rule: $0) } }
  }

  @Test(arguments: Item.all)
  func theExampleViolatesOnlyThisRule(_ item: Item) async throws {
    let output = try await item.rule.example.output()
    let label = #/(error|warning|breaking|addition|documentation): .* \[([a-z0-9-]+)\]$/#.anchorsMatchLineEndings()
    var problems = Set(output.matches(of: label).map { "\(Self.severity(of: $0.1)) \($0.2)" })
    // The examples of changes are short: they change one thing, and not the version.
    if item.rule.name != "insufficient-version" { problems.remove("error insufficient-version") }
    #expect(problems == ["\(item.rule.severity.rawValue) \(item.rule.name)"], "\(output)")
  }

  /// The severity of a rule that is reported with `label`: the rating of a change, or the severity itself.
  private static func severity(of label: Substring) -> Substring {
    switch label {
    case "breaking": "error"
    case "addition", "documentation": "note"
    default: label
    }
  }

  @Test func thePageIsUpToDate() async throws {
    var page = """
      # Rules

      Every problem that errata reports has one of these rules, whose names are stable. `errata explain NAME` explains a rule in the
      terminal. The examples use [one small catalogue](#the-catalogue-of-the-examples). If an example shows only some of its lines,
      they replace the lines with the same key.

      \(ambiguousNames) are rules for catalogues and also for responses, with different meanings.
      Links to them include the kind: `#catalogue-too-deep`, `#response-too-deep`.

      """
    for family in RuleFamily.all {
      page += "\n## \(family.title)\n\n\(family.introduction)\n\n"
      page += "| Rule | Severity | Meaning |\n| --- | --- | --- |\n"
      for rule in family.rules {
        page +=
          "| [`\(rule.name)`](#\(family.family.rawValue)-\(rule.name)) | \(rule.severity.rawValue) | \(rule.summary) |\n"
      }
      for rule in family.rules { page += try await section(Item(family: family, rule: rule)) }
    }
    page += "\n## The catalogue of the examples\n\n" + block("yaml", try Repository.text(shopPath))
    try expectGolden(page, "../../docs/rules.md")
  }

  /// The names that occur in two families.
  private var ambiguousNames: String {
    let names = Item.all.map(\.rule.name)
    var seen: Set<String> = []
    return listed(names.filter { !seen.insert($0).inserted })
  }

  private func section(_ item: Item) async throws -> String {
    let (rule, example) = (item.rule, item.rule.example)
    var section = """

      ### <a id="\(item.anchor)"></a>`\(rule.name)`

      \(rule.explanation)

      **Why it matters.** \(rule.reason)


      """
    if let file = example.file { section += block(file.language, file.text) + "\n" }
    let commands = example.commands.split(separator: "\n").map { "$ \($0)\n" }.joined()
    section += block("console", commands + (try await example.output())) + "\n"
    return section + "**How to fix it.** \(rule.remedy)\n"
  }

  private func block(_ language: String, _ text: String) -> String {
    "```\(language)\n\(text)\(text.hasSuffix("\n") ? "" : "\n")```\n"
  }

  /// A rule that is in no family would not be documented.
  @Test func everyRuleIsInAFamily() throws {
    let sources = Repository.root.appending(path: "Sources")
    let names = try FileManager.default.subpathsOfDirectory(atPath: sources.plainPath)
      .filter { $0.hasSuffix(".swift") }
      .flatMap { path in
        try sources.reading(path).matches(of: #/\bRule(?:Facts)?\(\s*"([a-z0-9-]+)"/#).map { String($0.1) }
      }
    // A kind of change makes its rule itself.
    let kinds = ChangeKind.allCases.map(\.rawValue)
    #expect((names + kinds).sorted() == Item.all.map(\.rule.name).sorted())
  }

  /// Scripts and catalogues refer to rules by name, so a name is never changed or removed. New ones are added to the file.
  @Test func namesAreStable() throws {
    let names = try Repository.text("Tests/Fixtures/rule-names.txt").split(separator: "\n").map(String.init)
    #expect(Item.all.map(\.anchor).sorted() == names.sorted())
  }

  @Test func namesAreUniqueInAFamily() {
    #expect(Set(Item.all.map(\.anchor)).count == Item.all.count)
  }

  /// What problems link to is where the page has the rule.
  @Test(arguments: Item.all)
  func linksLeadToTheRule(_ item: Item) {
    #expect(item.rule.documentationPath == "docs/rules.md#\(item.anchor)")
  }
}

private let shopPath = "Tests/Fixtures/catalogues/shop.yaml"

extension RuleFamily {
  fileprivate var title: String {
    let title = place.replacing("errata explain", with: "`errata explain`")
    return title.prefix(1).uppercased() + title.dropFirst()
  }
}

extension RuleExample.File {
  fileprivate var language: String {
    switch name.split(separator: ".").last {
    case "yaml": "yaml"
    case "json", "ndjson": isJSON ? "json" : "text"
    default: "text"
    }
  }

  private var isJSON: Bool {
    (try? JSONSerialization.jsonObject(with: Data(text.utf8))) != nil
  }
}

extension RuleExample {
  /// The problems that the last command reports.
  fileprivate func output() async throws -> String {
    try await withTemporaryFolder { folder in
      try folder.writing(try Repository.text(shopPath), to: "shop.yaml")
      if let file {
        let text = try file.replacedLine.map {
          try replacingLine(beginningWith: $0, in: try folder.reading("shop.yaml"), with: file.text)
        }
        try folder.writing(text ?? file.text, to: file.name)
      }
      let path = URL(filePath: Errata.path).deletingLastPathComponent().plainPath
      let result = try await runTool(
        "sh", ["-euc", "PATH=\(path):$PATH\n\(commands.muted)"], in: folder, environment: ["LC_ALL": "C"])
      if commands.contains("errata validate") { return result.output }
      if commands.contains("errata diff") { return result.error + result.output }
      // The last line counts the problems.
      return result.error.replacing(#/\d+ (error|warning)s?(, \d+ warnings?)?\n$/#, with: "")
    }
  }
}

extension String {
  /// The commands, with the output of all but the last discarded.
  fileprivate var muted: String {
    let lines = split(separator: "\n")
    return lines.dropLast().map { $0.hasPrefix("errata") ? "\($0) >/dev/null 2>&1\n" : "\($0)\n" }.joined()
      + (lines.last ?? "")
  }
}
