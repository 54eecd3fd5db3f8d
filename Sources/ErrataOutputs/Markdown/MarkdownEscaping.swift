/// `text` as GitHub Flavored Markdown shows it literally, on one line, in a paragraph, heading, list item or table cell.
func markdownEscaped(_ text: String) -> String {
  let text = singleLine(text)
  if !hasByte(text, where: { !isPlain($0) }), let first = text.utf8.first, !(48...57).contains(first) { return text }
  var result = String.UnicodeScalarView()
  var previous: Unicode.Scalar?
  var isAtStart = true
  var scalars = text.unicodeScalars.makeIterator()
  var next = scalars.next()
  while let scalar = next {
    next = scalars.next()
    if isHidden(scalar) {
      result.append("\u{FFFD}")
    } else {
      if needsBackslash(scalar, after: previous, before: next, isAtStart: isAtStart) { result.append("\\") }
      result.append(scalar)
      // A number at the start of a line may begin a list.
      isAtStart = isAtStart && ("0"..."9").contains(scalar)
    }
    previous = scalar
  }
  return String(result)
}

/// `text` in a code span (GFM 6.3).
/// - Parameter isInTable: in a table a pipe needs a backslash even in code (GFM 4.10), and nowhere else.
func markdownCode(_ text: String, isInTable: Bool = false) -> String {
  let line = replacingHidden(singleLine(text))
  let longestRun = line.utf8.split(whereSeparator: { $0 != UInt8(ascii: "`") }).map(\.count).max() ?? 0
  let fence = String(repeating: "`", count: longestRun + 1)
  // Bytes, not characters: a backtick with a combining mark is one character, and still a backtick to Markdown.
  let tick = UInt8(ascii: "`")
  let padding = line.utf8.first == tick || line.utf8.last == tick ? " " : ""
  let pieces = line.utf8.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map { Substring($0) }
  return fence + padding + pieces.joined(separator: isInTable ? "\\|" : "|") + padding + fence
}

/// `text` as Markdown; nil where there is nothing but white space in it.
func proseMarkdown(_ text: String) -> String? {
  let markdown = Prose(text).markdown
  return markdown.isEmpty ? nil : markdown
}

extension Prose {
  /// Each paragraph as Markdown, on one line, with empty lines between them.
  var markdown: String {
    paragraphs.map { runs in
      runs.map { run in
        switch run {
        case .text(let text):
          (text.utf8.first == 0x20 ? " " : "") + markdownEscaped(text) + (text.utf8.last == 0x20 ? " " : "")
        case .code(let code): markdownCode(code)
        }
      }.joined()
    }.joined(separator: "\n\n")
  }
}

/// Letters, digits and punctuation that mean nothing in Markdown, wherever they stand after the first character.
private func isPlain(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"),
    UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ";"), UInt8(ascii: ":"),
    UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ")"):
    true
  default: false
  }
}

private func needsBackslash(
  _ scalar: Unicode.Scalar, after previous: Unicode.Scalar?, before next: Unicode.Scalar?, isAtStart: Bool
) -> Bool {
  func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false
  }
  switch scalar {
  case "\\", "`", "*", "[", "]", "<", "|", "~": return true
  case "_": return !(isWord(previous) && isWord(next))
  case "&": return next.map { $0 == "#" || $0.properties.isAlphabetic } ?? false
  case "#", ">", "+", "-", "=": return isAtStart
  case ".", ")": return isAtStart && previous != nil && (next == " " || next == nil)
  default: return false
  }
}
