/// An exchange a line: `{"path": …, "method": …, "status": …, "headers": {…}, "body": text or object}`.
extension RecordReader {
  /// The exchange in `line`.
  static func exchange(in line: Bytes) -> Recorded {
    var reader = RecordReader(line)
    reader.readExchange(line.slice.span)
    return reader.record
  }

  private mutating func readExchange(_ bytes: ByteSpan) {
    scanner.skipWhiteSpace(bytes)
    guard scanner.isNext(UInt8(ascii: "{"), bytes) else {
      _ = fail(
        "an exchange must be a JSON object, as in {\"path\": …, \"status\": …, \"body\": …}", at: scanner.index)
      return
    }
    var isFirst = true
    while let key = scanner.nextKey(bytes, &isFirst) {
      guard readMember(key, bytes) else { break }
    }
    if record.fault != nil { return }
    if scanner.fault != .none {
      _ = fail("the exchange is not JSON: \(scanner.fault.description)", at: scanner.index)
      return
    }
    scanner.skipWhiteSpace(bytes)
    if scanner.index < text.count { _ = fail("something follows after the end of the exchange", at: scanner.index) }
    if record.body == nil, let base64Body { readBase64(base64Body.token, at: base64Body.start, bytes) }
  }

  private mutating func readMember(_ key: JSONToken, _ bytes: ByteSpan) -> Bool {
    let start = scanner.index
    if key.isText("headers", bytes) { return readHeaderObject(bytes) }
    guard let kind = scanner.value(bytes, depth: 1) else { return false }
    let token = scanner.token
    if key.isText("body", bytes) {
      readBody(kind, token, start..<scanner.index, bytes)
    } else if key.isText("status", bytes) {
      record.status = kind == .null ? nil : status(kind, bytes)
      if record.status == nil, kind != .null {
        return fail("the status must be a whole number from 100 to 599", at: start)
      }
    } else if key.isText("path", bytes) {
      if kind != .string { return fail("the path must be text", at: start) }
      record.path = text(token, bytes)
    } else if key.isText("url", bytes) {
      if kind != .string { return fail("the URL must be text", at: start) }
      record.url = text(token, bytes)
      record.redirectOrigin = .string(token)
    } else if key.isText("method", bytes), kind == .string {
      record.isToHEAD = token.isText("HEAD", bytes)
    } else if key.isText("body_base64", bytes), kind != .null {
      if kind != .string { return fail("`body_base64` is not base64", at: start) }
      // A `body` wins, and may come later.
      base64Body = (token, start)
    }
    return true
  }

  private mutating func readBase64(_ token: JSONToken, at start: Int, _ bytes: ByteSpan) {
    guard let decoded = base64(text(token, bytes)) else {
      _ = fail("`body_base64` is not base64", at: start)
      return
    }
    record.body = Bytes(decoded)
    record.bodyOrigin = .opaque(start)
  }

  private mutating func readBody(
    _ kind: JSONKind, _ token: JSONToken, _ range: Range<Int>, _ bytes: ByteSpan
  ) {
    switch kind {
    case .null:
      record.body = nil
      record.bodyOrigin = .opaque(range.lowerBound)
    case .string:
      record.body = text(token, bytes)
      record.bodyOrigin = .string(token)
    default:
      record.body = text[range]
      record.bodyOrigin = .direct(range.lowerBound)
    }
  }
}
