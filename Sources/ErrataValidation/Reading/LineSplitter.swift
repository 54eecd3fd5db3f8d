/// Splits a stream into lines, which end with LF.
struct LineSplitter: StreamSplitter {
  /// The number of the line that the buffer begins with.
  private var line = 1
  /// Whether the buffer begins inside a line that is skipped.
  private var isSkipping = false
  /// The number of bytes of that line in the buffer.
  private var skipped = 0

  mutating func scan(_ buffer: ByteSpan, from start: Int) -> Int {
    if isSkipping {
      let lineFeed = buffer.firstOffset(of: 0x0A, from: start)
      isSkipping = lineFeed == nil
      skipped = lineFeed.map { $0 + 1 } ?? buffer.count
    }
    return max(skipped, buffer.lastOffset(of: 0x0A, from: start).map { $0 + 1 } ?? 0)
  }

  mutating func take(_ bytes: Bytes) -> Batch.Content {
    let lines = bytes[skipped...]
    skipped = 0
    defer { line += countLineFeeds(lines.slice.span) }
    return .lines(lines, first: line)
  }

  mutating func skip(_ bytes: Bytes) -> Batch.Content {
    isSkipping = true
    defer { line += 1 }
    return .longLine(line)
  }

  mutating func end(_ bytes: Bytes) -> Batch.Content { take(bytes) }
}
