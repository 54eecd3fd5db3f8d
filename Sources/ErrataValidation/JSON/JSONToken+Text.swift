extension JSONToken {
  /// Appends the text of the string in `bytes`, without its escapes.
  ///
  /// Half of a surrogate pair becomes U+FFFD. Bytes that are not UTF-8 are kept as they are.
  func unescape(_ bytes: ByteSpan, into text: inout [UInt8]) {
    var index = start
    while index < end {
      let run = plainRun(bytes, from: index)
      text.append(bytes.extracting(index..<(index + run)))
      index += run
      if index < end { index += appendEscaped(bytes, at: index, to: &text) }
    }
  }

  /// How many bytes come before the next escape.
  private func plainRun(_ bytes: ByteSpan, from start: Int) -> Int {
    var index = start
    while index < end, bytes[index] != UInt8(ascii: "\\") { index += 1 }
    return index - start
  }

  /// Appends the character of the escape at `index`.
  /// - Returns: how many bytes it has in the source.
  private func appendEscaped(_ bytes: ByteSpan, at index: Int, to text: inout [UInt8]) -> Int {
    switch bytes[index + 1] {
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      let (scalar, length) = unicodeEscape(bytes, at: index)
      text.append(contentsOf: UTF8.encode(scalar)!)
      return length
    default: text.append(bytes[index + 1])
    }
    return 2
  }

  /// How many bytes the escape at `index` has, and how many its character has.
  fileprivate func lengths(ofEscapeAt index: Int, _ bytes: ByteSpan) -> (source: Int, text: Int) {
    guard bytes[index + 1] == UInt8(ascii: "u") else { return (2, 1) }
    let (scalar, length) = unicodeEscape(bytes, at: index)
    return (length, UTF8.width(scalar))
  }

  /// The character of one `\u` escape, or of two that are a surrogate pair.
  private func unicodeEscape(_ bytes: ByteSpan, at index: Int) -> (Unicode.Scalar, length: Int) {
    let unit = codeUnit(bytes, at: index)
    if let scalar = Unicode.Scalar(unit) { return (scalar, 6) }
    if unit < 0xDC00, index + 12 <= end, bytes[index + 6] == UInt8(ascii: "\\"), bytes[index + 7] == UInt8(ascii: "u") {
      let low = codeUnit(bytes, at: index + 6)
      if low >= 0xDC00, low < 0xE000 {
        return (Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))!, 12)
      }
    }
    return ("\u{FFFD}", 6)
  }

  private func codeUnit(_ bytes: ByteSpan, at index: Int) -> UInt32 {
    var unit: UInt32 = 0
    for place in (index + 2)..<(index + 6) { unit = unit << 4 | UInt32(hexadecimalValue(bytes[place]) ?? 0) }
    return unit
  }

  /// Whether the string has half of a surrogate pair.
  func hasLoneSurrogate(_ bytes: ByteSpan) -> Bool {
    guard hasEscapes else { return false }
    var index = start
    while index < end {
      guard bytes[index] == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      guard bytes[index + 1] == UInt8(ascii: "u") else {
        index += 2
        continue
      }
      let (scalar, length) = unicodeEscape(bytes, at: index)
      if scalar == "\u{FFFD}", codeUnit(bytes, at: index) != 0xFFFD { return true }
      index += length
    }
    return false
  }

  /// The text as a `String`, with U+FFFD for what is no text.
  func string(_ bytes: ByteSpan) -> String {
    guard hasEscapes else { return String(decoding: bytes.extracting(range)) }
    return String(decoding: unescaped(bytes), as: UTF8.self)
  }

  /// The bytes of the text of the string in `bytes`, without its escapes.
  func unescaped(_ bytes: ByteSpan) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(count)
    unescape(bytes, into: &text)
    return text
  }
}

/// Finds where the bytes of a string's text come from, forward through the string: each byte is looked at once however many
/// offsets are asked for in their order.
struct UnescapedOffsets {
  private let token: JSONToken
  private var offset = 0
  private var index: Int

  init(_ token: JSONToken) {
    self.token = token
    index = token.start
  }

  /// The offset in `bytes`, which is always the same text, of the byte at `offset` of the string without its escapes.
  /// - Parameter offset: best not before the last one that was asked for: then the search starts again.
  mutating func sourceOffset(ofByteAt offset: Int, in bytes: ByteSpan) -> Int {
    if !token.hasEscapes { return min(token.start + offset, token.end) }
    if offset < self.offset { self = UnescapedOffsets(token) }
    while index < token.end {
      let isEscape = bytes[index] == UInt8(ascii: "\\")
      let lengths = isEscape ? token.lengths(ofEscapeAt: index, bytes) : (source: 1, text: 1)
      if self.offset + lengths.text > offset { return index }
      self.offset += lengths.text
      index += lengths.source
    }
    return token.end
  }
}
