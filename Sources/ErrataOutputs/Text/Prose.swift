/// Text for people as catalogues write it: paragraphs with blank lines between them, and code between backticks. Nothing else
/// is markup.
struct Prose: Sendable {
  enum Run: Sendable, Equatable {
    case text(String)
    case code(String)
  }

  /// The paragraphs as they were written, each on one line.
  let source: [String]

  init(_ text: String) {
    source = Self.paragraphs(of: text)
  }

  /// The paragraphs, text and code told apart.
  var paragraphs: [[Run]] { source.map(Self.runs) }

  /// The text without markup, a blank line between paragraphs.
  var plain: String {
    paragraphs.map { runs in
      runs.map { run in
        switch run {
        case .text(let text), .code(let text): text
        }
      }.joined()
    }.joined(separator: "\n\n")
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
    let pieces = paragraph.utf8.split(separator: UInt8(ascii: "`"), omittingEmptySubsequences: false).map(Substring.init)
    // A backtick without a partner is only a backtick.
    guard pieces.count % 2 == 1, pieces.count > 1 else { return [.text(paragraph)] }
    return pieces.enumerated().compactMap { index, piece in
      if index % 2 == 1 { return piece.isEmpty ? .text("``") : .code(String(piece)) }
      return piece.isEmpty ? nil : .text(String(piece))
    }
  }
}
