import ErrataDiagnostics
import ErrataText

/// The rules with one name, each with the place where it applies.
package struct RuleExplanation: Sendable {
  let name: String
  let meanings: [(place: String, rule: Rule)]

  /// - Parameters:
  ///   - name: the rule's name.
  ///   - meanings: the rules with that name, and where each applies, such as "in a catalogue".
  package init(name: String, meanings: [(place: String, rule: Rule)]) {
    self.name = name
    self.meanings = meanings
  }

  /// Whether no rule has the name.
  package var isEmpty: Bool { meanings.isEmpty }

  /// The rules as text for a terminal, like `Explanation.text(width:color:)`.
  package func text(width: Int, color: Bool) -> String {
    let page = TerminalPage(width: min(max(width, 20), 120), color: color)
    return meanings.map { part($0.place, $0.rule, page).joined(separator: "\n") }.joined(separator: "\n\n\n")
  }

  /// A one-line note for the explanation of a code with the same name as a rule.
  package var note: String {
    "`\(name)` is also a rule of errata: "
      + meanings.map { "\($0.place), \(uncapitalized($0.rule.summary))" }.joined(separator: "; ")
  }

  private func part(_ place: String, _ rule: Rule, _ page: TerminalPage) -> [String] {
    var lines = [page.heading(rule.name, note: "\(rule.severity.rawValue) \(place)")]
    lines += page.paragraph(rule.summary) + [""] + page.paragraph(rule.explanation)
    lines += ["", page.title("Why it matters")] + page.paragraph(rule.reason, indent: 2)
    lines += ["", page.title("Example")]
    if let file = rule.example.file { lines += page.literal(withoutTrailingLineBreak(file.text), indent: 2) + [""] }
    lines += page.literal(rule.example.commandLines, indent: 2)
    return lines + ["", page.title("How to fix it")] + page.paragraph(rule.remedy, indent: 2)
  }

  private func uncapitalized(_ sentence: String) -> String {
    sentence.prefix(1).lowercased() + sentence.dropFirst().prefix { $0 != "." }
  }

  private func withoutTrailingLineBreak(_ text: String) -> String {
    text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}

extension RuleExample {
  /// The commands as a terminal shows them.
  fileprivate var commandLines: String {
    commands.split(separator: "\n").map { "$ " + $0 }.joined(separator: "\n")
  }
}
