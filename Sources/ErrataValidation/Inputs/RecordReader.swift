import ErrataText

/// Reads recorded answers out of their envelopes.
struct RecordReader {
  /// What holds the record: a line, an entry.
  let text: Bytes
  var scanner = JSONScanner()
  var record = Recorded()
  /// An exchange's `body_base64`, and where its value begins.
  var base64Body: (token: JSONToken, start: Int)?

  init(_ text: Bytes) { self.text = text }

  /// Keeps why the record cannot be read.
  /// - Returns: false.
  mutating func fail(_ fault: String, at offset: Int) -> Bool {
    record.fault = fault
    record.faultOffset = offset
    return false
  }

  /// The text of a string, without its escapes.
  func text(_ token: JSONToken, _ bytes: ByteSpan) -> Bytes {
    token.hasEscapes ? Bytes(token.unescaped(bytes)) : text[token.range]
  }

  /// Whether nothing was wrong so far.
  var isSound: Bool { scanner.fault == .none && record.fault == nil }

  /// A status is a whole number, however it is written: JSON Schema takes `400.0` and `4e2` for integers too.
  func status(_ kind: JSONKind, _ bytes: ByteSpan) -> Int? {
    guard kind == .number else { return nil }
    let digits = text[scanner.token.range].slice
    // Nearly every status is three digits, for which a conversion to `Double` takes long.
    let value =
      digits.count == 3 && digits.allSatisfy(isDigit)
      ? digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
      : Double(String(decoding: digits, as: UTF8.self)).flatMap { Int(exactly: $0) }
    return value.flatMap { (100...599).contains($0) ? $0 : nil }
  }

  /// Reads the headers of an exchange: `{"name": "value", "name": ["value", …]}`.
  mutating func readHeaderObject(_ bytes: ByteSpan) -> Bool {
    guard scanner.isNext(UInt8(ascii: "{"), bytes) else {
      let start = scanner.index
      guard let kind = scanner.value(bytes, depth: 1) else { return false }
      return kind == .null ? true : fail("the headers must be an object", at: start)
    }
    record.headers = AnswerHeaders()
    var isFirst = true
    while let key = scanner.nextKey(bytes, &isFirst) {
      let name = AnswerHeaders.Name(text(key, bytes).slice.span)
      guard scanner.isNext(UInt8(ascii: "["), bytes) else {
        guard readHeader(name, bytes) else { return false }
        continue
      }
      var isFirstLine = true
      while scanner.nextElement(bytes, &isFirstLine) {
        guard readHeader(name, bytes) else { return false }
      }
      if !isSound { return false }
    }
    return isSound
  }

  private mutating func readHeader(_ name: AnswerHeaders.Name?, _ bytes: ByteSpan) -> Bool {
    guard let kind = scanner.value(bytes, depth: 2) else { return false }
    if let name, kind == .string || kind == .number { keepHeader(name, scanner.token, bytes) }
    return true
  }

  mutating func keepHeader(_ name: AnswerHeaders.Name, _ value: JSONToken, _ bytes: ByteSpan) {
    if name == .location, record.headers?.location == nil { record.locationOrigin = .string(value) }
    let value = text(value, bytes)
    record.headers?.add(name, value)
  }
}
