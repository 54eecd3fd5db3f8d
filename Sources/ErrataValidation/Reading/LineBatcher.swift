import ErrataText

/// Lines that are checked together: bytes of a stream from the start of one line to the end of another.
struct LineBatch {
  let bytes: Bytes
  /// The index of the batch in the stream.
  let index: Int
  /// The number of its first line in the stream, from one.
  let firstLine: Int
  /// Whether it is one line that is too long to keep. It holds nothing then.
  let isTooLong: Bool
}

/// Cuts a stream into batches of whole lines, in constant memory. However the stream comes in pieces, the batches are the same.
struct LineBatcher {
  /// How many bytes a batch has, unless a line has more.
  static let size = 1 << 20

  private let source: InputSource
  /// What was read of the lines after the last batch.
  private var rest: [UInt8] = []
  private var isAtEnd = false
  private var failure: (any Error)?
  private var isInsideLongLine = false
  private var index = 0
  private var line = 1
  /// How many bytes were read.
  private(set) var bytesRead = 0

  init(_ source: InputSource) {
    self.source = source
  }

  /// The next lines.
  /// - Returns: nil at the end.
  /// - Throws: what reading throws, after all that was read before.
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
        // The line feed of the longest line comes after it.
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
    line += isTooLong ? 1 : lineFeeds(bytes.span)
    return batch
  }

  /// Reads until `bytes` has `capacity` bytes, or to the end.
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

  /// Skips the rest of a line that is too long.
  private mutating func skipLine() {
    isInsideLongLine = false
    while !isAtEnd {
      var piece: [UInt8] = []
      read(into: &piece, upTo: Self.size)
      if let lineFeed = piece.span.firstOffset(of: 0x0A, from: 0) {
        rest = Array(piece[(lineFeed + 1)...])
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

  private func lineFeeds(_ bytes: ByteSpan) -> Int {
    var count = 0
    var index = 0
    // Each byte of the sum counts to 255 before it has to be emptied.
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
