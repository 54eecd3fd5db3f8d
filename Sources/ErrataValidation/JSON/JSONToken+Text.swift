extension JSONToken {
  /// Appends the unescaped text of the string.
  ///
  /// An unpaired surrogate becomes U+FFFD. Invalid UTF-8 is copied unchanged.
  func unescape(_ bytes: ByteSpan, into text: inout [UInt8]) {
    var index = start
    while index < end {
      let run = unescapedRun(bytes, from: index)
      text.append(bytes.extracting(index..<(index + run)))
      index += run
      if index < end { index += appendEscaped(bytes, at: index, to: &text) }
    }
  }

  /// The number of bytes before the next escape.
  private func unescapedRun(_ bytes: ByteSpan, from start: Int) -> Int {
    var index = start
    while index <= end - 8 {
      let marks = WordScan.stringEnds(bytes.word(at: index))
      if marks != 0 { return index + WordScan.first(marks) - start }
      index += 8
    }
    while index < end, bytes[index] != UInt8(ascii: "\\") { index += 1 }
    return index - start
  }

  /// Appends the character for the escape at `index`.
  /// - Returns: the length of the escape in bytes.
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

  /// The length in bytes of the escape at `index`, and of the character that it represents.
  fileprivate func lengths(ofEscapeAt index: Int, _ bytes: ByteSpan) -> (source: Int, text: Int) {
    guard bytes[index + 1] == UInt8(ascii: "u") else { return (2, 1) }
    let (scalar, length) = unicodeEscape(bytes, at: index)
    return (length, UTF8.width(scalar))
  }

  /// The character for a `\u` escape, or for two that form a surrogate pair.
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
    for digit in (index + 2)..<(index + 6) { unit = unit << 4 | UInt32(hexadecimalValue(bytes[digit]) ?? 0) }
    return unit
  }

  /// Whether the string has an unpaired surrogate.
  func hasUnpairedSurrogate(_ bytes: ByteSpan) -> Bool {
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

  /// The unescaped text as a `String`, with U+FFFD for invalid UTF-8 and unpaired surrogates.
  func string(_ bytes: ByteSpan) -> String {
    guard hasEscapes else { return String(decoding: bytes.extracting(range)) }
    return String(decoding: unescaped(bytes), as: UTF8.self)
  }

  /// The bytes of the unescaped text.
  func unescaped(_ bytes: ByteSpan) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(count)
    unescape(bytes, into: &text)
    return text
  }
}

/// Maps offsets in the unescaped text of a string to offsets in the source. Ascending offsets take a single pass over the string.
struct UnescapedOffsets {
  private let token: JSONToken
  private var offset = 0
  private var index: Int

  init(_ token: JSONToken) {
    self.token = token
    index = token.start
  }

  /// The source offset of the byte at `offset` of the unescaped text.
  /// - Parameters:
  ///   - offset: the offset. If it is before the previous one, the search starts over.
  ///   - bytes: the source, which must be the same in every call.
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
