import ErrataText

/// A line of an input, or the part of it around a position.
struct ExcerptLine {
  /// The text, without a byte order mark.
  let text: Bytes
  /// The column of its first byte.
  let firstColumn: Int
  /// Whether the text is printable ASCII, so that columns are bytes.
  let isPlain: Bool

  /// The number of bytes to keep before and after the position. It is much more than an excerpt shows.
  private static let radius = 1 << 10

  /// The line that contains the byte at `offset` of `text`, limited to `radius` bytes before and after it.
  /// - Parameter column: the column of that byte.
  init(around offset: Int, in text: Bytes, column: Int) {
    let center = min(offset, text.count)
    let first = max(0, center - Self.radius)
    let limit = min(center + Self.radius, text.count)
    var start = center
    while start > first, text[start - 1] != 0x0A { start -= 1 }
    let stop = printableRun(text.slice.span, from: start, to: limit)
    isPlain = stop >= center && stop > start && (stop == limit || text[stop] == 0x0A || text[stop] == 0x0D)
    if isPlain {
      self.text = text[start..<stop]
      firstColumn = column - (center - start)
      return
    }
    while start > 0, start < center, text[start] & 0xC0 == 0x80 { start += 1 }
    var end = center
    while end < limit, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
    let line = text[start..<end]
    let hasBOM = line.starts(with: byteOrderMark)
    self.text = hasBOM ? line[3...] : line
    let before = text[start..<center].slice.count { $0 & 0xC0 != 0x80 }
    firstColumn = column - before + (hasBOM && center > start ? 1 : 0)
  }
}

/// The offset of the first byte in `start..<limit` that is not printable ASCII, or `limit`.
private func printableRun(_ text: ByteSpan, from start: Int, to limit: Int) -> Int {
  var index = start
  while index <= limit - 8 {
    let marks = WordScan.unprintables(text.word(at: index))
    if marks != 0 { return index + WordScan.first(marks) }
    index += 8
  }
  while index < limit, text[index] >= 0x20, text[index] < 0x7F { index += 1 }
  return index
}
