/// An output format for diagnostics, named as `--format` expects it.
public enum DiagnosticFormat: String, Sendable, CaseIterable {
  /// Text for a terminal: position, message, the line with carets, and the hint.
  case text
  /// One JSON object per line.
  case json
  /// GitHub workflow commands, which are shown next to the line.
  case github
  /// The Static Analysis Results Interchange Format: one JSON document for the whole run.
  case sarif

  /// The diagnostic in this format, with a line break at the end. As `sarif`, it is a result on one line, for a `SARIFLog`.
  /// - Parameter color: whether to use terminal colours, in `text` only.
  public func render(_ diagnostic: Diagnostic, color: Bool = false) -> String {
    switch self {
    case .text: TextDiagnostic(diagnostic, color: color).rendered
    case .json: JSONDiagnostic(diagnostic).rendered
    case .github: gitHubAnnotation(for: diagnostic)
    case .sarif: SARIFResult(diagnostic).rendered
    }
  }
}
