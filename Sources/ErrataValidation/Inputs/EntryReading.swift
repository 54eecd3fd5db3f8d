/// An entry of a recording (HTTP Archive 1.2).
extension RecordReader {
  /// The entry of a recording in `text`.
  static func entry(in text: Bytes) -> Recorded {
    var reader = RecordReader(text)
    if !reader.readEntry(text.slice.span), reader.record.fault == nil {
      _ = reader.fail("the entry is not JSON: \(reader.scanner.fault.description)", at: reader.scanner.index)
    }
    return reader.record
  }

  private mutating func readEntry(_ bytes: ByteSpan) -> Bool {
    var isFirst = true
    while let key = scanner.nextKey(bytes, &isFirst) {
      let isObject = scanner.isNext(UInt8(ascii: "{"), bytes)
      if isObject, key.isText("request", bytes) {
        guard readRequest(bytes) else { return false }
      } else if isObject, key.isText("response", bytes) {
        guard readResponse(bytes) else { return false }
      } else if scanner.value(bytes, depth: 1) == nil {
        return false
      }
    }
    return isSound
  }

  private mutating func readRequest(_ bytes: ByteSpan) -> Bool {
    var isFirst = true
    while let key = scanner.nextKey(bytes, &isFirst) {
      guard let kind = scanner.value(bytes, depth: 2) else { return false }
      if kind == .string, key.isText("url", bytes) { record.path = path(of: text(scanner.token, bytes)) }
      if kind == .string, key.isText("method", bytes) { record.isToHEAD = scanner.token.isText("HEAD", bytes) }
    }
    return isSound
  }

  private mutating func readResponse(_ bytes: ByteSpan) -> Bool {
    var isFirst = true
    while let key = scanner.nextKey(bytes, &isFirst) {
      if key.isText("content", bytes), scanner.isNext(UInt8(ascii: "{"), bytes) {
        guard readContent(bytes) else { return false }
      } else if key.isText("headers", bytes), scanner.isNext(UInt8(ascii: "["), bytes) {
        guard readHeaderList(bytes) else { return false }
      } else {
        guard let kind = scanner.value(bytes, depth: 2) else { return false }
        let token = scanner.token
        if key.isText("status", bytes) { record.status = status(kind, bytes) }
        if key.isText("redirectURL", bytes), kind == .string, token.count > 0 {
          record.redirect = text(token, bytes)
          record.redirectOrigin = .string(token)
        }
      }
    }
    return isSound
  }

  private mutating func readHeaderList(_ bytes: ByteSpan) -> Bool {
    record.headers = AnswerHeaders()
    var isFirst = true
    while scanner.nextElement(bytes, &isFirst) {
      guard readNamedHeader(bytes) else { return false }
    }
    return isSound
  }

  /// `{"name": …, "value": …}`
  private mutating func readNamedHeader(_ bytes: ByteSpan) -> Bool {
    guard scanner.isNext(UInt8(ascii: "{"), bytes) else { return scanner.value(bytes, depth: 3) != nil }
    var name: AnswerHeaders.Name?
    var headerValue: JSONToken?
    var isFirst = true
    while let key = scanner.nextKey(bytes, &isFirst) {
      guard let kind = scanner.value(bytes, depth: 4) else { return false }
      if kind == .string, key.isText("name", bytes) { name = AnswerHeaders.Name(text(scanner.token, bytes).slice.span) }
      if kind == .string, key.isText("value", bytes) { headerValue = scanner.token }
    }
    if let name, let headerValue { keepHeader(name, headerValue, bytes) }
    return isSound
  }

  private mutating func readContent(_ bytes: ByteSpan) -> Bool {
    var content: JSONToken?
    var isBase64 = false
    var hasSize = false
    let start = scanner.index
    var isFirst = true
    while let key = scanner.nextKey(bytes, &isFirst) {
      guard let kind = scanner.value(bytes, depth: 3) else { return false }
      if kind == .string, key.isText("text", bytes) { content = scanner.token }
      // Some browsers record how long the body was, and not the body; -1 stands for not known.
      if kind == .number, key.isText("size", bytes) {
        hasSize = Double(scanner.token.string(bytes)) ?? 0 > 0
      }
      if kind == .string, key.isText("encoding", bytes) { isBase64 = scanner.token.isText("base64", bytes) }
    }
    record.bodyOrigin = .opaque(start)
    record.isBodyLeftOut = content == nil && hasSize
    guard isSound, let content else { return isSound }
    if !isBase64 {
      record.body = text(content, bytes)
      record.bodyOrigin = .string(content)
    } else if let decoded = base64(text(content, bytes)) {
      record.body = Bytes(decoded)
      record.bodyOrigin = .opaque(content.start - 1)
    } else {
      return fail("the content is not base64", at: content.start - 1)
    }
    return true
  }
}
