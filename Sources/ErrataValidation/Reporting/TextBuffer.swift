import ErrataDiagnostics

/// Bytes of a text that is put together piece by piece: findings come by the million, and strings would take too long.
struct TextBuffer {
  private(set) var bytes: [UInt8] = []

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  @inline(__always)
  mutating func write(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ text: ByteView) { bytes.append(contentsOf: text) }

  mutating func write(byte: UInt8) { bytes.append(byte) }

  mutating func write(_ number: Int) {
    if number < 0 { return write(String(number)) }
    var divisor = 1
    while number / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / divisor % 10))
      divisor /= 10
    }
  }

  mutating func write(_ other: borrowing TextBuffer) { bytes.append(contentsOf: other.bytes) }

  /// Writes `text` as a JSON string with its quotes. What is not UTF-8 in it becomes U+FFFD.
  mutating func writeJSON(_ text: ByteView) {
    bytes.append(UInt8(ascii: "\""))
    var index = 0
    var plain = 0
    while index < text.count {
      let byte = text[index]
      if byte >= 0x80 {
        let length = utf8SequenceLength(text.baseAddress!, at: index, count: text.count)
        if length == 0 {
          let repaired = String(decoding: text[plain...], as: UTF8.self)
          return writeJSONRest(repaired)
        }
        index += length
        continue
      }
      if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
        index += 1
        continue
      }
      write(ByteView(rebasing: text[plain..<index]))
      writeEscape(byte)
      index += 1
      plain = index
    }
    write(ByteView(rebasing: text[plain...]))
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func writeJSON(_ text: String) {
    var text = text
    text.withUTF8 { writeJSON($0) }
  }

  private mutating func writeJSONRest(_ text: String) {
    var buffer = TextBuffer()
    buffer.writeJSON(text)
    bytes.append(contentsOf: buffer.bytes.dropFirst())
  }

  private mutating func writeEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): write("\\\"")
    case UInt8(ascii: "\\"): write("\\\\")
    case 0x0A: write("\\n")
    case 0x0D: write("\\r")
    case 0x09: write("\\t")
    default:
      let digits = Array("0123456789abcdef".utf8)
      write("\\u00")
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    }
  }

  /// Writes a text of a response in backticks: cut where it is long, and without what a terminal would obey.
  mutating func writeQuoted(_ text: ByteView) {
    bytes.append(UInt8(ascii: "`"))
    if text.count <= 64, text.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      write(text)
    } else {
      writeQuotedRest(String(decoding: text.prefix(512), as: UTF8.self))
    }
    bytes.append(UInt8(ascii: "`"))
  }

  mutating func writeQuoted(_ text: String) {
    var text = text
    text.withUTF8 { writeQuoted($0) }
  }

  private mutating func writeQuotedRest(_ text: String) {
    let scalars = text.unicodeScalars
    var shown = String.UnicodeScalarView()
    shown.append(contentsOf: scalars.prefix(64))
    if scalars.count > 64 { shown.append("…") }
    write(visible(String(shown)))
  }
}

/// A character as people call it: itself, or its number where it cannot be shown.
func characterName(_ scalar: Unicode.Scalar) -> String {
  let text = String(scalar)
  return visible(text) == text && scalar != " " ? "`\(text)`" : codePointName(scalar.value)
}
