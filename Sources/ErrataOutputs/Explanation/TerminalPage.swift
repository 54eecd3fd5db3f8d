import ErrataDiagnostics
import ErrataText

/// Formats lines for a terminal: wrapped to its width, without control characters.
struct TerminalPage {
  let width: Int
  let color: Bool

  /// A name on the left and a note on the right.
  func heading(_ name: String, note: String) -> String {
    let (name, note) = (sanitized(name), sanitized(note))
    let gap = max(2, width - displayWidth(name) - displayWidth(note))
    return styled(name, .bold) + String(repeating: " ", count: gap) + styled(note, .faint)
  }

  func title(_ text: String) -> String { styled(text, .bold) }

  /// Text in lines of at most `width` columns.
  func paragraph(_ text: String, indent: Int = 0) -> [String] {
    let margin = String(repeating: " ", count: indent)
    return wrapped(text, to: width - indent).map { margin + $0 }
  }

  /// Paragraphs and lists in lines of at most `width` columns. The lines of an item are aligned.
  func prose(_ prose: Prose, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    return prose.lines(width: width - indent) { wrapped($0.plain, to: $1) }.map { $0.isEmpty ? "" : margin + $0 }
  }

  /// Lines that are not wrapped.
  func literal(_ text: String, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    return text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.isEmpty ? "" : margin + visible(String($0))
    }
  }

  /// Names and values in two columns.
  func facts(_ facts: [(name: String, value: String)]) -> [String] {
    let column = (facts.map { displayWidth($0.name) }.max() ?? 0) + 2
    let margin = String(repeating: " ", count: column)
    return facts.flatMap { fact in
      wrapped(fact.value, to: width - column).enumerated().map { index, line in
        let name = styled(fact.name, .faint) + String(repeating: " ", count: column - displayWidth(fact.name))
        return (index == 0 ? name : margin) + line
      }
    }
  }

  private func sanitized(_ text: String) -> String { visible(singleLine(text)) }

  private func wrapped(_ text: String, to width: Int) -> [Substring] {
    ErrataText.wrapped(sanitized(text), width: max(width, 8), breaksWords: true) { displayWidth(String($0)) }
  }

  private enum Style: String {
    case bold = "1"
    case faint = "2"
  }

  private func styled(_ text: String, _ style: Style) -> String {
    color ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
