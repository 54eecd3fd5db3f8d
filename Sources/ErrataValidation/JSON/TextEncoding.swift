import ErrataText

/// The encoding of a body.
enum TextEncoding: UInt8 {
  case utf8, utf8WithBOM, utf16LittleEndian, utf16BigEndian, utf32LittleEndian, utf32BigEndian

  /// Detects the encoding by the byte order mark, or by the NULs among the first four bytes (RFC 4627, section 3).
  @inline(__always)
  init(of bytes: ByteSpan) {
    // For nearly every body the first two bytes are enough.
    if bytes.count < 2 || (bytes[0] > 0 && bytes[0] < 0x80 && bytes[1] > 0) {
      self = .utf8
    } else {
      self = Self.detect(bytes)
    }
  }

  @inline(never)
  private static func detect(_ span: ByteSpan) -> Self {
    var bytes: [UInt8] = []
    bytes.append(span.extracting(first: 4))
    let zeros = bytes.map { $0 == 0 }
    if bytes.starts(with: byteOrderMark) { return .utf8WithBOM }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return .utf32LittleEndian }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return .utf32BigEndian }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    if zeros == [true, true, true, false] { return .utf32BigEndian }
    if zeros == [false, true, true, true] { return .utf32LittleEndian }
    if zeros.starts(with: [true, false]), zeros.count < 4 || zeros[2] { return .utf16BigEndian }
    if zeros.starts(with: [false, true]), zeros.count < 4 || zeros[3] { return .utf16LittleEndian }
    return .utf8
  }

  var name: String {
    switch self {
    case .utf8, .utf8WithBOM: "UTF-8"
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    case .utf32LittleEndian, .utf32BigEndian: "UTF-32"
    }
  }

  /// Converts `bytes` to UTF-8 without a byte order mark. Invalid code units become U+FFFD.
  func transcoded(_ bytes: Bytes) -> [UInt8] {
    var scalars = String.UnicodeScalarView()
    switch self {
    case .utf8: return Array(bytes.slice)
    case .utf8WithBOM: return Array(bytes.slice.dropFirst(3))
    case .utf16LittleEndian, .utf16BigEndian:
      let isLittle = self == .utf16LittleEndian
      let units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
        UInt16(bytes[index + (isLittle ? 1 : 0)]) << 8 | UInt16(bytes[index + (isLittle ? 0 : 1)])
      }
      scalars.append(contentsOf: String(decoding: units, as: UTF16.self).unicodeScalars)
      if bytes.count % 2 == 1 { scalars.append("\u{FFFD}") }
    case .utf32LittleEndian, .utf32BigEndian:
      let order = self == .utf32LittleEndian ? [3, 2, 1, 0] : [0, 1, 2, 3]
      for index in stride(from: 0, to: bytes.count - 3, by: 4) {
        let value = order.reduce(UInt32(0)) { $0 << 8 | UInt32(bytes[index + $1]) }
        scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
      }
      if bytes.count % 4 != 0 { scalars.append("\u{FFFD}") }
    }
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    return Array(String(scalars).utf8)
  }
}
