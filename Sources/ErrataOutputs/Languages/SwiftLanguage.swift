import ErrataMustache
import ErrataText

/// Swift: text is between the quotes of a string literal on one line.
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

  /// Paragraphs with empty lines between them, each wrapped so that lines have 100 characters. Text cannot leave the comment: each
  /// line begins with `///`.
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
