import ErrataText

/// A line and a column of a text, both from one. Lines end with LF, columns are Unicode scalars.
typealias Position = (line: Int, column: Int)

/// Moves `position` to the end of `bytes`, which begin there.
func advance(_ position: inout Position, over bytes: ByteSpan) {
  for index in bytes.indices {
    if bytes[index] == 0x0A {
      position = (position.line + 1, 1)
    } else if bytes[index] & 0xC0 != 0x80 {
      position.column += 1
    }
  }
}

/// Counts lines and columns forward through a text, so that each byte is looked at once however many positions are asked for in
/// their order. A byte order mark at the start has no column.
struct PositionCounter {
  private var offset = 0
  private var position: Position = (1, 1)

  /// The position of the byte at `offset` of `text`, which is always the same text.
  /// - Parameter offset: best not before the last one that was asked for: then counting starts again.
  mutating func position(ofByteAt offset: Int, in text: ByteSpan) -> Position {
    if offset < self.offset { self = PositionCounter() }
    let end = min(offset, text.count)
    if self.offset == 0, startsWithByteOrderMark(text) { self.offset = min(end, byteOrderMark.count) }
    advance(&position, over: text.extracting(self.offset..<end))
    self.offset = end
    return position
  }
}
