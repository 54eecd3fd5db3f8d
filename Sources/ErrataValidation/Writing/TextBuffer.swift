import ErrataText

/// A buffer for UTF-8 text. Building strings would be too slow for millions of findings.
struct TextBuffer: ~Copyable {
  /// The bytes written so far.
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }
  var isEmpty: Bool { bytes.isEmpty }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  @inline(__always)
  mutating func write(_ text: ByteSpan) { bytes.append(text) }

  @inline(__always)
  mutating func write(_ text: StaticString) { bytes.append(text) }

  mutating func write(string text: String) { bytes.append(text) }

  mutating func write(_ text: [UInt8]) { bytes.append(contentsOf: text) }

  @inline(__always)
  mutating func write(byte: UInt8) { bytes.append(byte) }

  /// Writes `byte` repeatedly.
  mutating func write(byte: UInt8, times: Int) { bytes.append(contentsOf: repeatElement(byte, count: times)) }

  mutating func write(_ number: Int) {
    if number < 0 { return write(string: String(number)) }
    let start = bytes.count
    var rest = number
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// Writes `text` as a JSON string in quotes. Invalid UTF-8 becomes U+FFFD.
  mutating func writeJSON(_ text: ByteSpan) {
    write(byte: UInt8(ascii: "\""))
    if isPlainJSON(text) { write(text) } else { write(string: jsonEscaped(String(decoding: text))) }
    write(byte: UInt8(ascii: "\""))
  }

  mutating func writeJSON(_ text: String) { withBytes(of: text) { writeJSON($0) } }

  /// Whether `text` is printable ASCII that needs no escapes in JSON.
  private func isPlainJSON(_ text: ByteSpan) -> Bool {
    var index = 0
    while index <= text.count - 8 {
      let word = text.word(at: index)
      if WordScan.stringSpecials(word) | WordScan.unprintables(word) != 0 { return false }
      index += 8
    }
    while index < text.count {
      let byte = text[index]
      if byte < 0x20 || byte >= 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return false }
      index += 1
    }
    return true
  }

  /// Writes text of a response in backticks. Long text is truncated, and control characters are made visible.
  mutating func writeQuoted(_ text: ByteSpan) {
    write(byte: UInt8(ascii: "`"))
    if text.count <= 64, isPrintable(text) {
      write(text)
    } else {
      // Enough for 64 characters of any length.
      writeShortened(String(decoding: text.extracting(first: 512)))
    }
    write(byte: UInt8(ascii: "`"))
  }

  mutating func writeQuoted(_ text: String) { withBytes(of: text) { writeQuoted($0) } }

  private func isPrintable(_ text: ByteSpan) -> Bool {
    for index in text.indices where text[index] < 0x20 || text[index] >= 0x7F { return false }
    return true
  }

  private mutating func writeShortened(_ text: String) {
    let scalars = text.unicodeScalars
    var prefix = String.UnicodeScalarView()
    prefix.append(contentsOf: scalars.prefix(64))
    if scalars.dropFirst(64).isEmpty == false { prefix.append("…") }
    write(string: visible(String(prefix)))
  }
}

/// A description of a character for messages: the character in backticks, or its code point if it is not visible.
func characterDescription(_ scalar: Unicode.Scalar) -> String {
  let text = String(scalar)
  return visible(text) == text && scalar != " " ? "`\(text)`" : codePointName(scalar.value)
}
