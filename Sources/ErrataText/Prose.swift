/// Prose in a catalogue: paragraphs separated by blank lines, with code between backticks. Nothing else is markup.
package struct Prose: Sendable {
  /// Part of a paragraph.
  package enum Run: Sendable, Equatable {
    case text(String)
    case code(String)
  }

  /// The paragraphs with their markup, each on one line.
  package let source: [String]

  /// - Parameter text: the text as written in the catalogue.
  package init(_ text: String) {
    source = Self.paragraphs(of: text)
  }

  /// The paragraphs, each split into text and code.
  package var paragraphs: [[Run]] { source.map(Self.runs) }

  /// The text without markup, with a blank line between paragraphs.
  package var plain: String { plainParagraphs.joined(separator: "\n\n") }

  /// The paragraphs without markup.
  package var plainParagraphs: [String] {
    paragraphs.map { runs in
      runs.map { run in
        switch run {
        case .text(let text), .code(let text): text
        }
      }.joined()
    }
  }

  private static func paragraphs(of text: String) -> [String] {
    if !hasByte(text, where: { $0 == UInt8(ascii: "\n") }) {
      let line = singleLine(text)
      return line.isEmpty ? [] : [line]
    }
    var paragraphs: [String] = []
    var words: [Substring] = []
    func endParagraph() {
      if !words.isEmpty { paragraphs.append(words.joined(separator: " ")) }
      words = []
    }
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let lineWords = spaceSeparated(Substring(line))
      if lineWords.isEmpty { endParagraph() } else { words += lineWords }
    }
    endParagraph()
    return paragraphs
  }

  private static func runs(_ paragraph: String) -> [Run] {
    if !hasByte(paragraph, where: { $0 == UInt8(ascii: "`") }) { return [.text(paragraph)] }
    var runs: [Run] = []
    var text = ""
    // Bytes, not characters: a backtick with a combining mark is still a backtick.
    let tick = UInt8(ascii: "`")
    var rest = Substring(paragraph).utf8
    while let start = rest.firstIndex(of: tick) {
      text += Substring(rest[..<start])
      let ticks = rest[start...].prefix { $0 == tick }
      rest = rest[ticks.endIndex...]
      // Only a pair of single backticks delimits code. Others are literal.
      if ticks.count == 1, let end = rest.firstIndex(of: tick), rest[end...].prefix(while: { $0 == tick }).count == 1 {
        if !text.isEmpty { runs.append(.text(text)) }
        runs.append(.code(String(Substring(rest[..<end]))))
        text = ""
        rest = rest[rest.index(after: end)...]
      } else {
        text += Substring(ticks)
      }
    }
    text += Substring(rest)
    return text.isEmpty ? runs : runs + [.text(text)]
  }
}
