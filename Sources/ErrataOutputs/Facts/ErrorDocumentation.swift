import ErrataCatalog
import ErrataText

extension ResolvedError {
  /// The documentation comment: the description as it is, the facts, why it may happen, and what to do.
  var documentation: Prose {
    let facts = [summaryLine].compactMap(\.self) + factSentences
    // Blank guidance on the error itself overrides its category's.
    let guidance = entry.guidance.map { Prose($0) } ?? guidance
    return Prose(
      Prose(literal: entry.description).blocks + facts.map { .paragraph([.text($0)]) }
        + labelled("Why it may happen:", causes)
        + (labelsGuidance ? labelled("What to do:", guidance) : guidance?.blocks ?? []))
  }

  /// Whether what to do needs a label, to be told apart from a list before it.
  var labelsGuidance: Bool { guidance.map { causes != nil || $0.beginsWithList } ?? false }

  private func labelled(_ label: String, _ prose: Prose?) -> [Prose.Block] {
    prose.map { $0.isEmpty ? [] : [.paragraph([.text(label)])] + $0.blocks } ?? []
  }
}

extension Prose {
  /// Whether a list before it would run into it.
  var beginsWithList: Bool { if case .list = blocks.first { true } else { false } }
}
