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
  /// In the order of the documentation.
  package let rules: [Rule]

  /// Every rule that errata has, in the order of the documentation.
  package static let all = [
    RuleFamily(anchor: "catalogue", place: "in a catalogue", rules: Rule.catalogRules),
    RuleFamily(anchor: "response", place: "in a response", rules: Rule.validationRules),
    RuleFamily(anchor: "file", place: "with files", rules: Rule.fileRules),
    RuleFamily(anchor: "template", place: "in a template", rules: Rule.templateRules),
    RuleFamily(anchor: "explain", place: "with errata explain", rules: Rule.explanationRules),
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
