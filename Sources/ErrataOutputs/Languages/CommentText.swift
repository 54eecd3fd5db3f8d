import ErrataDiagnostics
import ErrataText

/// `text` on one line, safe in the comments of any common language: a space is inserted in the middle of `*/`, `/*`, `-->`, `"""`,
/// `'''`, and of `\u`, which Java interprets even in comments.
func commentText(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  var (last, beforeLast): (Unicode.Scalar, Unicode.Scalar) = (" ", " ")
  for scalar in visible(singleLine(text)).unicodeScalars {
    let isEnd =
      switch (beforeLast, last, scalar) {
      case (_, "*", "/"), (_, "/", "*"), (_, "\\", "u"), ("-", "-", ">"), ("\"", "\"", "\""), ("'", "'", "'"): true
      default: false
      }
    if isEnd { result.append(" ") }
    result.append(scalar)
    (beforeLast, last) = isEnd ? (" ", scalar) : (last, scalar)
  }
  return String(result)
}

/// How documentation comments write links.
enum CommentLinks {
  /// `[text](url)`.
  case markdown
  /// `text (url)`.
  case plain
}

/// The lines of a documentation comment, about 90 characters wide, with empty lines between paragraphs and lists. No line ends with a
/// backslash, which would continue the line in C and Python.
func commentLines(_ prose: Prose, links: CommentLinks, bullet: String = "- ") -> [String] {
  prose.lines(width: 90, bullet: bullet) { runs, width in
    wrapped(commentText(runs.commentText(links)), width: width).map {
      $0.utf8.last == UInt8(ascii: "\\") ? $0 + "." : $0
    }
  }
}

extension [Prose.Run] {
  /// The text, with code between backticks.
  func commentText(_ links: CommentLinks) -> String {
    map { run in
      switch (run, links) {
      case (.text(let text), _): text
      case (.code(let code), _): "`\(code)`"
      case (.link(let text, let url), .markdown): "[\(text.commentText(links))](\(urlInComment(url)))"
      case (.link(let text, let url), .plain): text.plain == url ? url : "\(text.commentText(links)) (\(url))"
      }
    }.joined()
  }
}

/// `url`, percent-encoded where a space would be inserted, which would break the link.
private func urlInComment(_ url: String) -> String {
  if commentText(url) == url { return url }
  return url.replacing("*", with: "%2A").replacing("'", with: "%27")
}
