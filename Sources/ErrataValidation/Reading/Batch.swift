/// Parts of a stream that are checked together: whole lines, or entries of a recording.
struct Batch {
  enum Content {
    /// Whole lines, and the number of the first one.
    case lines(Bytes, first: Int)
    /// The number of a line that exceeds `InputPart.sizeLimit`.
    case longLine(Int)
    /// Entries of a recording, and problems around them.
    case entries([HAREntrySplitter.Event])
  }

  let content: Content
  /// Whether the next batch begins another block of the stream.
  let endsBlock: Bool
  /// The number of bytes of the stream that have been read.
  let bytesRead: Int
}
