import ErrataMustache
import ErrataText

/// HTML: text is safe between tags and between the quotes of an attribute.
struct HTMLLanguage: Language {
  func text(_ value: String) -> String { htmlEscaped(value) }

  func code(_ value: String) -> String { htmlCode(value) }

  /// Paragraphs in `p` elements, one line each.
  func prose(_ value: Prose) -> String {
    value.paragraphs.map { runs in
      "<p>"
        + runs.map { run in
          switch run {
          case .text(let text): htmlEscaped(text)
          case .code(let code): htmlCode(code)
          }
        }.joined() + "</p>"
    }.joined(separator: "\n")
  }

  func comment(_ paragraphs: [String], indent: Int) -> String {
    paragraphs.map(htmlEscaped).joined(separator: "\n" + String(repeating: " ", count: indent))
  }
}

/// `text` escaped for HTML, between tags or between the quotes of an attribute (HTML Standard, sections 13.1.2.3 and 13.1.4). Line
/// feeds and tabs are kept for `pre`; other invisible characters become U+FFFD.
func htmlEscaped(_ text: String) -> String {
  guard hasByte(text, where: needsEscape) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result.append(contentsOf: "&amp;".unicodeScalars)
    case "<": result.append(contentsOf: "&lt;".unicodeScalars)
    case ">": result.append(contentsOf: "&gt;".unicodeScalars)
    case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
    case "'": result.append(contentsOf: "&#39;".unicodeScalars)
    case "\n", "\t": result.append(scalar)
    default: result.append(isHidden(scalar) ? "\u{FFFD}" : scalar)
    }
  }
  return String(result)
}

private func needsEscape(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
  default: byte < 0x20 || byte >= 0x7F
  }
}

/// `text` in a `code` element, on one line.
func htmlCode(_ text: String) -> String {
  "<code>\(htmlEscaped(singleLine(text)))</code>"
}
