/// Why a line or an entry cannot be read as a response.
struct UnreadableResponse: Error {
  let reason: String
  /// In bytes.
  let offset: Int
}

/// Reads responses out of the JSON that keeps them: an exchange on a line, an entry of a recording.
///
/// Every call is given the same bytes, those of `text`.
struct ResponseReader {
  /// What holds the response.
  let text: Bytes
  var scanner = JSONScanner()
  var response = Response()
  /// What the text should be, for faults: `exchange`, `entry`.
  private let noun: StaticString

  init(_ text: Bytes, noun: StaticString) {
    self.text = text
    self.noun = noun
  }

  /// Reads the next key of an object, up to its value.
  /// - Parameter isFirst: true before the object, whose brace comes next then.
  /// - Returns: nil after the last member.
  mutating func nextKey(_ bytes: ByteSpan, _ isFirst: inout Bool) throws(UnreadableResponse) -> JSONToken? {
    do { return try scanner.nextKey(bytes, &isFirst) } catch { throw notJSON(error) }
  }

  /// Goes to the next element of an array.
  /// - Parameter isFirst: true before the array, whose bracket comes next then.
  /// - Returns: false after the last element.
  mutating func nextElement(_ bytes: ByteSpan, _ isFirst: inout Bool) throws(UnreadableResponse) -> Bool {
    do { return try scanner.nextElement(bytes, &isFirst) } catch { throw notJSON(error) }
  }

  /// Reads a value; a string or a number is in `scanner.token` then.
  /// - Parameter depth: how many levels are open around it.
  @discardableResult
  mutating func value(_ bytes: ByteSpan, depth: Int) throws(UnreadableResponse) -> JSONKind {
    do { return try scanner.value(bytes, depth: depth) } catch { throw notJSON(error) }
  }

  private func notJSON(_ fault: JSONFault) -> UnreadableResponse {
    UnreadableResponse(reason: "the \(noun) is not JSON: \(fault.description)", offset: scanner.index)
  }

  /// The text of a string, without its escapes.
  func text(of token: JSONToken, _ bytes: ByteSpan) -> Bytes {
    token.hasEscapes ? Bytes(token.unescaped(bytes)) : text[token.range]
  }

  /// The text of a string, with its origin.
  func sourceText(of token: JSONToken, _ bytes: ByteSpan) -> SourceText {
    SourceText(bytes: text(of: token, bytes), origin: .string(token))
  }

  /// The status that the value in `scanner.token` is; nil where it is none.
  ///
  /// A status is a whole number, however it is written: JSON Schema takes `400.0` and `4e2` for integers too.
  func status(_ kind: JSONKind) -> Int? {
    guard kind == .number else { return nil }
    let digits = text[scanner.token.range].slice
    // Nearly every status is three digits, for which a conversion to `Double` takes long.
    let value =
      digits.count == 3 && digits.allSatisfy(isDigit)
      ? digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
      : Double(String(decoding: digits, as: UTF8.self)).flatMap { Int(exactly: $0) }
    return value.flatMap { (100...599).contains($0) ? $0 : nil }
  }
}
