import ErrataMustache
import ErrataText

/// HTML: text is safe between tags and between the quotes of an attribute.
struct HTMLLanguage: Language {
  func text(_ value: String) -> String { htmlEscaped(value) }

  func code(_ value: String) -> String { htmlCode(value) }

  /// Paragraphs in `p` elements and lists in `ul` elements, one line for each paragraph and item.
  func prose(_ value: Prose) -> String {
    value.blocks.map { block in
      switch block {
      case .paragraph(let runs): "<p>\(runs.html)</p>"
      case .list(let items): "<ul>\n\(items.map { "<li>\($0.html)</li>\n" }.joined())</ul>"
      }
    }.joined(separator: "\n")
  }

  func comment(_ prose: Prose, indent: Int) -> String {
    prose.lines { runs, _ in [htmlEscaped(runs.plain)[...]] }.filter { !$0.isEmpty }
      .joined(separator: "\n" + String(repeating: " ", count: indent))
  }
}

extension [Prose.Run] {
  /// The text escaped, with `code` and `a` elements. The address of the page, which has what was searched for, isn't sent to the sites
  /// that it links to.
  var html: String {
    map { run in
      switch run {
      case .text(let text): htmlEscaped(text)
      case .code(let code): htmlCode(code)
      case .link(let text, let url): "<a href=\"\(htmlEscaped(url))\" rel=\"noreferrer\">\(text.html)</a>"
      }
    }.joined()
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
