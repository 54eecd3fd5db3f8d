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

/// The paragraphs of a documentation comment, each wrapped to lines of about 90 characters, separated by empty lines. No line ends
/// with a backslash, which would continue the line in C and Python.
func commentLines(_ paragraphs: [String]) -> [String] {
  let wrappedParagraphs = paragraphs.map(commentText).filter { !$0.isEmpty }.map { paragraph in
    wrapped(paragraph, width: 90).map { $0.utf8.last == UInt8(ascii: "\\") ? $0 + "." : String($0) }
  }
  return Array(wrappedParagraphs.joined(separator: [""]))
}
