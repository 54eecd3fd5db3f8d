import ErrataDiff
import ErrataOutputs
import ErrataText

extension DiffReport {
  /// The changes as the sections of a changelog, with a line break at the end.
  package var markdown: String {
    let sections = Rating.allCases.compactMap { rating in
      let changes = changes.filter { $0.change.rating == rating }
      return changes.isEmpty ? nil : "### \(rating.heading)\n\n" + changes.map(bullet).joined()
    }
    return sections.isEmpty ? "No changes.\n" : sections.joined(separator: "\n")
  }

  /// The change as an item of a list. A code is on a surface, which only matters if there are several.
  private func bullet(_ reported: ReportedChange) -> String {
    let change = reported.change
    let surface = change.code == nil || hasOneSurface ? nil : change.surface.map { "`\($0)`: " }
    var sentences = [surface.map { $0 + change.message } ?? change.message.capitalizedFirst]
    if !change.kind.audiences.isEmpty { sentences.append("Breaks \(reported.audiences)") }
    if let acceptance = reported.acceptance {
      sentences.append("\(acceptance.label.capitalizedFirst): \(acceptance.reason)")
    }
    return "- " + sentences.map { markdownProse(Prose(singleLine($0).withFullStop)) }.joined(separator: " ") + "\n"
  }
}

extension Rating {
  fileprivate var heading: String {
    switch self {
    case .breaking: "Breaking changes"
    case .addition: "Added"
    case .documentation: "Changed documentation"
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  fileprivate var withFullStop: String { hasSuffix(".") ? self : self + "." }
}
