import ErrataMustache
import ErrataText

/// Swift: text is safe between the quotes of a single-line string literal.
struct SwiftLanguage: Language {
  func text(_ value: String) -> String {
    guard hasByte(value, where: needsEscape) else { return value }
    return escaped(value, hidden: { "\\u{\(String($0.value, radix: 16, uppercase: true))}" }) { scalar, _ in
      scalar == "\\" || scalar == "\"" ? "\\\(scalar)" : nil
    }
  }

  func prose(_ value: Prose) -> String { text(value.plain) }

  func code(_ value: String) -> String { text(value) }

  /// Paragraphs and lists separated by empty lines, wrapped to about 100 columns. Text cannot end the comment, since each line begins
  /// with `///`.
  func comment(_ prose: Prose, indent: Int) -> String {
    prose.lines(width: 96 - indent) { wrapped(visible($0.commentText(.markdown)), width: $1) }
      .map { $0.isEmpty ? "///" : "/// " + $0 }
      .joined(separator: "\n" + String(repeating: " ", count: indent))
  }
}

private func needsEscape(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte >= 0x7F || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "\"")
}
