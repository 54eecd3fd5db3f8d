import ErrataCatalog
import ErrataDiagnostics
import ErrataOutputs
import ErrataProject
import ErrataValidation
import Foundation
import Testing
import TestSupport

/// The table of rules in the documentation is made from the rules.
struct RulesPageTests {
  @Test func listsEveryRule() throws {
    func table(_ rules: [Rule]) -> String {
      (["| Rule | Severity | What it finds |", "| --- | --- | --- |"]
        + rules.map { "| `\($0.name)` | \($0.severity.rawValue) | \($0.summary) |" }).joined(separator: "\n")
    }
    let page = """
      # Rules

      Every problem that errata reports has one of these names. Scripts may rely on them.

      ## In a catalogue

      \(table(Rule.catalogRules))

      ## In a response

      What `errata validate` finds. A name that a catalogue's problems have too means the same thing here, of a body.

      \(table(Rule.validationRules))

      ## With files

      \(table(Rule.fileRules))

      ## In a template

      \(table(Rule.templateRules))

      ## With `errata explain`

      \(table(Rule.explanationRules))

      """
    try expectGolden(page, "../../docs/rules.md")
  }
}
