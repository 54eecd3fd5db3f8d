/// Reads an entry of a recording (HTTP Archive 1.2).
extension ResponseReader {
  /// Reads the entry in `text` into `response`.
  /// - Returns: whether the recording contains the response. A request without a response has status 0.
  mutating func readEntry() throws(UnreadableResponse) -> Bool {
    let text = text
    let hasBody = try readEntry(text.slice.span)
    response.request.id = response.headers.requestID
    return response.request.path != nil && response.status != nil && hasBody
  }

  /// - Returns: false if the response had a body that was not recorded.
  private mutating func readEntry(_ bytes: ByteSpan) throws(UnreadableResponse) -> Bool {
    var hasBody = true
    var isFirst = true
    while let key = try nextKey(bytes, &isFirst) {
      let isObject = scanner.isNext(UInt8(ascii: "{"), bytes)
      if isObject, key.equals("request", bytes) {
        try readRequest(bytes)
      } else if isObject, key.equals("response", bytes) {
        try readResponse(&hasBody, bytes)
      } else {
        let kind = try value(bytes, depth: 1)
        if kind == .string, key.equals("startedDateTime", bytes) {
          response.request.time = text(of: scanner.token, bytes)
        }
      }
    }
    return hasBody
  }

  private mutating func readRequest(_ bytes: ByteSpan) throws(UnreadableResponse) {
    var isFirst = true
    while let key = try nextKey(bytes, &isFirst) {
      guard try value(bytes, depth: 2) == .string else { continue }
      if key.equals("url", bytes) { response.request.path = text(of: scanner.token, bytes) }
      if key.equals("method", bytes) { response.request.method = text(of: scanner.token, bytes) }
    }
  }

  private mutating func readResponse(_ hasBody: inout Bool, _ bytes: ByteSpan) throws(UnreadableResponse) {
    var isFirst = true
    while let key = try nextKey(bytes, &isFirst) {
      if key.equals("content", bytes), scanner.isNext(UInt8(ascii: "{"), bytes) {
        hasBody = try readContent(bytes)
      } else if key.equals("headers", bytes), scanner.isNext(UInt8(ascii: "["), bytes) {
        try readHeaderList(bytes)
      } else {
        let kind = try value(bytes, depth: 2)
        if key.equals("status", bytes) { response.status = status(kind) }
        if key.equals("redirectURL", bytes), kind == .string, scanner.token.count > 0 {
          response.redirect = sourceText(of: scanner.token, bytes)
        }
      }
    }
  }

  private mutating func readHeaderList(_ bytes: ByteSpan) throws(UnreadableResponse) {
    response.headers = ResponseHeaders(areKnown: true)
    var isFirst = true
    while try nextElement(bytes, &isFirst) {
      if scanner.isNext(UInt8(ascii: "{"), bytes) {
        try readHeader(bytes)
      } else {
        try value(bytes, depth: 3)
      }
    }
  }

  /// `{"name": …, "value": …}`
  private mutating func readHeader(_ bytes: ByteSpan) throws(UnreadableResponse) {
    var name: ResponseHeaders.Name?
    var headerValue: JSONToken?
    var isFirst = true
    while let key = try nextKey(bytes, &isFirst) {
      guard try value(bytes, depth: 4) == .string else { continue }
      if key.equals("name", bytes) {
        name = headerName(scanner.token, bytes)
      }
      if key.equals("value", bytes) { headerValue = scanner.token }
    }
    if let name, let headerValue { response.headers.add(name, sourceText(of: headerValue, bytes)) }
  }

  /// - Returns: false if the response had a body that was not recorded. Some browsers record only its size; -1 means that the
  ///   size is unknown.
  private mutating func readContent(_ bytes: ByteSpan) throws(UnreadableResponse) -> Bool {
    var content: JSONToken?
    var isBase64 = false
    var hasSize = false
    let start = scanner.index
    var isFirst = true
    while let key = try nextKey(bytes, &isFirst) {
      let kind = try value(bytes, depth: 3)
      if kind == .string, key.equals("text", bytes) { content = scanner.token }
      if kind == .number, key.equals("size", bytes) { hasSize = Double(scanner.token.string(bytes)) ?? 0 > 0 }
      if kind == .string, key.equals("encoding", bytes) { isBase64 = scanner.token.equals("base64", bytes) }
    }
    guard let content else {
      response.body.origin = .opaque(start)
      return !hasSize
    }
    let quote = content.start - 1
    if !isBase64 {
      response.body = sourceText(of: content, bytes)
    } else if let decoded = decodedBase64(text(of: content, bytes)) {
      response.body = SourceText(bytes: Bytes(decoded), origin: .opaque(quote))
    } else {
      throw UnreadableResponse(reason: "`text` is not valid base64", offset: quote)
    }
    return true
  }
}
