extension Rule {
  /// Where a rule applies. Names are unique only within a family: `too-deep` exists for catalogues and for responses. The raw value
  /// is the prefix of anchors in the documentation.
  package enum Family: String, Sendable, CaseIterable {
    case catalogue
    case response
    case diff
    case file
    case template
    case explain
  }

  /// The section about the rule, relative to the root of the project.
  package var documentationPath: String { "docs/rules.md#\(family.rawValue)-\(name)" }
}
