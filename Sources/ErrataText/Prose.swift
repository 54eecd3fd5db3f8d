/// Text for people as catalogues write it: paragraphs with blank lines between them, and code between backticks. Nothing else
/// is markup.
package struct Prose: Sendable {
  package enum Run: Sendable, Equatable {
    case text(String)
    case code(String)
  }

  /// The paragraphs as they were written, each on one line.
  package let source: [String]

  package init(_ text: String) {
    source = Self.paragraphs(of: text)
  }

  /// The paragraphs, text and code told apart.
  package var paragraphs: [[Run]] { source.map(Self.runs) }

  /// The text without markup, a blank line between paragraphs.
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
    func finish() {
      if !words.isEmpty { paragraphs.append(words.joined(separator: " ")) }
      words = []
    }
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let found = spaceSeparated(Substring(line))
      if found.isEmpty { finish() } else { words += found }
    }
    finish()
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
      // Code stands between single backticks. Several together, or one without a partner, are only backticks.
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
