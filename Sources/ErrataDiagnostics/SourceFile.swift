import ErrataText

/// The path and contents of a text file.
public struct SourceFile: Sendable {
  /// The path as the user wrote it; `<stdin>` for standard input.
  public let path: String
  /// The contents, without a byte order mark.
  public let bytes: ArraySlice<UInt8>
  /// The line number of the start of `bytes`; not one if only part of the file is kept.
  let firstLine: UInt32
  /// The column of the start of `bytes`.
  let firstColumn: UInt32
  /// A position about every 64 KiB, so that finding one in a large file doesn't scan it from the start.
  private let checkpoints: [Cursor]

  /// - Parameters:
  ///   - path: the path to show in diagnostics.
  ///   - bytes: the contents of the file; a UTF-8 byte order mark is dropped.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = Self.withoutByteOrderMark(bytes)
    firstLine = 1
    firstColumn = 1
    checkpoints = Self.checkpoints(of: self.bytes)
  }

  /// One line of a file that is too large to keep.
  /// - Parameters:
  ///   - path: the path to show in diagnostics.
  ///   - line: the line without its line break; a UTF-8 byte order mark is dropped.
  ///   - number: the line number, counted from one.
  ///   - firstColumn: the column at which `line` begins, if the start of the line is omitted too.
  public init(path: String, line: [UInt8], number: UInt32, firstColumn: UInt32 = 1) {
    self.path = path
    bytes = Self.withoutByteOrderMark(line)
    firstLine = number
    self.firstColumn = firstColumn
    checkpoints = []
  }

  private static func withoutByteOrderMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.starts(with: byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
  }

  private static func checkpoints(of bytes: ArraySlice<UInt8>) -> [Cursor] {
    let text = bytes.span
    var checkpoints: [Cursor] = []
    var cursor = Cursor(offset: 0, position: .start)
    while cursor.offset < text.count {
      cursor.advance(in: text)
      if cursor.offset >= (checkpoints.count + 1) << 16 { checkpoints.append(cursor) }
    }
    return checkpoints
  }

  /// The text of line `number`, counted from one, without its line break; nil if it is past the end of the file.
  ///
  /// Positions count the line breaks of YAML 1.1 (section 5.4): LF, CR, CR LF, U+0085, U+2028 and U+2029.
  public func line(_ number: UInt32) -> String? {
    excerpt(ofLine: number, from: firstColumn, count: .max).map { String(String.UnicodeScalarView($0.scalars)) }
  }

  /// The position of the byte at `offset` of `bytes`.
  public func position(ofByteAt offset: Int) -> SourcePosition {
    let text = bytes.span
    var cursor = checkpoints.last { $0.offset <= offset } ?? start
    while cursor.offset < min(offset, text.count) { cursor.advance(in: text) }
    return cursor.position
  }

  /// The offset in `bytes` of the character at `position`.
  func offset(of position: SourcePosition) -> Int {
    let text = bytes.span
    var cursor = checkpoints.last { $0.position <= position } ?? start
    while cursor.position < position, cursor.offset < text.count { cursor.advance(in: text) }
    return cursor.offset
  }

  /// Part of line `number`, which may be very long.
  /// - Returns: at most `count` scalars starting at `column`, and whether the line continues after them; nil if the line is
  ///   past the end of the file.
  func excerpt(
    ofLine number: UInt32, from column: UInt32, count: Int
  ) -> (scalars: [Unicode.Scalar], isTruncated: Bool)? {
    let text = bytes.span
    let target = SourcePosition(line: number, column: column)
    var cursor = start
    for checkpoint in checkpoints {
      if target < checkpoint.position { break }
      cursor = checkpoint
    }
    while cursor.position < target, cursor.offset < text.count {
      // The line may end before the column.
      if cursor.position.line == number, lineBreakLength(text, at: cursor.offset) > 0 { break }
      cursor.advance(in: text)
    }
    guard cursor.position.line == number else { return nil }
    let from = cursor.offset
    var length = 0
    while length < count, cursor.offset < text.count, lineBreakLength(text, at: cursor.offset) == 0 {
      cursor.advance(in: text)
      length += 1
    }
    let isTruncated = cursor.offset < text.count && lineBreakLength(text, at: cursor.offset) == 0
    let excerpt = bytes[(bytes.startIndex + from)..<(bytes.startIndex + cursor.offset)]
    return (Array(String(decoding: excerpt, as: UTF8.self).unicodeScalars), isTruncated)
  }

  private var start: Cursor {
    Cursor(offset: 0, position: SourcePosition(line: firstLine, column: firstColumn))
  }
}

/// A byte offset and its position.
private struct Cursor {
  private(set) var offset: Int
  private(set) var position: SourcePosition

  init(offset: Int, position: SourcePosition) {
    self.offset = offset
    self.position = position
  }

  /// Advances past one scalar or line break.
  /// - Precondition: the cursor isn't at the end of `text`.
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

/// The files of one catalogue, to which the `file` index of a `SourceRange` refers.
public struct SourceSet: Sendable {
  /// The files, in the order in which they were read.
  public let files: [SourceFile]

  /// - Parameter files: one file, or the files of a folder sorted by name.
  public init(_ files: [SourceFile]) {
    self.files = files
  }

  /// The location of `range`.
  public func location(_ range: SourceRange) -> SourceLocation {
    SourceLocation(file: files[Int(range.file)], start: range.start, end: range.end)
  }
}

/// A range of text with its file, ready to be shown.
public struct SourceLocation: Sendable {
  /// The file.
  public let file: SourceFile
  /// The position of the first character.
  public let start: SourcePosition
  /// The position after the last character; equal to `start` for a single position.
  public let end: SourcePosition

  /// - Parameters:
  ///   - file: the file.
  ///   - start: the position of the first character.
  ///   - end: the position after the last character; `start` by default.
  public init(file: SourceFile, start: SourcePosition, end: SourcePosition? = nil) {
    self.file = file
    self.start = start
    self.end = end ?? start
  }
}
