import Mustache

/// Makes text safe as inline content of GitHub Flavored Markdown (version 0.29): it shows as it is, wherever it stands.
struct MarkdownEscaper: MustacheContentType {
  func escapeText(_ text: String) -> String {
    markdownEscaped(text)
  }
}

/// `text` as GitHub Flavored Markdown shows it literally, on one line, in a paragraph, heading, list item or table cell.
func markdownEscaped(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  var previous: Unicode.Scalar?
  var isAtStart = true
  var scalars = text.unicodeScalars.makeIterator()
  var next = scalars.next()
  while let scalar = next {
    next = scalars.next()
    if isSpace(scalar) {
      if previous.map({ !isSpace($0) }) ?? false, next != nil { result.append(" ") }
    } else if isHidden(scalar) {
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

/// `text` in a code span (GFM 6.3). In a table a pipe needs a backslash even there (GFM 4.10).
func markdownCode(_ text: String) -> String {
  let line = String(String.UnicodeScalarView(singleLine(text).unicodeScalars.map { isHidden($0) ? "\u{FFFD}" : $0 }))
  let longestRun = line.split(whereSeparator: { $0 != "`" }).map(\.count).max() ?? 0
  let fence = String(repeating: "`", count: longestRun + 1)
  let padding = line.hasPrefix("`") || line.hasSuffix("`") ? " " : ""
  return fence + padding + line.replacing("|", with: "\\|") + padding + fence
}

extension Prose {
  /// Each paragraph as Markdown, on one line.
  var markdown: [String] {
    paragraphs.map { runs in
      runs.map { run in
        switch run {
        case .text(let text): (text.first?.isWhitespace ?? false ? " " : "") + markdownEscaped(text) + (text.last?.isWhitespace ?? false ? " " : "")
        case .code(let code): markdownCode(code)
        }
      }.joined().trimmingSpaces()
    }
  }
}

private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
  scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}"
    || scalar == "\u{85}"
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
  case ".", ")": return isAtStart && previous != nil
  default: return false
  }
}

extension String {
  fileprivate func trimmingSpaces() -> String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text.drop { $0 == " " })
  }
}
