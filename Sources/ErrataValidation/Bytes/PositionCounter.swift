import ErrataText

/// A line and a column, both starting at one. Lines end with LF; columns count Unicode scalars.
typealias Position = (line: Int, column: Int)

/// Advances `position`, the position of the first byte of `bytes`, to their end.
func advance(_ position: inout Position, over bytes: ByteSpan) {
  var line = bytes
  let lineFeeds = countLineFeeds(bytes)
  if lineFeeds > 0, let last = bytes.lastOffset(of: 0x0A, from: 0) {
    position = (position.line + lineFeeds, 1)
    line = bytes.extracting((last + 1)...)
  }
  position.column += line.count - line.count(WordScan.exactContinuations) { $0 & 0xC0 == 0x80 }
}

/// The number of line feeds in `bytes`.
func countLineFeeds(_ bytes: ByteSpan) -> Int { bytes.count(WordScan.exactLineFeeds) { $0 == 0x0A } }

extension ByteSpan {
  /// The number of bytes of a kind.
  /// - Parameters:
  ///   - marks: sets the highest bit of exactly these bytes in a word, and no other bit.
  ///   - isCounted: whether a byte is one of them.
  @inline(__always)
  fileprivate func count(_ marks: (UInt64) -> UInt64, _ isCounted: (UInt8) -> Bool) -> Int {
    var total = 0
    var index = 0
    // Each byte of `sum` overflows after 255 additions.
    while index <= count - 8 {
      var sum: UInt64 = 0
      let end = index + 8 * Swift.min(255, (count - index) / 8)
      while index < end {
        sum &+= marks(word(at: index)) >> 7
        index += 8
      }
      total += WordScan.sumOfBytes(sum)
    }
    while index < count {
      if isCounted(self[index]) { total += 1 }
      index += 1
    }
    return total
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
