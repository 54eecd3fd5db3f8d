import ErrataText

/// A line of an input, or the part of it that is worth showing.
struct ExcerptLine {
  /// Without a byte order mark.
  let text: Bytes
  /// The column of its first byte.
  let firstColumn: Int
  /// Whether the line is all printable ASCII: then its columns are its bytes.
  let isPlain: Bool

  /// How many bytes before and after the place are kept: a good deal more than an excerpt shows.
  private static let radius = 1 << 10

  /// The line with the byte at `offset` of `text`, cut off a good deal before it and after it.
  /// - Parameter column: the column of that byte.
  init(around offset: Int, in text: Bytes, column: Int) {
    let place = min(offset, text.count)
    let first = max(0, place - Self.radius)
    let limit = min(place + Self.radius, text.count)
    var start = place
    while start > first, text[start - 1] != 0x0A { start -= 1 }
    let stop = printableRun(text.slice.span, from: start, to: limit)
    isPlain = stop >= place && stop > start && (stop == limit || text[stop] == 0x0A || text[stop] == 0x0D)
    if isPlain {
      self.text = text[start..<stop]
      firstColumn = column - (place - start)
      return
    }
    while start > 0, start < place, text[start] & 0xC0 == 0x80 { start += 1 }
    var end = place
    while end < limit, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
    let line = text[start..<end]
    let hasMark = line.starts(with: byteOrderMark)
    self.text = hasMark ? line[3...] : line
    let before = text[start..<place].slice.count { $0 & 0xC0 != 0x80 }
    firstColumn = column - before + (hasMark && place > start ? 1 : 0)
  }
}

/// The offset of the first byte from `start` to `limit` that is not printable ASCII, or `limit`.
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
