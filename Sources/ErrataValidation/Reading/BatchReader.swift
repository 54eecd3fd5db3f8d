import ErrataText

/// Reads a stream in batches of whole parts, in constant memory.
///
/// A batch ends with the last part that is complete at the end of a block of the stream, or when the source pauses, so that the
/// findings of a live log do not wait for the rest of the block. The blocks do not depend on how the stream is chunked.
struct BatchReader {
  /// The size of a block in bytes.
  static let blockSize = 1 << 20
  /// How long a complete part waits for the rest of its block. A source that fills a block in this time loses nothing.
  private static let patience = Duration.milliseconds(20)

  private let source: InputSource
  private var splitter: any StreamSplitter
  /// The bytes that have been read, but not returned.
  private var buffer: [UInt8] = []
  /// The number of bytes at the start of `buffer` that do not belong to an incomplete part.
  private var completeCount = 0
  /// The offset of `buffer` in the stream.
  private var offset = 0
  /// The offset of the end of the current block.
  private var blockEnd = Self.blockSize
  private var isAtEnd = false
  private var hasEnded = false
  private var failure: (any Error)?

  init(_ source: InputSource, _ splitter: any StreamSplitter) {
    self.source = source
    self.splitter = splitter
  }

  /// The next batch.
  /// - Returns: the batch, or nil at the end of the stream.
  /// - Throws: an error of the source, after all parts that were complete before it have been returned.
  mutating func next() throws -> Batch? {
    var deadline: ContinuousClock.Instant?
    while !isAtEnd {
      // One more byte than the limit of a part, for the line feed.
      let limit = min(blockEnd - offset, InputPart.sizeLimit + 1)
      if buffer.count == limit {
        let endsBlock = offset + limit == blockEnd
        if endsBlock { blockEnd += Self.blockSize }
        let isTooLarge = limit > InputPart.sizeLimit && completeCount == 0
        return isTooLarge ? skipPart(endsBlock: endsBlock) : takeBatch(endsBlock: endsBlock)
      }
      if completeCount > 0 {
        let end = deadline ?? .now + Self.patience
        deadline = end
        if !waitForInput(until: end) { return takeBatch(endsBlock: false) }
      }
      read(upTo: limit)
    }
    if failure != nil, completeCount > 0 { return takeBatch(endsBlock: true) }
    if let failure { throw failure }
    if hasEnded { return nil }
    hasEnded = true
    return batch(splitter.end(Bytes(buffer)), endsBlock: true)
  }

  private func batch(_ content: Batch.Content, endsBlock: Bool) -> Batch {
    Batch(content: content, endsBlock: endsBlock, bytesRead: offset + buffer.count)
  }

  private mutating func takeBatch(endsBlock: Bool) -> Batch {
    // Nothing is copied inside a long part.
    if completeCount == 0 { return batch(splitter.take(Bytes([])), endsBlock: endsBlock) }
    var bytes = buffer
    buffer = []
    buffer.append(bytes.span.extracting(completeCount...))
    bytes.removeSubrange(completeCount...)
    offset += completeCount
    completeCount = 0
    return batch(splitter.take(Bytes(bytes)), endsBlock: endsBlock)
  }

  private mutating func skipPart(endsBlock: Bool) -> Batch {
    let content = splitter.skip(Bytes(buffer))
    offset += buffer.count
    buffer = []
    return batch(content, endsBlock: endsBlock)
  }

  /// Waits until something can be read.
  /// - Returns: false if the source pauses until `deadline`.
  private mutating func waitForInput(until deadline: ContinuousClock.Instant) -> Bool {
    do {
      return try source.waitForInput(deadline)
    } catch {
      end(with: error)
      return true
    }
  }

  /// Reads until `buffer` has at most `limit` bytes.
  private mutating func read(upTo limit: Int) {
    if isAtEnd { return }
    let count = buffer.count
    do {
      let read = source.read
      try buffer.append(addingCapacity: limit - count) { output in try read(&output) }
    } catch {
      return end(with: error)
    }
    isAtEnd = buffer.count == count
    let bytes = buffer
    completeCount = max(completeCount, splitter.scan(bytes.span, from: count))
  }

  private mutating func end(with error: any Error) {
    failure = error
    isAtEnd = true
  }
}
