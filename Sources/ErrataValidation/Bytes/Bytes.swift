/// Bytes of an input, or of a text made from it: a part of an array that keeps the array alive. Offsets count from zero.
struct Bytes: Sendable {
  /// The bytes, for loops: `slice.span` is the fastest way to read them.
  let slice: ArraySlice<UInt8>

  init(_ slice: ArraySlice<UInt8>) { self.slice = slice }

  init(_ array: [UInt8]) { slice = array[...] }

  init(_ text: String) { slice = Array(text.utf8)[...] }

  var count: Int { slice.count }
  var isEmpty: Bool { slice.isEmpty }

  subscript(offset: Int) -> UInt8 { slice[slice.startIndex + offset] }

  /// The part in `range`; its offsets count from zero again.
  subscript(range: Range<Int>) -> Bytes {
    Bytes(slice[(slice.startIndex + range.lowerBound)..<(slice.startIndex + range.upperBound)])
  }

  /// The part from `start` on.
  subscript(range: PartialRangeFrom<Int>) -> Bytes { self[range.lowerBound..<count] }

  func starts(with bytes: [UInt8]) -> Bool { slice.starts(with: bytes) }

  /// The text that they are in UTF-8, with U+FFFD for what is not UTF-8.
  var text: String { String(decoding: slice, as: UTF8.self) }
}
