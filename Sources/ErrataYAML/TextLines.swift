import ErrataText

/// An iterator over lines, without their line breaks.
struct TextLines {
  private var rest: ArraySlice<UInt8>
  private var isAtEnd = false

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  mutating func next() -> ArraySlice<UInt8>? {
    if isAtEnd { return nil }
    let text = rest
    let bytes = text.span
    var end = 0
    while end < bytes.count {
      let length = lineBreakLength(bytes, at: end)
      if length > 0 {
        rest = text.dropFirst(end + length)
        return text.prefix(end)
      }
      end += 1
    }
    isAtEnd = true
    return text
  }
}
