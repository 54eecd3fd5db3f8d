import ErrataDiagnostics
import ErrataText

/// A documentation comment: paragraphs with empty lines between them, each wrapped to lines of 100 characters.
struct DocumentationComment {
  /// Without a last line break. Text cannot leave the comment: there is no line in it without `///`.
  private(set) var text = ""
  private let indent: String

  /// - Parameter indent: how many spaces stand before each line.
  init(indent: Int) {
    self.indent = String(repeating: " ", count: indent)
  }

  /// - Parameter paragraphs: each on one line.
  mutating func add(_ paragraphs: [String]) {
    for paragraph in paragraphs where !paragraph.isEmpty {
      if !text.isEmpty { text += "\n" + indent + "///\n" }
      let paragraph = visible(paragraph)
      let lines = wrapped(paragraph, width: 96 - indent.utf8.count)
      for (index, line) in lines.enumerated() {
        text += index > 0 ? "\n" : ""
        text += indent
        text += "/// "
        let start = paragraph.utf8.index(paragraph.startIndex, offsetBy: line.lowerBound)
        text += paragraph[start..<paragraph.utf8.index(start, offsetBy: line.count)]
      }
    }
  }
}
