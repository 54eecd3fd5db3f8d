/// The ways to show diagnostics, by the names of `--format`.
public enum DiagnosticFormat: String, Sendable, CaseIterable {
  /// For people: position, message, the line with a caret, and the hint.
  case text
  /// One JSON object a line.
  case json
  /// Workflow commands that GitHub shows beside the line.
  case github

  /// The diagnostic as this format writes it, with its last line break.
  /// - Parameter color: whether to use terminal colours; only `text` has any.
  public func render(_ diagnostic: Diagnostic, color: Bool = false) -> String {
    switch self {
    case .text: TextDiagnostic(diagnostic, color: color).rendered
    case .json: JSONDiagnostic(diagnostic).rendered
    case .github: gitHubAnnotation(for: diagnostic)
    }
  }
}
