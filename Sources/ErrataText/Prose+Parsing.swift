extension Prose {
  /// - Parameter text: the text as written in the catalogue.
  package init(_ text: String) {
    var blocks: [Block] = []
    var items: [[Run]] = []
    func endList() {
      if !items.isEmpty { blocks.append(.list(items)) }
      items = []
    }
    for part in Self.parts(of: text, findsItems: true) {
      if part.isItem {
        items.append(proseRuns(of: part.line))
      } else {
        endList()
        blocks.append(.paragraph(proseRuns(of: part.line)))
      }
    }
    endList()
    self.init(blocks)
  }

  /// Text without markup, in which only paragraphs are found.
  package init(literal text: String) {
    self.init(Self.parts(of: text, findsItems: false).map { .paragraph([.text($0.line)]) })
  }

  /// Texts without markup, one after the other.
  package init(literals texts: [String]) {
    self.init(texts.flatMap { Prose(literal: $0).blocks })
  }

  /// The paragraphs and items, each on one line. An item begins with `-` and white space on a
  /// line, and ends at an empty line or the next item. One without text is left out.
  static func parts(of text: String, findsItems: Bool) -> [(line: String, isItem: Bool)] {
    if !hasByte(text, where: { $0 == UInt8(ascii: "\n") }) {
      let line = singleLine(text)
      if line.isEmpty { return [] }
      if !findsItems || !line.utf8.starts(with: "-".utf8) { return [(line, false)] }
    }
    var parts: [(line: String, isItem: Bool)] = []
    var words: [Substring] = []
    var isItem = false
    func endPart() {
      if !words.isEmpty { parts.append((words.joined(separator: " "), isItem)) }
      (words, isItem) = ([], false)
    }
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let lineWords = spaceSeparated(Substring(line))
      if lineWords.isEmpty {
        endPart()
      } else if findsItems, lineWords[0].utf8.elementsEqual("-".utf8) {
        endPart()
        isItem = true
        words += lineWords.dropFirst()
      } else {
        words += lineWords
      }
    }
    endPart()
    return parts
  }
}
