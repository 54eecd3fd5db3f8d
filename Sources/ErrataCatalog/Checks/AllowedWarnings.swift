import ErrataDiagnostics
import ErrataText
import ErrataYAML

/// The warnings that comments in a catalogue allow, and which of them there were: `unused-allowance`.
struct AllowedWarnings {
  /// A rule on a line of a file.
  private struct Place: Hashable {
    let path: String
    let line: UInt32
    let rule: ExactText
  }

  private let allowances: [Allowance]
  private let allowed: Set<Place>
  private var used: Set<Place> = []

  /// - Parameter files: the files of the catalogue, and the tree of each.
  init(_ files: some Sequence<(SourceFile, Node)>) {
    allowances = files.flatMap { readAllowances(in: $0, $1) }
    allowed = Set(allowances.map(Self.place))
  }

  /// `diagnostics` without the warnings that are allowed.
  mutating func filter(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    if allowed.isEmpty { return diagnostics }
    return diagnostics.filter { diagnostic in
      guard diagnostic.severity == .warning, let location = diagnostic.location else { return true }
      let place = Place(path: location.file.path, line: location.start.line, rule: ExactText(diagnostic.rule.name))
      if allowed.contains(place) { used.insert(place) }
      return !allowed.contains(place)
    }
  }

  /// The allowances that allowed nothing, up to `limit`.
  func unused(limit: Int) -> [Diagnostic] {
    let rules = Dictionary(uniqueKeysWithValues: Rule.catalogRules.map { (ExactText($0.name), $0) })
    let warnings = Rule.catalogRules.filter { $0.severity == .warning }.map(\.name)
    return allowances.lazy.filter { !used.contains(Self.place(of: $0)) }.prefix(limit).map { allowance in
      let (message, hint) = Self.problem(with: allowance, rules[ExactText(allowance.rule)], warnings)
      return Diagnostic(.unusedAllowance, message, at: allowance.location, hint: hint)
    }
  }

  private static func place(of allowance: Allowance) -> Place {
    Place(path: allowance.location.file.path, line: allowance.line, rule: ExactText(allowance.rule))
  }

  /// What is wrong with an allowance that allowed nothing, and how to correct it.
  /// - Parameter rule: the rule that it names; nil if there is no such rule.
  private static func problem(
    with allowance: Allowance, _ rule: Rule?, _ warnings: [String]
  ) -> (message: String, hint: String) {
    if allowance.rule.isEmpty {
      return ("expected the name of a rule after `allow`", "write the name that the warning has in brackets")
    }
    guard let rule else {
      return (
        "unknown rule `\(allowance.rule)`",
        suggestion(for: allowance.rule, among: warnings) ?? "write the name that the warning has in brackets"
      )
    }
    if rule.severity == .error {
      return ("`\(rule.name)` is an error; only warnings can be allowed", "correct the error, and remove the allowance")
    }
    let isBelow = allowance.line > allowance.location.start.line
    return (
      "there is no `\(rule.name)` warning on \(isBelow ? "line \(allowance.line)" : "this line")",
      "remove the allowance, or move it to the line of the warning or directly above"
    )
  }
}

extension Rule {
  /// `unused-allowance`.
  public static let unusedAllowance = Rule(
    "unused-allowance", .warning, "A comment allows a warning that is not there.",
    explanation: """
      A comment `# errata: allow RULE` allows a warning on its own line or, if there is nothing else on the line, on the next one. \
      This one allows none: there is no such warning, the name is misspelled, or the rule is an error, which cannot be allowed. \
      Allowances are only compared with the warnings of a catalogue without errors.
      """,
    reason: "It would hide the next problem of this kind, and readers would look for one that is long gone.",
    example: .yaml(
      "busy: {status: 503, description: Try again later}  # errata: allow missing-status", insteadOf: "busy:"),
    remedy: "Remove the comment, correct the name of the rule, or move the comment to the line of the warning.")
}
