import Foundation

/// Text for people as catalogues write it: paragraphs with blank lines between them, and code between backticks. Nothing else
/// is markup.
struct Prose: Sendable {
  enum Run: Sendable, Equatable {
    case text(String)
    case code(String)
  }

  let paragraphs: [[Run]]

  init(_ text: String) {
    paragraphs = Self.paragraphs(of: text).map(Self.runs)
  }

  /// The paragraphs of `text`, each on one line.
  static func paragraphs(of text: String) -> [String] {
    var paragraphs: [String] = []
    var words: [Substring] = []
    func finish() {
      if !words.isEmpty { paragraphs.append(words.joined(separator: " ")) }
      words = []
    }
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let found = line.split(whereSeparator: \.isWhitespace)
      if found.isEmpty { finish() } else { words += found }
    }
    finish()
    return paragraphs
  }

  private static func runs(_ paragraph: String) -> [Run] {
    let pieces = paragraph.split(separator: "`", omittingEmptySubsequences: false)
    // A backtick without a partner is only a backtick.
    guard pieces.count % 2 == 1, pieces.count > 1 else { return [.text(paragraph)] }
    return pieces.enumerated().compactMap { index, piece in
      if index % 2 == 1 { return piece.isEmpty ? .text("``") : .code(String(piece)) }
      return piece.isEmpty ? nil : .text(String(piece))
    }
  }
}

/// `text` on one line: every run of white space is one space.
func singleLine(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// The lines of `paragraph` with at most `width` characters each, broken at spaces; a longer word stands alone.
func wrapped(_ paragraph: String, width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var length = 0
  for word in paragraph.split(separator: " ") {
    let count = word.count
    if length > 0, length + 1 + count > width {
      lines.append(line)
      line = ""
      length = 0
    }
    if length > 0 {
      line += " "
      length += 1
    }
    line += word
    length += count
  }
  if !line.isEmpty { lines.append(line) }
  return lines
}
