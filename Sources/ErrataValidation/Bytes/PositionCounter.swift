import ErrataText

/// A line and a column, both starting at one. Lines end with LF; columns count Unicode scalars.
typealias Position = (line: Int, column: Int)

/// Advances `position`, the position of the first byte of `bytes`, to their end.
func advance(_ position: inout Position, over bytes: ByteSpan) {
  for index in bytes.indices {
    if bytes[index] == 0x0A {
      position = (position.line + 1, 1)
    } else if bytes[index] & 0xC0 != 0x80 {
      position.column += 1
    }
  }
}

/// Converts byte offsets of a text to lines and columns. Ascending offsets take a single pass over the text. A byte order mark at
/// the start has no column.
struct PositionCounter {
  private var offset = 0
  private var position: Position = (1, 1)

  /// The position of the byte at `offset`.
  /// - Parameters:
  ///   - offset: the offset. If it is before the previous one, counting starts over.
  ///   - text: the text, which must be the same in every call.
  mutating func position(ofByteAt offset: Int, in text: ByteSpan) -> Position {
    if offset < self.offset { self = PositionCounter() }
    let end = min(offset, text.count)
    if self.offset == 0, startsWithByteOrderMark(text) { self.offset = min(end, byteOrderMark.count) }
    advance(&position, over: text.extracting(self.offset..<end))
    self.offset = end
    return position
  }
}
