import ErrataDiagnostics
import ErrataText

/// What looks like a comment `# errata: allow RULE, RULE`. It is one unless it is part of a scalar.
struct AllowanceComment {
  /// The name of a rule, and its columns.
  struct Name {
    let text: String
    let columns: Range<UInt32>
  }

  /// What follows the `#`, each after any white space.
  static let words = ["errata:", "allow"].map { Array($0.utf8) }

  /// The `#`.
  let mark: CommentMark
  /// The first `#` of the line, if nothing is before it.
  let lineStart: CommentMark?
  /// The names of rules; one without text if there are none.
  let names: [Name]
  /// The first line after it that isn't just a comment.
  var nextLine: UInt32
}

/// A `#` that may begin a comment.
struct CommentMark {
  let position: SourcePosition
  /// Its line.
  let text: ArraySlice<UInt8>
  /// Where it is in `text`.
  let index: Int

  /// The byte that is `columns` characters before it.
  func byte(before columns: UInt32) -> UInt8 {
    var index = index
    for _ in 0..<columns {
      repeat { index -= 1 } while isContinuation(text[index])
    }
    return text[index]
  }
}

/// Everything in `file` that looks like an allowance, in source order.
func allowanceComments(in file: SourceFile) -> [AllowanceComment] {
  // Every catalogue has the first word.
  if !contains(AllowanceComment.words[1], in: file.bytes.span) { return [] }
  var comments: [AllowanceComment] = []
  /// How many comments have a `nextLine`.
  var finished = 0
  var lines = TextLines(file.bytes)
  var number: UInt32 = 0
  while let text = lines.next() {
    number += 1
    var line = CommentLine(text, number: number)
    if !line.isComment {
      while finished < comments.count {
        comments[finished].nextLine = number
        finished += 1
      }
    }
    while let comment = line.next() { comments.append(comment) }
  }
  while finished < comments.count {
    comments[finished].nextLine = number + 1
    finished += 1
  }
  return comments
}

/// An iterator over what looks like an allowance in a line.
private struct CommentLine {
  private let text: ArraySlice<UInt8>
  private let number: UInt32
  private var index: Int
  private var column: UInt32 = 1
  private var lineStart: CommentMark?

  init(_ text: ArraySlice<UInt8>, number: UInt32) {
    self.text = text
    self.number = number
    index = text.startIndex
    skipBlanks()
    if index < text.endIndex, text[index] == hash { lineStart = mark }
  }

  /// Whether nothing is before the first `#`.
  var isComment: Bool { lineStart != nil }

  mutating func next() -> AllowanceComment? {
    while index < text.endIndex {
      let isStart = index == text.startIndex || isBlank(text[index - 1])
      let mark = mark
      advance()
      guard isStart, text[mark.index] == hash, skipWords() else { continue }
      let end = column
      var names = names()
      if names.isEmpty { names = [AllowanceComment.Name(text: "", columns: mark.position.column..<end)] }
      return AllowanceComment(mark: mark, lineStart: lineStart, names: names, nextLine: number)
    }
    return nil
  }

  private var mark: CommentMark {
    CommentMark(position: SourcePosition(line: number, column: column), text: text, index: index)
  }

  /// Moves past white space and the words, if they follow.
  private mutating func skipWords() -> Bool {
    for word in AllowanceComment.words {
      skipBlanks()
      guard text[index...].starts(with: word) else { return false }
      index += word.count
      column += UInt32(word.count)
    }
    return index == text.endIndex || isBlank(text[index])
  }

  /// Reads names that are separated by commas. What follows the last one is a reason, for people.
  private mutating func names() -> [AllowanceComment.Name] {
    var names: [AllowanceComment.Name] = []
    while true {
      skipBlanks()
      let (start, first) = (index, column)
      while index < text.endIndex, !isBlank(text[index]), text[index] != comma, text[index] != hash { advance() }
      if index > start {
        names.append(
          AllowanceComment.Name(text: String(decoding: text[start..<index], as: UTF8.self), columns: first..<column))
      }
      skipBlanks()
      guard index < text.endIndex, text[index] == comma else { return names }
      advance()
    }
  }

  private mutating func skipBlanks() {
    while index < text.endIndex, isBlank(text[index]) { advance() }
  }

  /// Moves past one character.
  private mutating func advance() {
    repeat { index += 1 } while index < text.endIndex && isContinuation(text[index])
    column += 1
  }
}

private let hash = UInt8(ascii: "#")
private let comma = UInt8(ascii: ",")

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

/// Whether `byte` is not the first one of a character in UTF-8.
private func isContinuation(_ byte: UInt8) -> Bool { byte & 0b1100_0000 == 0b1000_0000 }

/// Whether `word` occurs in `bytes`.
private func contains(_ word: [UInt8], in bytes: borrowing Span<UInt8>) -> Bool {
  let last = bytes.count - word.count
  var start = 0
  while start <= last {
    if bytes[start] == word[0] {
      var length = 1
      while length < word.count, bytes[start + length] == word[length] { length += 1 }
      if length == word.count { return true }
    }
    start += 1
  }
  return false
}
