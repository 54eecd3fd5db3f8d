// How to write messages and hints:
//
// 1. A message says what is wrong, in one clause: lower case, no full stop.
// 2. A hint says what to do, as an imperative: "add `title: …`". A near miss is "did you mean `title`?".
// 3. Prefer the standard forms: "expected X, found Y", "unexpected X", "unknown key `x`", "missing key `x`",
//    "duplicate key `x`", "`x` is not a valid Y", "cannot read PATH: REASON", "the limit is N".
// 4. The location is the smallest range that shows the problem. Put a second place into a note: "first used here".
// 5. Names and values from the user's text are in backticks.
// 6. Use the words of the format: key, list, mapping, code, surface, response.
// 7. Use present tense and active voice. No "please", no "!", no jokes, and no blame.
// 8. Write thousands separators in prose, but not in values that a user may copy.
// 9. Don't repeat the severity or the name of the rule.
// 10. Explain why in the rule's documentation, not in the message.

/// A problem for the user: what is wrong, where, and how to fix it.
public struct Diagnostic: Sendable {
  /// Another location that is part of the problem, such as the first of two duplicate keys.
  public struct Related: Sendable {
    /// How the location is related, in one clause.
    public let message: String
    /// Where it is.
    public let location: SourceLocation

    /// - Parameters:
    ///   - message: how the location is related, in one clause.
    ///   - location: the location.
    public init(_ message: String, at location: SourceLocation) {
      self.message = message
      self.location = location
    }
  }

  /// The rule that is violated.
  public let rule: Rule
  /// What is wrong, in one clause without a full stop.
  public let message: String
  /// Where it is; nil if the problem isn't in a file that was read.
  public let location: SourceLocation?
  /// Other locations that are part of the problem.
  public let related: [Related]
  /// Lines that show the problem, such as a diff.
  public let details: [String]
  /// How to fix it.
  public let hint: String?

  /// What identifies the problem wherever its file and line are, such as the name of a change; nil if nothing does.
  package var fingerprint: String?

  /// The severity of the rule.
  public var severity: Severity { rule.severity }

  /// - Parameters:
  ///   - rule: the rule that is violated.
  ///   - message: what is wrong, in one clause.
  ///   - location: where it is.
  ///   - related: other locations that are part of the problem.
  ///   - details: lines that show the problem, such as a diff.
  ///   - hint: how to fix it.
  public init(
    _ rule: Rule, _ message: String, at location: SourceLocation? = nil, related: [Related] = [],
    details: [String] = [], hint: String? = nil
  ) {
    self.rule = rule
    self.message = message
    self.location = location
    self.related = related
    self.details = details
    self.hint = hint
  }

  /// The same diagnostic with another severity.
  package func with(_ severity: Severity) -> Diagnostic {
    var diagnostic = Diagnostic(
      rule.with(severity), message, at: location, related: related, details: details, hint: hint)
    diagnostic.fingerprint = fingerprint
    return diagnostic
  }
}

extension Sequence<Diagnostic> {
  /// Whether any of them is an error.
  public var hasErrors: Bool { contains { $0.severity == .error } }

  /// Sorted by file, line and column; those without a location come first. The sort is stable.
  public func inSourceOrder() -> [Diagnostic] {
    func key(_ diagnostic: Diagnostic) -> (String, SourcePosition) {
      (diagnostic.location?.file.path ?? "", diagnostic.location?.start ?? .start)
    }
    return enumerated()
      .sorted { (key($0.element), $0.offset) < (key($1.element), $1.offset) }
      .map(\.element)
  }
}

private func < (
  left: ((String, SourcePosition), Int), right: ((String, SourcePosition), Int)
) -> Bool {
  left.0 == right.0 ? left.1 < right.1 : left.0 < right.0
}
