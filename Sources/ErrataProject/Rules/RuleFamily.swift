import ErrataCatalog
import ErrataDiagnostics
import ErrataOutputs
import ErrataValidation

/// The rules that apply in one place. Names are unique only within a family: `too-deep` exists for catalogues and for responses.
package struct RuleFamily: Sendable {
  package let family: Rule.Family
  /// Where the rules apply, such as "in a catalogue".
  package let place: String
  /// The commands that report them, for the documentation.
  package let introduction: String
  /// In documentation order.
  package let rules: [Rule]

  /// All rules, in documentation order.
  package static let all = [
    RuleFamily(
      family: .catalogue, place: "in a catalogue",
      introduction:
        "`errata check` reports these, and so does every command that reads a catalogue. Those about YAML and keys apply to `errata.yaml` too.",
      rules: Rule.catalogRules),
    RuleFamily(
      family: .response, place: "in a response", introduction: "`errata validate` reports these.",
      rules: Rule.validationRules + [.nothingChecked]),
    RuleFamily(
      family: .diff, place: "in a diff",
      introduction:
        "`errata diff` reports these. [Comparing catalogues](diff.md) says how each change is rated, and why. In the examples, `old.yaml` or `new.yaml` has the lines that are shown.",
      rules: Rule.diffRules),
    RuleFamily(
      family: .file, place: "with files",
      introduction:
        "All commands report files that they cannot read or write; `errata generate` also checks its outputs.",
      rules: Rule.fileRules),
    RuleFamily(
      family: .template, place: "in a template", introduction: "`errata generate` reports these.",
      rules: Rule.templateRules),
    RuleFamily(
      family: .explain, place: "with errata explain", introduction: "`errata explain` reports these.",
      rules: Rule.explanationRules),
  ]
}

/// The rules called `name` in each family; empty if there is none.
package func explainRule(_ name: String) -> RuleExplanation {
  RuleExplanation(
    name: name,
    meanings: RuleFamily.all.flatMap { family in
      family.rules.filter { $0.name == name }.map { (family.place, $0) }
    })
}
