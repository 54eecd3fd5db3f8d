import ErrataCatalog
import ErrataDiagnostics
import ErrataText

extension Explanation {
  /// The explanation as text for a terminal.
  /// - Parameters:
  ///   - width: the number of columns, clamped to 20 to 120: longer lines are hard to read. The example is never wrapped, so that
  ///     it can be copied.
  ///   - color: whether to use ANSI escape sequences for colour (ECMA-48).
  /// - Returns: the lines, without a trailing line break.
  package func text(width: Int, color: Bool) -> String {
    let page = TerminalPage(width: min(max(width, 20), 120), color: color)
    let parts = current.map { part($0, page) } + retired.map { part($0.surface, $0.code, page) }
    return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n\n")
  }

  private func part(_ error: ResolvedError, _ page: TerminalPage) -> [String] {
    var lines = [page.heading(error.entry.code, note: error.surface.title)]
    lines += page.paragraph(error.entry.description)

    let facts = error.allFacts.filter { !$0.value.isEmpty }.map { ($0.label, $0.value.text) }
    lines += [""] + page.facts(facts + (error.documentationLink.map { [("Read more", $0)] } ?? []))

    for (title, prose) in [("Why it may happen", error.causes), ("What to do", error.guidance)] {
      if let prose { lines += ["", page.title(title)] + page.prose(prose, indent: 2) }
    }
    lines += ["", page.title("Example")] + page.literal(ExampleResponse(of: error).text, indent: 2)
    return lines
  }

  private func part(_ surface: Surface, _ code: RetiredCode, _ page: TerminalPage) -> [String] {
    [page.heading(code.code, note: surface.title)]
      + page.facts([("Retired", "in " + code.history.phrase(code: { $0 }, note: { $0 }))])
  }
}
