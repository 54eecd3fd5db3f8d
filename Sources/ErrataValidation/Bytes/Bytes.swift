/// A slice of an input, or of text derived from it, with offsets that start at zero. It keeps the array that it slices alive.
struct Bytes: Sendable {
  /// The underlying slice. In loops, `slice.span` is the fastest way to read it.
  let slice: ArraySlice<UInt8>

  init(_ slice: ArraySlice<UInt8>) { self.slice = slice }

  init(_ array: [UInt8]) { slice = array[...] }

  init(_ text: String) { slice = Array(text.utf8)[...] }

  var count: Int { slice.count }
  var isEmpty: Bool { slice.isEmpty }

  subscript(offset: Int) -> UInt8 { slice[slice.startIndex + offset] }

  /// The bytes in `range`; their offsets start at zero.
  subscript(range: Range<Int>) -> Bytes {
    Bytes(slice[(slice.startIndex + range.lowerBound)..<(slice.startIndex + range.upperBound)])
  }

  /// The bytes from the range's lower bound to the end.
  subscript(range: PartialRangeFrom<Int>) -> Bytes { self[range.lowerBound..<count] }

  func starts(with bytes: [UInt8]) -> Bool { slice.starts(with: bytes) }

  /// The bytes decoded as UTF-8, with U+FFFD for invalid sequences.
  var text: String { String(decoding: slice, as: UTF8.self) }

  /// The text, or its first `limit` characters followed by `…`.
  func shortened(to limit: Int) -> String {
    if count <= limit { return text }
    // A character takes at most four bytes, so this is enough, and cheap even for a text of megabytes.
    let scalars = self[0..<min(count, limit * 4)].text.unicodeScalars
    return scalars.count <= limit && count <= limit * 4 ? text : String(scalars.prefix(limit)) + "…"
  }
}
