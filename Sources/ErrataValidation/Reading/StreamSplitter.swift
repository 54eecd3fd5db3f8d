/// Finds the parts of a stream, which is read into a buffer: its lines, or the entries of a recording.
protocol StreamSplitter {
  /// Scans the bytes of `buffer` from `start` on, which have not been scanned before.
  /// - Returns: the number of bytes at the start of the buffer that do not belong to an incomplete part.
  mutating func scan(_ buffer: ByteSpan, from start: Int) -> Int

  /// Takes the parts in `bytes`, which are the first bytes of the buffer, as many as `scan` returned. They are then removed from it.
  mutating func take(_ bytes: Bytes) -> Batch.Content

  /// Gives up the part that the buffer begins with, because it exceeds `InputPart.sizeLimit`. The rest of it is skipped.
  /// - Parameter bytes: the whole buffer, which is then emptied.
  mutating func skip(_ bytes: Bytes) -> Batch.Content

  /// Takes the last parts, at the end of the stream.
  /// - Parameter bytes: the whole buffer.
  mutating func end(_ bytes: Bytes) -> Batch.Content
}
