import ErrataDiff
import ErrataOutputs
import ErrataText

extension DiffReport {
  /// The changes as the sections of a changelog, with a line break at the end.
  package var markdown: String {
    let sections = Rating.allCases.compactMap { rating in
      let changes = changes.filter { $0.change.rating == rating }
      return changes.isEmpty ? nil : "### \(rating.heading)\n\n" + changes.map(\.bullet).joined()
    }
    return sections.isEmpty ? "No changes.\n" : sections.joined(separator: "\n")
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

extension ReportedChange {
  /// The change as an item of a list.
  fileprivate var bullet: String {
    var sentences = [change.message.prefix(1).uppercased() + change.message.dropFirst()]
    if !change.kind.audiences.isEmpty { sentences.append("Breaks \(audiences)") }
    if let acceptance { sentences.append("Accepted: \(acceptance.text)") }
    return "- " + sentences.map { markdownProse(Prose($0)) + "." }.joined(separator: " ") + "\n"
  }
}
