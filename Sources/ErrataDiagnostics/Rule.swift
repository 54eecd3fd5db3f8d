/// How much a diagnostic weighs: an error makes a run fail, a warning does not.
public enum Severity: String, Sendable, Comparable, CaseIterable {
  case warning
  case error

  /// A warning weighs less than an error.
  public static func < (left: Self, right: Self) -> Bool {
    left == .warning && right == .error
  }
}

/// One thing that is checked, under the name that users see in brackets and that scripts may rely on.
///
/// A rule comes with its documentation: `docs/rules.md` and `errata explain` are made from it.
public struct Rule: Sendable {
  /// Lowercase words joined with hyphens: `unknown-key`.
  public let name: String
  /// How much its problems weigh.
  public let severity: Severity
  /// Behind one reference, since every diagnostic has a copy of its rule.
  private let documentation: Documentation

  /// What the rule finds, in one sentence, for the table of rules.
  public var summary: String { documentation.summary }
  /// What the rule finds, in full.
  package var explanation: String { documentation.explanation }
  /// Why it matters.
  package var reason: String { documentation.reason }
  /// What breaks the rule, and no other.
  package var example: RuleExample { documentation.example }
  /// How to fix a problem.
  package var remedy: String { documentation.remedy }

  /// - Parameters:
  ///   - name: lowercase words joined with hyphens.
  ///   - severity: how much its problems weigh.
  ///   - summary: what it finds, in one sentence.
  ///   - explanation: what it finds, in full.
  ///   - reason: why it matters.
  ///   - example: what breaks the rule, and no other.
  ///   - remedy: how to fix a problem.
  package init(
    _ name: String, _ severity: Severity, _ summary: String, explanation: String, reason: String, example: RuleExample,
    remedy: String
  ) {
    self.init(
      name, severity,
      Documentation(
        summary: summary, explanation: explanation, reason: reason, example: example, remedy: remedy))
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
    let summary: String
    let explanation: String
    let reason: String
    let example: RuleExample
    let remedy: String

    init(summary: String, explanation: String, reason: String, example: RuleExample, remedy: String) {
      self.summary = summary
      self.explanation = explanation
      self.reason = reason
      self.example = example
      self.remedy = remedy
    }
  }
}

extension Rule: Hashable {
  /// Two rules can have one name, in a catalogue and in a response; they differ in what they find.
  public static func == (left: Rule, right: Rule) -> Bool {
    left.name == right.name && left.severity == right.severity && left.summary == right.summary
  }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
  }
}

/// What breaks a rule, as people would see it: commands for a shell, and a file that they read.
package struct RuleExample: Sendable {
  /// A file that the commands read.
  package struct File: Sendable {
    /// Its name.
    package let name: String
    /// What it says.
    package let text: String
    /// The beginning of the line that `text` replaces in the file of that name; nil where `text` is all of the file.
    package let replacedLine: String?
  }

  /// nil where the commands need none.
  package let file: File?
  /// A line each; the last one reports the problem. They run in a folder with the catalogue `shop.yaml`.
  package let commands: String

  /// An example that needs no file but `shop.yaml`.
  package static func commands(_ commands: String) -> RuleExample {
    RuleExample(file: nil, commands: commands)
  }

  /// A file, and the command that reads it.
  /// - Parameter line: the beginning of the line that `text` replaces in the file; nil where `text` is all of it.
  package static func file(
    _ name: String, _ text: String, insteadOf line: String? = nil, _ command: String
  ) -> RuleExample {
    RuleExample(file: File(name: name, text: text, replacedLine: line), commands: command)
  }
}
