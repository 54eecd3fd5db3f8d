import ErrataDiagnostics
import ErrataText

extension DiffReport {
  /// The report for a terminal or a log, with a line break at the end: every change, and what the version should be.
  /// - Parameter color: whether to use terminal colours.
  package func text(color: Bool) -> String {
    let lines = changes.map { reported in
      let rating = reported.change.rating.rawValue
      return TextDiagnostic(
        reported.diagnostic, label: reported.acceptance == nil ? rating : "\(rating) (accepted)",
        remarks: reported.remarks, color: color
      ).rendered
    }
    return lines.joined()
      + (insufficientVersion.map { DiagnosticFormat.text.render($0, color: color) } ?? visible(summary) + "\n")
  }

  /// The report as annotations for GitHub, with a line break at the end.
  package var gitHub: String {
    diagnostics.map { DiagnosticFormat.github.render($0) }.joined()
      + (verdict.isSufficient ? visible(summary).withoutCommands + "\n" : "")
  }
}
