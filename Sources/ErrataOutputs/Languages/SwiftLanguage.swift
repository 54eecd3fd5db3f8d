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

  /// Paragraphs separated by empty lines, wrapped to 100 columns. Text cannot end the comment, since each line begins with `///`.
  func comment(_ paragraphs: [String], indent: Int) -> String {
    let margin = "\n" + String(repeating: " ", count: indent)
    return paragraphs.map { paragraph in
      wrapped(visible(paragraph), width: 96 - indent).map { "/// " + $0 }.joined(separator: margin)
    }.joined(separator: "\(margin)///\(margin)")
  }
}

private func needsEscape(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte >= 0x7F || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "\"")
}
