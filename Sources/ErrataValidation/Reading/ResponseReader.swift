/// The reason why a line or an entry cannot be read as a response.
struct UnreadableResponse: Error {
  let reason: String
  /// The offset of the error, in bytes.
  let offset: Int
}

/// Reads a response from the JSON that contains it: an exchange or an entry of a recording.
///
/// Every call must pass the bytes of `text`. The response is used where it was read, since copying it takes as long as reading it.
struct ResponseReader {
  /// The JSON that contains the response.
  let text: Bytes
  var scanner = JSONScanner()
  var response = Response()
  /// The name of `text` in messages: `exchange` or `entry`.
  private let noun: StaticString
  /// The headers that have fields of the catalogue.
  let headerPlaces: HeaderNames

  init(_ text: Bytes, noun: StaticString, _ headerPlaces: HeaderNames) {
    self.text = text
    self.noun = noun
    self.headerPlaces = headerPlaces
  }

  /// Reads the next key of an object, up to its value.
  /// - Parameter isFirst: true before the opening brace; set to false.
  /// - Returns: the key, or nil after the last member.
  mutating func nextKey(_ bytes: ByteSpan, _ isFirst: inout Bool) throws(UnreadableResponse) -> JSONToken? {
    do { return try scanner.nextKey(bytes, &isFirst) } catch { throw notJSON(error) }
  }

  /// Advances to the next element of an array.
  /// - Parameter isFirst: true before the opening bracket; set to false.
  /// - Returns: false after the last element.
  mutating func nextElement(_ bytes: ByteSpan, _ isFirst: inout Bool) throws(UnreadableResponse) -> Bool {
    do { return try scanner.nextElement(bytes, &isFirst) } catch { throw notJSON(error) }
  }

  /// Reads a value. A string or a number is stored in `scanner.token`.
  /// - Parameter depth: the nesting depth of the value.
  @discardableResult
  mutating func value(_ bytes: ByteSpan, depth: Int) throws(UnreadableResponse) -> JSONKind {
    do { return try scanner.value(bytes, depth: depth) } catch { throw notJSON(error) }
  }

  private func notJSON(_ fault: JSONFault) -> UnreadableResponse {
    UnreadableResponse(reason: "the \(noun) is not valid JSON: \(fault.description)", offset: scanner.index)
  }

  /// The unescaped text of a string.
  func text(of token: JSONToken, _ bytes: ByteSpan) -> Bytes {
    token.hasEscapes ? Bytes(token.unescaped(bytes)) : text[token.range]
  }

  /// The header whose name is a string; nil if it does not matter for errors.
  func headerName(_ token: JSONToken, _ bytes: ByteSpan) -> ResponseHeaders.Name? {
    if token.hasEscapes { return ResponseHeaders.Name(token.unescaped(bytes).span, headerPlaces) }
    return ResponseHeaders.Name(bytes.extracting(token.range), headerPlaces)
  }

  /// The unescaped text of a string, with its origin.
  func sourceText(of token: JSONToken, _ bytes: ByteSpan) -> SourceText {
    SourceText(bytes: text(of: token, bytes), origin: .string(token))
  }

  /// The value in `scanner.token` as an HTTP status; nil if it is not an integer from 100 to 599.
  ///
  /// `400.0` and `4e2` are integers, too, as in JSON Schema.
  func status(_ kind: JSONKind) -> Int? {
    guard kind == .number else { return nil }
    let digits = text[scanner.token.range].slice
    // Converting to `Double` is slow, and nearly every status has three digits.
    let value =
      digits.count == 3 && digits.allSatisfy(isDigit)
      ? digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
      : Double(String(decoding: digits, as: UTF8.self)).flatMap { Int(exactly: $0) }
    return value.flatMap { (100...599).contains($0) ? $0 : nil }
  }
}
