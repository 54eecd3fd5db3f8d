import ErrataCatalog
import ErrataDiagnostics
import ErrataOutputs
import ErrataValidation

/// The rules that apply in one place. Names are unique within a family: `too-deep` means one thing in a catalogue and another
/// in a response.
package struct RuleFamily: Sendable {
  /// How anchors in the documentation begin: `catalogue-too-deep`.
  package let anchor: String
  /// Where the rules apply: "in a catalogue".
  package let place: String
  /// Who reports them, for the documentation.
  package let introduction: String
  /// In the order of the documentation.
  package let rules: [Rule]

  /// Every rule that errata has, in the order of the documentation.
  package static let all = [
    RuleFamily(
      anchor: "catalogue", place: "in a catalogue",
      introduction:
        "`errata check` reports these, and so does every command that reads a catalogue. Those about YAML and keys apply to `errata.yaml` too.",
      rules: Rule.catalogRules),
    RuleFamily(
      anchor: "response", place: "in a response", introduction: "`errata validate` reports these.",
      rules: Rule.validationRules),
    RuleFamily(
      anchor: "file", place: "with files",
      introduction:
        "Any command can report that it cannot read or write a file, and `errata generate` checks its outputs.",
      rules: Rule.fileRules),
    RuleFamily(
      anchor: "template", place: "in a template", introduction: "`errata generate` reports these.",
      rules: Rule.templateRules),
    RuleFamily(
      anchor: "explain", place: "with errata explain", introduction: "`errata explain` reports these.",
      rules: Rule.explanationRules),
  ]
}

/// What each family says of the rule called `name`; empty where there is no such rule.
package func explainRule(_ name: String) -> RuleExplanation {
  RuleExplanation(
    name: name,
    meanings: RuleFamily.all.flatMap { family in
      family.rules.filter { $0.name == name }.map { (family.place, $0) }
    })
}
