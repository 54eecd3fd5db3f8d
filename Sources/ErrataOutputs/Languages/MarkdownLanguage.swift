import ErrataMustache
import ErrataText

/// GitHub Flavored Markdown: text is safe in a paragraph, heading, list item or table cell.
struct MarkdownLanguage: Language {
  func text(_ value: String) -> String { markdownEscaped(value) }

  func code(_ value: String) -> String { markdownCode(value) }

  /// Each paragraph and item on one line, with empty lines between paragraphs and lists.
  func prose(_ value: Prose) -> String { lines(value).joined(separator: "\n") }

  func comment(_ prose: Prose, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    return lines(prose).enumerated().map { $0 == 0 || $1.isEmpty ? $1 : margin + $1 }.joined(separator: "\n")
  }

  private func lines(_ prose: Prose) -> [String] { prose.lines { runs, _ in [runs.markdown()[...]] } }
}

extension [Prose.Run] {
  /// The text escaped, with code spans and links.
  func markdown(isInTable: Bool = false) -> String {
    map { run in
      switch run {
      case .text(" "): " "
      case .text(let text):
        (text.utf8.first == 0x20 ? " " : "") + markdownEscaped(text) + (text.utf8.last == 0x20 ? " " : "")
      case .code(let code): markdownCode(code, isInTable: isInTable)
      case .link(let text, let url): "[\(text.markdown(isInTable: isInTable))](\(markdownURL(url)))"
      }
    }.joined()
  }
}

/// `prose` in GitHub Flavored Markdown, each paragraph on one line.
package func markdownProse(_ prose: Prose) -> String { MarkdownLanguage().prose(prose) }

/// `url` as the destination of a link (GFM 6.6), in which character references are resolved. Renderers differ in which parentheses
/// they allow.
private func markdownURL(_ url: String) -> String {
  url.replacing("&", with: "&amp;").replacing("(", with: "%28").replacing(")", with: "%29")
}

/// `text` escaped for GitHub Flavored Markdown, on one line, in a paragraph, heading, list item or table cell. It doesn't become a
/// link (GFM 6.9) either, nor code in MDX, Liquid or Vue.
func markdownEscaped(_ text: String) -> String {
  let text = singleLine(text)
  if isPlain(text) { return text }
  var result = ""
  var (beforePrevious, previous): (Unicode.Scalar?, Unicode.Scalar?) = (nil, nil)
  var isAtStart = true
  var scalars = text.unicodeScalars[...]
  // In MDX, a paragraph that begins with either is JavaScript.
  if ["import ", "export "].contains(where: { text.utf8.starts(with: $0.utf8) }), let first = scalars.popFirst() {
    result += "&#\(first.value);"
    previous = first
    isAtStart = false
  }
  while let scalar = scalars.popFirst() {
    let next = scalars.first
    if needsBreak(scalar, after: previous, beforePrevious, before: next) { result += "<wbr/>" }
    if scalar == "{" {
      result += "&#123;"
    } else if isHidden(scalar) {
      result += "\u{FFFD}"
    } else {
      if needsBackslash(scalar, after: previous, before: next, isAtStart: isAtStart) { result += "\\" }
      result.unicodeScalars.append(scalar)
      // A number at the start of a line could begin a list.
      isAtStart = isAtStart && ("0"..."9").contains(scalar)
    }
    (beforePrevious, previous) = (previous, scalar)
  }
  return result
}

/// `text` in a code span (GFM 6.3), or in a `code` element if Liquid or Vue would evaluate it: they ignore code spans.
/// - Parameter isInTable: in a table, and only there, a pipe in code needs a backslash (GFM 4.10).
func markdownCode(_ text: String, isInTable: Bool = false) -> String {
  // As codes are.
  if !text.isEmpty, !hasByte(text, where: { $0 <= 0x20 || $0 >= 0x7F || "`|{".utf8.contains($0) }) {
    return "`\(text)`"
  }
  let line = visible(singleLine(text))
  if withoutTemplateTags(line) != line { return "<code>\(markdownEscaped(line))</code>" }
  let fence = String(repeating: "`", count: longestBacktickRun(in: line) + 1)
  // Compare bytes, not characters: a backtick with a combining mark is still a backtick in Markdown.
  let tick = UInt8(ascii: "`")
  let padding = line.utf8.first == tick || line.utf8.last == tick ? " " : ""
  let parts = line.utf8.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map { Substring($0) }
  return fence + padding + parts.joined(separator: isInTable ? "\\|" : "|") + padding + fence
}

/// The length of the longest run of backticks in `text`, which a fence must exceed.
func longestBacktickRun(in text: String) -> Int {
  withBytes(of: text) { bytes in
    var (longest, run) = (0, 0)
    for index in bytes.indices {
      run = bytes[index] == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}

/// `json` with the start of tags in Liquid, Vue or Jinja escaped: `{{`, `{%` and `{#`, which can only be in its strings.
func withoutTemplateTags(_ json: String) -> String {
  guard hasTemplateTag(json) else { return json }
  var result = ""
  var previous: Unicode.Scalar?
  for scalar in json.unicodeScalars {
    if previous == "{", "{%#".unicodeScalars.contains(scalar) {
      result += "\\u00" + String(scalar.value, radix: 16)
    } else {
      result.unicodeScalars.append(scalar)
    }
    previous = scalar
  }
  return result
}

private func hasTemplateTag(_ text: String) -> Bool {
  withBytes(of: text) { bytes in
    for index in bytes.indices.dropFirst() where bytes[index - 1] == UInt8(ascii: "{") {
      if "{%#".utf8.contains(bytes[index]) { return true }
    }
    return false
  }
}

/// Whether `text` has no special meaning in Markdown in any position. May be false for some plain texts.
private func isPlain(_ text: String) -> Bool {
  guard var previous = text.utf8.first, !(48...57).contains(previous) else { return false }
  for byte in text.utf8 {
    if !isPlain(byte) || (byte == UInt8(ascii: ".") && previous | 0x20 == UInt8(ascii: "w")) { return false }
    previous = byte
  }
  return !["import ", "export "].contains { text.utf8.starts(with: $0.utf8) }
}

/// Letters, digits and punctuation without a meaning in Markdown after the first character.
private func isPlain(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"),
    UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ";"), UInt8(ascii: ":"),
    UInt8(ascii: "."), UInt8(ascii: ")"):
    true
  default: false
  }
}

/// Whether `scalar` needs a `<wbr/>` before it, to split what would otherwise be a link or a tag. A backslash or a character
/// reference isn't enough: some renderers look for links, and Vue for tags, after resolving those.
private func needsBreak(
  _ scalar: Unicode.Scalar, after previous: Unicode.Scalar?, _ beforePrevious: Unicode.Scalar?,
  before next: Unicode.Scalar?
) -> Bool {
  switch scalar {
  case "{": return previous == "{"
  case "/": return previous == "/" && next != nil && next != " "
  case "@": return previous != nil && previous != " " && next != nil && next != " "
  case ".": return isW(previous) && isW(beforePrevious) && next != nil && next != " "
  default: return false
  }
}

private func isW(_ scalar: Unicode.Scalar?) -> Bool { scalar == "w" || scalar == "W" }

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
