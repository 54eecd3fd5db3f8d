/// A line of an input, or the part of it that is worth showing.
struct ExcerptLine {
  /// Without a byte order mark.
  let text: ByteView
  /// The column of its first byte.
  let firstColumn: Int
  /// Whether the line is all printable ASCII: then its columns are its bytes.
  let isPlain: Bool

  /// How far from what is shown a line is cut, in bytes.
  private static let far = 1 << 10

  /// The line with the byte at `offset` of `text`, cut off a good deal before it and after it.
  /// - Parameter column: the column of that byte.
  init(around offset: Int, in text: ByteView, column: Int) {
    let place = min(offset, text.count)
    let first = max(0, place - Self.far)
    let limit = min(place + Self.far, text.count)
    var start = place
    while start > first, text[start - 1] != 0x0A { start -= 1 }
    let stop = printableRun(text, from: start, to: limit)
    isPlain = stop >= place && stop > start && (stop == limit || text[stop] == 0x0A || text[stop] == 0x0D)
    if isPlain {
      self.text = ByteView(rebasing: text[start..<stop])
      firstColumn = column - (place - start)
      return
    }
    while start > 0, start < place, text[start] & 0xC0 == 0x80 { start += 1 }
    let end = text[place..<limit].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? limit
    let line = ByteView(rebasing: text[start..<end])
    let hasMark = line.starts(with: [0xEF, 0xBB, 0xBF])
    self.text = hasMark ? ByteView(rebasing: line[3...]) : line
    let before = text[start..<place].count { $0 & 0xC0 != 0x80 }
    firstColumn = column - before + (hasMark && place > start ? 1 : 0)
  }
}

/// The place of the first byte from `start` to `limit` that is not printable ASCII, or `limit`.
private func printableRun(_ text: ByteView, from start: Int, to limit: Int) -> Int {
  guard let base = text.baseAddress else { return limit }
  var index = start
  while index + 8 <= limit {
    let marks = WordScan.unprintables(WordScan.load(base, at: index))
    if marks != 0 { return index + WordScan.first(marks) }
    index += 8
  }
  while index < limit, base[index] >= 0x20, base[index] < 0x7F { index += 1 }
  return index
}
