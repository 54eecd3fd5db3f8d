/// An exchange a line: `{"path": …, "status": …, "headers": {…}, "body": text or object}`.
extension RecordReader {
  /// The exchange in `line`. Its views live until the next one is read.
  mutating func exchange(in line: ByteView) -> Recorded {
    arena.reset(capacity: line.count)
    var scanner = JSONScanner(line, levels: levels)
    scanner.skipWhiteSpace()
    var record = Recorded()
    guard scanner.index < scanner.count, scanner.bytes[scanner.index] == UInt8(ascii: "{") else {
      record.fault = "an exchange must be a JSON object, as in {\"path\": …, \"status\": …, \"body\": …}"
      record.faultOffset = scanner.index
      return record
    }
    var isRead = scanner.members { key, scanner in readMember(key, &scanner, &record) }
    scanner.skipWhiteSpace()
    if isRead, scanner.index < scanner.count { isRead = scanner.fail(.none) }
    if !isRead, record.fault == nil {
      record.fault =
        scanner.fault == .none
        ? "something follows after the end of the exchange" : "the exchange is not JSON: \(scanner.fault.description)"
      record.faultOffset = scanner.index
    }
    return record
  }

  private mutating func readMember(
    _ key: JSONToken, _ scanner: inout JSONScanner, _ record: inout Recorded
  ) -> Bool {
    let start = scanner.index
    if scanner.isKey(key, "headers") { return readHeaderObject(&scanner, &record) }
    guard let kind = scanner.value(depth: 1) else { return false }
    let token = scanner.token
    if scanner.isKey(key, "body") {
      readBody(kind, token, start..<scanner.index, scanner, &record)
    } else if scanner.isKey(key, "status") {
      record.status = kind == .null ? nil : status(kind, token, scanner)
      if record.status == nil, kind != .null {
        return fail("the status must be a whole number from 100 to 599", at: start, &record)
      }
    } else if scanner.isKey(key, "path") {
      if kind != .string { return fail("the path must be text", at: start, &record) }
      record.path = text(token, scanner)
    } else if scanner.isKey(key, "url") {
      if kind != .string { return fail("the URL must be text", at: start, &record) }
      record.url = text(token, scanner)
      record.redirectOrigin = .string(token)
    } else if scanner.isKey(key, "body_base64"), record.body == nil {
      guard kind == .string, let bytes = base64(ByteView(start: scanner.bytes + token.start, count: token.count)) else {
        return fail("`body_base64` is not base64", at: start, &record)
      }
      record.body = arena.keep(bytes)
      record.bodyOrigin = .opaque(start)
    }
    return true
  }

  private mutating func readBody(
    _ kind: JSONKind, _ token: JSONToken, _ range: Range<Int>, _ scanner: JSONScanner, _ record: inout Recorded
  ) {
    switch kind {
    case .null:
      record.body = nil
      record.bodyOrigin = .opaque(range.lowerBound)
    case .string:
      record.body = text(token, scanner)
      record.bodyOrigin = .string(token)
    default:
      record.body = ByteView(start: scanner.bytes + range.lowerBound, count: range.count)
      record.bodyOrigin = .direct(range.lowerBound)
    }
  }
}
