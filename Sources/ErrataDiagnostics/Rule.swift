/// The severity of a diagnostic: an error makes a run fail, a warning doesn't, and a note isn't even a problem.
public enum Severity: String, Sendable, Comparable, CaseIterable {
  case note
  case warning
  case error

  /// Orders a note before a warning, and that before an error.
  public static func < (left: Self, right: Self) -> Bool {
    (left, right) == (.note, .warning) || left != .error && right == .error
  }
}

/// A rule that is checked. Its name is shown in brackets after each message, and is stable, so scripts can rely on it.
///
/// A rule includes its documentation, from which `docs/rules.md` and `errata explain` are generated.
public struct Rule: Sendable {
  /// Lowercase words joined with hyphens: `unknown-key`.
  public let name: String
  /// The severity of its diagnostics.
  public let severity: Severity
  /// A reference, since every diagnostic copies its rule.
  private let documentation: Documentation

  /// What the rule reports, in one sentence, for the table of rules.
  public var summary: String { documentation.summary }
  /// What the rule reports, in detail.
  package var explanation: String { documentation.explanation }
  /// Why it matters.
  package var reason: String { documentation.reason }
  /// An example that violates this rule and no other.
  package var example: RuleExample { documentation.example }
  /// How to fix a violation.
  package var remedy: String { documentation.remedy }
  /// Where the rule applies.
  package var family: Family { documentation.family }

  /// - Parameters:
  ///   - name: lowercase words joined with hyphens.
  ///   - severity: the severity of its diagnostics.
  ///   - family: where the rule applies.
  ///   - summary: what it reports, in one sentence.
  ///   - explanation: what it reports, in detail.
  ///   - reason: why it matters.
  ///   - example: an example that violates this rule and no other.
  ///   - remedy: how to fix a violation.
  package init(
    _ name: String, _ severity: Severity, in family: Family = .catalogue, _ summary: String, explanation: String,
    reason: String, example: RuleExample, remedy: String
  ) {
    self.init(
      name, severity,
      Documentation(
        family: family, summary: summary, explanation: explanation, reason: reason, example: example, remedy: remedy))
  }

  private init(_ name: String, _ severity: Severity, _ documentation: Documentation) {
    self.name = name
    self.severity = severity
    self.documentation = documentation
  }

  /// The same rule with another severity.
  package func with(_ severity: Severity) -> Rule {
    Rule(name, severity, documentation)
  }

  private final class Documentation: Sendable {
    let family: Family
    let summary: String
    let explanation: String
    let reason: String
    let example: RuleExample
    let remedy: String

    init(
      family: Family, summary: String, explanation: String, reason: String, example: RuleExample, remedy: String
    ) {
      self.family = family
      self.summary = summary
      self.explanation = explanation
      self.reason = reason
      self.example = example
      self.remedy = remedy
    }
  }
}

extension Rule: Hashable {
  /// Compares summaries too, since a catalogue rule and a response rule can share a name.
  public static func == (left: Rule, right: Rule) -> Bool {
    left.name == right.name && left.severity == right.severity && left.summary == right.summary
  }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
  }
}

/// An example that violates a rule: shell commands, and optionally a file that they read.
package struct RuleExample: Sendable {
  /// A file that the commands read.
  package struct File: Sendable {
    /// Its name.
    package let name: String
    /// Its text.
    package let text: String
    /// The start of the line that `text` replaces in the existing file; nil if `text` is the whole file.
    package let replacedLine: String?
  }

  /// nil if the commands need no file.
  package let file: File?
  /// One command per line; the last one reports the violation. They run in a folder with the catalogue `shop.yaml`.
  package let commands: String

  /// An example that needs no file other than `shop.yaml`.
  package static func commands(_ commands: String) -> RuleExample {
    RuleExample(file: nil, commands: commands)
  }

  /// An example of a file and the command that reads it.
  /// - Parameter line: the start of the line that `text` replaces in the existing file; nil if `text` is the whole file.
  package static func file(
    _ name: String, _ text: String, insteadOf line: String? = nil, _ command: String
  ) -> RuleExample {
    RuleExample(file: File(name: name, text: text, replacedLine: line), commands: command)
  }
}
