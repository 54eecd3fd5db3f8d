import ErrataText

/// A sequence of whole lines that are checked together.
struct LineBatch {
  let bytes: Bytes
  /// The index of the batch in the stream.
  let index: Int
  /// The number of its first line in the stream, starting at one.
  let firstLine: Int
  /// Whether it is a single line that exceeds `InputPart.sizeLimit`, in which case `bytes` is empty.
  let isTooLong: Bool
}

/// Splits a stream into batches of whole lines, in constant memory. The batches do not depend on how the stream is chunked.
struct LineBatcher {
  /// The maximum size of a batch in bytes, unless a single line is longer.
  static let size = 1 << 20

  private let source: InputSource
  /// The bytes read after the end of the last batch.
  private var rest: [UInt8] = []
  private var isAtEnd = false
  private var failure: (any Error)?
  private var isInsideLongLine = false
  private var index = 0
  private var line = 1
  /// The number of bytes read.
  private(set) var bytesRead = 0

  init(_ source: InputSource) {
    self.source = source
  }

  /// The next batch.
  /// - Returns: the batch, or nil at the end of the stream.
  /// - Throws: an error of the source, after all bytes read before it have been returned.
  mutating func next() throws -> LineBatch? {
    if isInsideLongLine { skipLine() }
    var bytes = rest
    rest = []
    var capacity = Self.size
    while capacity < bytes.count { capacity *= 2 }
    bytes.reserveCapacity(capacity)
    var end: Int?
    var isTooLong = false
    while !isAtEnd {
      if bytes.count == capacity {
        end = lastLineFeed(bytes.span).map { $0 + 1 }
        if end != nil { break }
        if capacity > InputPart.sizeLimit {
          isTooLong = true
          break
        }
        // One more byte than the limit, for the line feed.
        capacity = min(capacity * 2, InputPart.sizeLimit + 1)
        bytes.reserveCapacity(capacity)
      }
      read(into: &bytes, upTo: capacity)
    }
    if isTooLong {
      isInsideLongLine = true
      bytes = []
    } else if let end {
      rest = Array(bytes[end...])
      bytes.removeSubrange(end...)
    }
    if bytes.isEmpty, !isTooLong {
      if let failure { throw failure }
      return nil
    }
    let batch = LineBatch(bytes: Bytes(bytes), index: index, firstLine: line, isTooLong: isTooLong)
    index += 1
    line += isTooLong ? 1 : countLineFeeds(bytes.span)
    return batch
  }

  /// Reads until `bytes` has `capacity` bytes or the stream ends.
  private mutating func read(into bytes: inout [UInt8], upTo capacity: Int) {
    let count = bytes.count
    do {
      isAtEnd = try bytes.append(upTo: capacity, from: source.read)
    } catch {
      failure = error
      isAtEnd = true
    }
    bytesRead += bytes.count - count
  }

  /// Skips the rest of an overlong line.
  private mutating func skipLine() {
    isInsideLongLine = false
    while !isAtEnd {
      var chunk: [UInt8] = []
      read(into: &chunk, upTo: Self.size)
      if let lineFeed = chunk.span.firstOffset(of: 0x0A, from: 0) {
        rest = Array(chunk[(lineFeed + 1)...])
        return
      }
    }
  }

  private func lastLineFeed(_ bytes: ByteSpan) -> Int? {
    var index = bytes.count - 1
    while index >= 0 {
      if bytes[index] == 0x0A { return index }
      index -= 1
    }
    return nil
  }

  private func countLineFeeds(_ bytes: ByteSpan) -> Int {
    var count = 0
    var index = 0
    // Each byte of `sum` overflows after 255 additions.
    while index + 8 * 255 <= bytes.count {
      var sum: UInt64 = 0
      for _ in 0..<255 {
        sum &+= WordScan.exactLineFeeds(bytes.word(at: index)) >> 7
        index += 8
      }
      count += WordScan.sumOfBytes(sum)
    }
    while index < bytes.count {
      if bytes[index] == 0x0A { count += 1 }
      index += 1
    }
    return count
  }
}
