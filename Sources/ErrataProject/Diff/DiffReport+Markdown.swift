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

  /// The change as an item of a list. It begins with its surface if there are several and the message does not name it.
  private func bullet(_ reported: ReportedChange) -> String {
    let change = reported.change
    let surface = hasOneSurface ? nil : change.surface
    var sentences = [change.message.capitalizedFirst]
    if let surface, !change.message.contains("the surface `\(surface)`") {
      sentences = ["`\(surface)`: \(change.message)"]
    }
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
