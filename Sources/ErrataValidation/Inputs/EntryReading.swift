/// An entry of a recording (HTTP Archive 1.2).
extension RecordReader {
  /// The entry of a recording in `text`. Its views live until the next one is read.
  mutating func entry(in text: ByteView) -> Recorded {
    arena.reset(capacity: text.count)
    var scanner = JSONScanner(text, levels: levels)
    var record = Recorded()
    let isRead = scanner.members { key, scanner in
      if scanner.isKey(key, "request"), isObject(scanner) {
        return scanner.members { key, scanner in readRequest(key, &scanner, &record) }
      }
      if scanner.isKey(key, "response"), isObject(scanner) {
        return scanner.members { key, scanner in readResponse(key, &scanner, &record) }
      }
      return scanner.value(depth: 1) != nil
    }
    if !isRead, record.fault == nil {
      record.fault = "the entry is not JSON: \(scanner.fault.description)"
      record.faultOffset = scanner.index
    }
    return record
  }

  private func isObject(_ scanner: JSONScanner) -> Bool {
    scanner.index < scanner.count && scanner.bytes[scanner.index] == UInt8(ascii: "{")
  }

  private mutating func readRequest(
    _ key: JSONToken, _ scanner: inout JSONScanner, _ record: inout Recorded
  ) -> Bool {
    guard let kind = scanner.value(depth: 2) else { return false }
    if scanner.isKey(key, "url"), kind == .string { record.path = path(of: text(scanner.token, scanner)) }
    return true
  }

  private mutating func readResponse(
    _ key: JSONToken, _ scanner: inout JSONScanner, _ record: inout Recorded
  ) -> Bool {
    if scanner.isKey(key, "content"), isObject(scanner) { return readContent(&scanner, &record) }
    if scanner.isKey(key, "headers"), scanner.index < scanner.count,
      scanner.bytes[scanner.index] == UInt8(ascii: "[")
    {
      record.headers = Answer.Headers()
      return scanner.elements { scanner in readNamedHeader(&scanner, &record) }
    }
    guard let kind = scanner.value(depth: 2) else { return false }
    let token = scanner.token
    if scanner.isKey(key, "status") {
      record.status = status(kind, token, scanner)
    } else if scanner.isKey(key, "redirectURL"), kind == .string, token.count > 0 {
      record.redirect = text(token, scanner)
      record.redirectOrigin = .string(token)
    }
    return true
  }

  private mutating func readNamedHeader(_ scanner: inout JSONScanner, _ record: inout Recorded) -> Bool {
    guard isObject(scanner) else { return scanner.value(depth: 3) != nil }
    var name: ByteView?
    var value: JSONToken?
    let isRead = scanner.members { key, scanner in
      guard let kind = scanner.value(depth: 4) else { return false }
      if kind == .string, scanner.isKey(key, "name") { name = text(scanner.token, scanner) }
      if kind == .string, scanner.isKey(key, "value") { value = scanner.token }
      return true
    }
    if let name, let value { keepHeader(name, value, scanner, &record) }
    return isRead
  }

  private mutating func readContent(_ scanner: inout JSONScanner, _ record: inout Recorded) -> Bool {
    var content: JSONToken?
    var isBase64 = false
    var hasSize = false
    let start = scanner.index
    let isRead = scanner.members { key, scanner in
      guard let kind = scanner.value(depth: 3) else { return false }
      if kind == .string, scanner.isKey(key, "text") { content = scanner.token }
      // Some browsers record how long the body was, and not the body; -1 stands for not known.
      if kind == .number, scanner.isKey(key, "size") { hasSize = Double(scanner.token.string(scanner.bytes)) ?? 0 > 0 }
      if kind == .string, scanner.isKey(key, "encoding") { isBase64 = scanner.token.string(scanner.bytes) == "base64" }
      return true
    }
    record.bodyOrigin = .opaque(start)
    record.isBodyLeftOut = content == nil && hasSize
    guard isRead, let content else { return isRead }
    if !isBase64 {
      record.body = text(content, scanner)
      record.bodyOrigin = .string(content)
    } else if let bytes = base64(ByteView(start: scanner.bytes + content.start, count: content.count)) {
      record.body = arena.keep(bytes)
      record.bodyOrigin = .opaque(content.start - 1)
    } else {
      return fail("the content is not base64", at: content.start - 1, &record)
    }
    return true
  }
}
