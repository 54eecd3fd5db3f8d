import ErrataMustache
import ErrataText

/// Swift: text is safe between the quotes of a single-line string literal.
struct SwiftLanguage: Language {
  func text(_ value: String) -> String {
    guard hasByte(value, where: needsEscape) else { return value }
    var result = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where isHidden(scalar): result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  func prose(_ value: Prose) -> String { text(value.plain) }

  func code(_ value: String) -> String { text(value) }

  /// Paragraphs separated by empty lines, wrapped to 100 columns. Text cannot end the comment, since each line begins with `///`.
  func comment(_ paragraphs: [String], indent: Int) -> String {
    let margin = "\n" + String(repeating: " ", count: indent)
    return paragraphs.lazy.map(visible).map { paragraph in
      let lines = wrapped(paragraph, width: 96 - indent).map { line in
        let start = paragraph.utf8.index(paragraph.startIndex, offsetBy: line.lowerBound)
        return "/// " + paragraph[start..<paragraph.utf8.index(start, offsetBy: line.count)]
      }
      return lines.joined(separator: margin)
    }.joined(separator: "\(margin)///\(margin)")
  }
}

private func needsEscape(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte >= 0x7F || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "\"")
}
