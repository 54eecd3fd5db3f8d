/// Reads an exchange: `{"path": …, "method": …, "status": …, "headers": {…}, "body": string or object}`.
extension ResponseReader {
  /// Members that are interpreted together, after all of them have been read.
  private struct Members {
    var path: Bytes?
    var url: JSONToken?
    var hasBody = false
    /// The value of `body_base64`, with its offset.
    var base64: (token: JSONToken, start: Int)?
  }

  /// The exchange in `line`.
  static func exchange(in line: Bytes, _ headerPlaces: HeaderNames) throws(UnreadableResponse) -> Response {
    var reader = ResponseReader(line, noun: "exchange", headerPlaces)
    try reader.readExchange(line.slice.span)
    return reader.response
  }

  private mutating func readExchange(_ bytes: ByteSpan) throws(UnreadableResponse) {
    scanner.skipWhiteSpace(bytes)
    guard scanner.isNext(UInt8(ascii: "{"), bytes) else {
      throw UnreadableResponse(
        reason: "expected an exchange to be a JSON object, as in {\"path\": …, \"status\": …, \"body\": …}",
        offset: scanner.index)
    }
    var members = Members()
    var isFirst = true
    while let key = try nextKey(bytes, &isFirst) { try readMember(key, &members, bytes) }
    scanner.skipWhiteSpace(bytes)
    // `body` takes precedence, even after `body_base64`.
    if !members.hasBody, let base64 = members.base64 {
      response.body = try decoded(base64.token, at: base64.start, bytes)
      members.hasBody = true
    }
    if scanner.index < text.count {
      throw UnreadableResponse(reason: "unexpected text after the exchange", offset: scanner.index)
    }
    response.path = members.path
    guard let url = members.url else { return }
    if members.path == nil, members.hasBody {
      // If there is a body but no path, the URL is that of the request, not of a redirect.
      response.path = text(of: url, bytes)
    } else {
      response.redirect = sourceText(of: url, bytes)
    }
  }

  private mutating func readMember(
    _ key: JSONToken, _ members: inout Members, _ bytes: ByteSpan
  ) throws(UnreadableResponse) {
    let start = scanner.index
    if key.equals("headers", bytes) { return try readHeaders(bytes) }
    let kind = try value(bytes, depth: 1)
    let token = scanner.token
    if key.equals("body", bytes) {
      members.hasBody = kind != .null
      response.body = body(kind, token, start..<scanner.index, bytes)
    } else if key.equals("status", bytes) {
      response.status = status(kind)
      if response.status == nil, kind != .null {
        throw UnreadableResponse(reason: "expected `status` to be an integer from 100 to 599", offset: start)
      }
    } else if key.equals("path", bytes) {
      if kind != .string { throw UnreadableResponse(reason: "expected `path` to be a string", offset: start) }
      members.path = text(of: token, bytes)
    } else if key.equals("url", bytes) {
      if kind != .string { throw UnreadableResponse(reason: "expected `url` to be a string", offset: start) }
      members.url = token
    } else if key.equals("method", bytes), kind == .string {
      response.isToHEAD = token.equals("HEAD", bytes)
    } else if key.equals("body_base64", bytes), kind != .null {
      if kind != .string { throw Self.notBase64(at: start) }
      members.base64 = (token, start)
    }
  }

  private func body(_ kind: JSONKind, _ token: JSONToken, _ range: Range<Int>, _ bytes: ByteSpan) -> SourceText {
    switch kind {
    case .null: SourceText(origin: .opaque(range.lowerBound))
    case .string: sourceText(of: token, bytes)
    case .number, .object, .array, .boolean: SourceText(bytes: text[range], origin: .direct(range.lowerBound))
    }
  }

  private func decoded(_ token: JSONToken, at start: Int, _ bytes: ByteSpan) throws(UnreadableResponse) -> SourceText {
    guard let decoded = decodedBase64(text(of: token, bytes)) else { throw Self.notBase64(at: start) }
    return SourceText(bytes: Bytes(decoded), origin: .opaque(start))
  }

  private static func notBase64(at start: Int) -> UnreadableResponse {
    UnreadableResponse(reason: "`body_base64` is not valid base64", offset: start)
  }

  /// `{"name": "value", "name": ["value", …]}`
  private mutating func readHeaders(_ bytes: ByteSpan) throws(UnreadableResponse) {
    let start = scanner.index
    guard scanner.isNext(UInt8(ascii: "{"), bytes) else {
      if try value(bytes, depth: 1) == .null { return }
      throw UnreadableResponse(reason: "expected `headers` to be an object", offset: start)
    }
    var headers = ResponseHeaders(areKnown: true)
    var isFirst = true
    while let key = try nextKey(bytes, &isFirst) {
      let name = ResponseHeaders.Name(text(of: key, bytes).slice.span, headerPlaces)
      if scanner.isNext(UInt8(ascii: "["), bytes) {
        var isFirstLine = true
        while try nextElement(bytes, &isFirstLine) { try readHeader(name, &headers, bytes) }
      } else {
        try readHeader(name, &headers, bytes)
      }
    }
    response.headers = headers
  }

  private mutating func readHeader(
    _ name: ResponseHeaders.Name?, _ headers: inout ResponseHeaders, _ bytes: ByteSpan
  ) throws(UnreadableResponse) {
    let kind = try value(bytes, depth: 2)
    guard let name, kind == .string || kind == .number else { return }
    headers.add(name, sourceText(of: scanner.token, bytes))
  }
}
