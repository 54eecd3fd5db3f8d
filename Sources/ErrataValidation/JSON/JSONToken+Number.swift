/// The greatest integer that every JSON library reads exactly (RFC 7493, section 2.2).
let greatestInteger = 1 << 53 - 1

extension JSONToken {
  /// The value of a number, if it is an integer that every JSON library reads exactly. `2e4` and `20000.0` are integers, too, as
  /// in JSON Schema.
  func integer(_ bytes: ByteSpan) -> Int? {
    integerValue(of: String(decoding: bytes.extracting(range)))
  }

  /// The value of a number.
  func number(_ bytes: ByteSpan) -> Double? { Double(String(decoding: bytes.extracting(range))) }
}

private func integerValue(of text: String) -> Int? {
  let isPlain = text.utf8.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "-") }
  guard let value = isPlain ? Int(text) : Double(text).flatMap({ Int(exactly: $0) }) else { return nil }
  return value.magnitude <= greatestInteger ? value : nil
}

/// Whether `text` is a number of JSON (RFC 8259, section 6).
func isJSONNumber(_ text: [UInt8]) -> Bool {
  var scanner = JSONScanner()
  return (try? scanner.value(text.span, depth: 0)) == .number && scanner.index == text.count
}
