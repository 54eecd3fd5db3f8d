import ErrataDiagnostics

/// Counts lines and columns forward through a text, so that each byte is looked at once however many places are asked for in
/// their order. Lines end with LF, columns are Unicode scalars, and a byte order mark at the start has none.
struct PositionCounter {
  private var offset = 0
  private var line = 1
  private var column = 1

  /// The position of the byte at `offset` of `text`, which is always the same text.
  /// - Parameter offset: best not before the last one that was asked for: then counting starts again.
  mutating func position(ofByteAt offset: Int, in text: ByteSpan) -> (line: Int, column: Int) {
    if offset < self.offset { self = PositionCounter() }
    let end = min(offset, text.count)
    if self.offset == 0, end > 0, startsWithMark(text) { self.offset = min(end, 3) }
    while self.offset < end {
      let byte = text[self.offset]
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      self.offset += 1
    }
    return (line, column)
  }

  private func startsWithMark(_ text: ByteSpan) -> Bool {
    text.count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF
  }
}
