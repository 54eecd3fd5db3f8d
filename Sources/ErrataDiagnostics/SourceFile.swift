/// A text file that was read: its path as the user wrote it, and its bytes.
public struct SourceFile: Sendable {
  /// The path to show, `<stdin>` for standard input.
  public let path: String
  /// What the file holds. A byte order mark is no part of the text.
  public let bytes: ArraySlice<UInt8>
  /// The number of the first line of `bytes` in the file, and of its first column there: not one where only a part is kept.
  let firstLine: UInt32
  let firstColumn: UInt32

  /// - Parameters:
  ///   - path: the path to show in diagnostics.
  ///   - bytes: the whole file; a UTF-8 byte order mark is left off.
  public init(path: String, bytes: [UInt8]) {
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    self.path = path
    self.bytes = bytes.starts(with: byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
    firstLine = 1
    firstColumn = 1
  }

  /// One line of a file that is too long to keep.
  /// - Parameters:
  ///   - path: the path to show in diagnostics.
  ///   - line: the line without its line break; a UTF-8 byte order mark is left off.
  ///   - number: the number of the line in the file, from one.
  ///   - firstColumn: the column at which `line` begins, where the start of the line is left off too.
  public init(path: String, line: [UInt8], number: UInt32, firstColumn: UInt32 = 1) {
    let whole = SourceFile(path: path, bytes: line)
    self.path = path
    bytes = whole.bytes
    firstLine = number
    self.firstColumn = firstColumn
  }

  /// The text of line `number`, counted from one, without its line break; nil past the end of the file.
  ///
  /// Lines end where YAML 1.1 (section 5.4) ends them, since that is how positions are counted: LF, CR, CR LF, U+0085,
  /// U+2028 and U+2029.
  public func line(_ number: UInt32) -> String? {
    var current = firstLine
    var start = 0
    var index = 0
    while index < bytes.count {
      let length = lineBreakLength(bytes.span, at: index)
      if length == 0 {
        index += 1
        continue
      }
      if current == number { break }
      index += length
      start = index
      current += 1
    }
    return current == number ? String(decoding: bytes[start..<index], as: UTF8.self) : nil
  }

  /// The position of the byte at `offset`, counted from the start of the text.
  public func position(ofByteAt offset: Int) -> SourcePosition {
    let target = min(offset, bytes.count)
    var line: UInt32 = 1
    var column: UInt32 = 1
    var index = 0
    while index < target {
      let length = lineBreakLength(bytes.span, at: index)
      if length > 0 {
        index += length
        line += 1
        column = 1
      } else {
        if bytes[index] & 0b1100_0000 != 0b1000_0000 { column += 1 }
        index += 1
      }
    }
    return SourcePosition(line: line, column: column)
  }
}

/// How many bytes the line break at `index` has; 0 where there is none.
@inline(__always)
private func lineBreakLength(_ bytes: Span<UInt8>, at index: Int) -> Int {
  func next(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
  switch bytes[index] {
  case 0x0A: return 1
  case 0x0D: return next(1) == 0x0A ? 2 : 1
  case 0xC2: return next(1) == 0x85 ? 2 : 0
  case 0xE2: return next(1) == 0x80 && (next(2) == 0xA8 || next(2) == 0xA9) ? 3 : 0
  default: return 0
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
