extension JSONToken {
  /// Appends the text that the string in `bytes` stands for.
  ///
  /// Half of a surrogate pair becomes U+FFFD. Bytes that are not UTF-8 are kept as they are: `repaired` mends them.
  func unescape(_ bytes: UnsafePointer<UInt8>, into text: inout [UInt8]) {
    var index = start
    while index < end {
      let run = plainRun(bytes, from: index)
      text.append(contentsOf: UnsafeBufferPointer(start: bytes + index, count: run))
      index += run
      if index < end { index += appendCharacter(bytes, at: index, to: &text) }
    }
  }

  /// How many bytes come before the next escape.
  private func plainRun(_ bytes: UnsafePointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < end, bytes[index] != UInt8(ascii: "\\") { index += 1 }
    return index - start
  }

  /// Appends what the character or escape at `index` stands for.
  /// - Returns: how many bytes it has in the source.
  private func appendCharacter(_ bytes: UnsafePointer<UInt8>, at index: Int, to text: inout [UInt8]) -> Int {
    guard bytes[index] == UInt8(ascii: "\\") else {
      text.append(bytes[index])
      return 1
    }
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

  /// The character of one `\u` escape, or of two that are a surrogate pair.
  private func unicodeEscape(_ bytes: UnsafePointer<UInt8>, at index: Int) -> (Unicode.Scalar, length: Int) {
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

  private func codeUnit(_ bytes: UnsafePointer<UInt8>, at index: Int) -> UInt32 {
    (2..<6).reduce(0) { $0 << 4 | UInt32(hexadecimalValue(bytes[index + $1]) ?? 0) }
  }

  /// Where in the source the byte at `offset` of the unescaped text comes from.
  func sourceIndex(ofByteAt offset: Int, _ bytes: UnsafePointer<UInt8>) -> Int {
    var text: [UInt8] = []
    var produced = 0
    var index = start
    while index < end {
      text.removeAll(keepingCapacity: true)
      let length = appendCharacter(bytes, at: index, to: &text)
      if produced + text.count > offset { return index }
      produced += text.count
      index += length
    }
    return end
  }

  /// Whether the string has half of a surrogate pair.
  func hasLoneSurrogate(_ bytes: UnsafePointer<UInt8>) -> Bool {
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
  func string(_ bytes: UnsafePointer<UInt8>) -> String {
    guard hasEscapes else {
      return String(decoding: UnsafeBufferPointer(start: bytes + start, count: count), as: UTF8.self)
    }
    var text: [UInt8] = []
    unescape(bytes, into: &text)
    return String(decoding: text, as: UTF8.self)
  }
}
