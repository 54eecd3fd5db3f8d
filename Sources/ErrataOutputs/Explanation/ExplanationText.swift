import ErrataCatalog
import ErrataDiagnostics
import ErrataText

extension Explanation {
  /// For people at a terminal.
  /// - Parameters:
  ///   - width: how many columns there are. Fewer than 20 count as 20, more than 120 as 120: longer lines are hard to read. The
  ///     example is never broken, so that it can be copied.
  ///   - color: whether to colour it with ANSI escape sequences (ECMA-48).
  /// - Returns: lines, without the last line break.
  package func text(width: Int, color: Bool) -> String {
    let page = TerminalPage(width: min(max(width, 20), 120), color: color)
    let parts = current.map { part($0.surface, $0.error, page) } + retired.map { part($0.surface, $0.code, page) }
    return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n\n")
  }

  private func part(_ surface: Surface, _ error: ErrorEntry, _ page: TerminalPage) -> [String] {
    let category = catalog.category(of: error)
    var lines = [page.heading(error.code, note: surface.title)]
    lines += page.paragraph(error.description)

    var facts: [(String, String)] = []
    if !error.statuses.isEmpty { facts.append(("Status", error.statuses.map(statusLine).joined(separator: ", "))) }
    if let category { facts.append(("Category", category.title)) }
    if let recovery = error.recovery ?? category?.recovery { facts.append(("Recovery", recovery.phrase)) }
    let endpoints = error.endpoints.isEmpty ? surface.endpoints : error.endpoints
    facts.append((error.endpoints.isEmpty ? "At" : "Only at", endpoints.map(\.description).joined(separator: ", ")))
    if let since = error.since { facts.append(("Since", "version \(since)")) }
    if let deprecated = error.deprecated {
      facts.append(("Deprecated", history("since", deprecated.since, deprecated.replacement, deprecated.note)))
    }
    if let link = documentation(of: error.code, on: surface) { facts.append(("Read more", link)) }
    lines += [""] + page.facts(facts)

    let guidance = Prose(catalog.guidance(for: error) ?? "").plainParagraphs
    if !guidance.isEmpty {
      lines += ["", page.title("What to do")]
      lines += guidance.map { page.paragraph($0, indent: 2) }.joined(separator: [""])
    }
    let example = ExampleResponse(of: error, on: surface)
    lines += ["", page.title("How it comes")] + page.literal(example.text, indent: 2)
    return lines
  }

  private func part(_ surface: Surface, _ code: RetiredCode, _ page: TerminalPage) -> [String] {
    [page.heading(code.code, note: surface.title)]
      + page.facts([("Retired", history("in", code.since, code.replacement, code.note))])
  }

  private func history(_ word: String, _ since: SemanticVersion, _ replacement: String?, _ note: String?) -> String {
    let instead = replacement.map { "; use \($0) instead" } ?? ""
    return "\(word) version \(since)\(instead)" + (note.map { ". " + $0 } ?? "")
  }

  func documentation(of code: String, on surface: Surface) -> String? {
    catalog.documentation.map { "\($0)#\(fragment(surface.anchor(for: code)))" }
  }
}
