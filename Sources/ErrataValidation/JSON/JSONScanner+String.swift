/// Strings (RFC 8259, section 7).
extension JSONScanner {
  /// Reads the string at `index`, which is its opening quote, into `token`.
  @inline(__always)
  mutating func string(_ bytes: ByteSpan) throws(JSONFault) {
    index += 1
    token = JSONToken(start: index)
    while true {
      while index <= bytes.count - 8 {
        let specials = WordScan.stringSpecials(bytes.word(at: index))
        if specials == 0 {
          index += 8
        } else {
          index += WordScan.first(specials)
          break
        }
      }
      guard index < bytes.count else { throw .unterminatedString }
      switch bytes[index] {
      case UInt8(ascii: "\""):
        token.end = index
        index += 1
        return
      case UInt8(ascii: "\\"): try escape(bytes)
      case 0..<0x20: throw .controlCharacter
      case 0x80...: nonASCII(bytes)
      default: index += 1
      }
    }
  }

  @inline(never)
  private mutating func nonASCII(_ bytes: ByteSpan) {
    while index < bytes.count, bytes[index] >= 0x80 {
      let length = utf8SequenceLength(bytes, at: index)
      if length == 0 {
        token.hasInvalidUTF8 = true
        if invalidUTF8 == nil { invalidUTF8 = index }
      }
      index += max(length, 1)
    }
  }

  @inline(never)
  private mutating func escape(_ bytes: ByteSpan) throws(JSONFault) {
    token.hasEscapes = true
    guard index + 1 < bytes.count else {
      index = bytes.count
      throw .unterminatedString
    }
    switch bytes[index + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      index += 2
    case UInt8(ascii: "u"):
      for offset in 2..<6 {
        guard index + offset < bytes.count else {
          index = bytes.count
          throw .unterminatedString
        }
        guard hexadecimalValue(bytes[index + offset]) != nil else { throw .invalidUnicodeEscape }
      }
      index += 6
    default: throw .invalidEscape
    }
  }
}
