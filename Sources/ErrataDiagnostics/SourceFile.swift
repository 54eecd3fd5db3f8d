import ErrataText

/// A text file that was read: its path as the user wrote it, and its bytes.
public struct SourceFile: Sendable {
  /// The path to show, `<stdin>` for standard input.
  public let path: String
  /// What the file holds. A byte order mark is no part of the text.
  public let bytes: ArraySlice<UInt8>
  /// The number of the first line of `bytes` in the file, and of its first column there: not one where only a part is kept.
  let firstLine: UInt32
  let firstColumn: UInt32
  /// Where the text is every 64 KiB, so that a place far down is found without counting all lines before it.
  private let milestones: [Cursor]

  /// - Parameters:
  ///   - path: the path to show in diagnostics.
  ///   - bytes: the whole file; a UTF-8 byte order mark is left off.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = Self.withoutByteOrderMark(bytes)
    firstLine = 1
    firstColumn = 1
    milestones = Self.milestones(of: self.bytes)
  }

  /// One line of a file that is too long to keep.
  /// - Parameters:
  ///   - path: the path to show in diagnostics.
  ///   - line: the line without its line break; a UTF-8 byte order mark is left off.
  ///   - number: the number of the line in the file, from one.
  ///   - firstColumn: the column at which `line` begins, where the start of the line is left off too.
  public init(path: String, line: [UInt8], number: UInt32, firstColumn: UInt32 = 1) {
    self.path = path
    bytes = Self.withoutByteOrderMark(line)
    firstLine = number
    self.firstColumn = firstColumn
    milestones = []
  }

  private static func withoutByteOrderMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.starts(with: byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
  }

  private static func milestones(of bytes: ArraySlice<UInt8>) -> [Cursor] {
    let text = bytes.span
    var milestones: [Cursor] = []
    var cursor = Cursor(offset: 0, position: .start)
    while cursor.offset < text.count {
      cursor.advance(in: text)
      if cursor.offset >= (milestones.count + 1) << 16 { milestones.append(cursor) }
    }
    return milestones
  }

  /// The text of line `number`, counted from one, without its line break; nil past the end of the file.
  ///
  /// Lines end where YAML 1.1 (section 5.4) ends them, since that is how positions are counted: LF, CR, CR LF, U+0085,
  /// U+2028 and U+2029.
  public func line(_ number: UInt32) -> String? {
    stretch(of: number, from: firstColumn, count: .max).map { String(String.UnicodeScalarView($0.scalars)) }
  }

  /// The position of the byte at `offset`, counted from the start of the text.
  public func position(ofByteAt offset: Int) -> SourcePosition {
    let text = bytes.span
    var cursor = milestones.last { $0.offset <= offset } ?? start
    while cursor.offset < min(offset, text.count) { cursor.advance(in: text) }
    return cursor.position
  }

  /// Part of line `number`, which may be too long to look at as a whole: at most `count` scalars from `column` on, and whether
  /// the line goes on after them; nil past the end of the file.
  func stretch(
    of number: UInt32, from column: UInt32, count: Int
  ) -> (scalars: [Unicode.Scalar], goesOn: Bool)? {
    let text = bytes.span
    let target = SourcePosition(line: number, column: column)
    var cursor = start
    for milestone in milestones {
      if target < milestone.position { break }
      cursor = milestone
    }
    while cursor.position < target, cursor.offset < text.count {
      // The line may end before the column.
      if cursor.position.line == number, lineBreakLength(text, at: cursor.offset) > 0 { break }
      cursor.advance(in: text)
    }
    guard cursor.position.line == number else { return nil }
    let from = cursor.offset
    var found = 0
    while found < count, cursor.offset < text.count, lineBreakLength(text, at: cursor.offset) == 0 {
      cursor.advance(in: text)
      found += 1
    }
    let goesOn = cursor.offset < text.count && lineBreakLength(text, at: cursor.offset) == 0
    let stretch = bytes[(bytes.startIndex + from)..<(bytes.startIndex + cursor.offset)]
    return (Array(String(decoding: stretch, as: UTF8.self).unicodeScalars), goesOn)
  }

  private var start: Cursor {
    Cursor(offset: 0, position: SourcePosition(line: firstLine, column: firstColumn))
  }
}

/// A place in a text.
private struct Cursor {
  /// In bytes.
  private(set) var offset: Int
  private(set) var position: SourcePosition

  init(offset: Int, position: SourcePosition) {
    self.offset = offset
    self.position = position
  }

  /// Goes on by one scalar or line break; there must be one.
  mutating func advance(in text: borrowing Span<UInt8>) {
    let length = lineBreakLength(text, at: offset)
    if length > 0 {
      offset += length
      position = SourcePosition(line: position.line + 1, column: 1)
      return
    }
    repeat { offset += 1 } while offset < text.count && text[offset] & 0b1100_0000 == 0b1000_0000
    position = SourcePosition(line: position.line, column: position.column + 1)
  }
}

/// The files that together are one catalogue: what the `file` of a `SourceRange` counts in.
public struct SourceSet: Sendable {
  /// In the order in which they were read.
  public let files: [SourceFile]

  /// - Parameter files: one, or the files of a folder in the order of their names.
  public init(_ files: [SourceFile]) {
    self.files = files
  }

  /// The location that `range` means.
  public func location(_ range: SourceRange) -> SourceLocation {
    SourceLocation(file: files[Int(range.file)], start: range.start, end: range.end)
  }
}

/// A stretch of text in a file, ready to be shown.
public struct SourceLocation: Sendable {
  /// The file that it is in.
  public let file: SourceFile
  /// Its first character.
  public let start: SourcePosition
  /// The position after the last character; equal to `start` where there is nothing to underline.
  public let end: SourcePosition

  /// - Parameters:
  ///   - file: the file that it is in.
  ///   - start: the first character.
  ///   - end: the position after the last character; `start` where there is nothing to underline.
  public init(file: SourceFile, start: SourcePosition, end: SourcePosition? = nil) {
    self.file = file
    self.start = start
    self.end = end ?? start
  }
}
