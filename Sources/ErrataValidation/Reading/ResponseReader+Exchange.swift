/// Reads an exchange: `{"path": …, "method": …, "status": …, "headers": {…}, "body": string or object}`.
extension ResponseReader {
  /// Members that are interpreted together, after all of them have been read.
  private struct Members {
    var shape = ExchangeShape()
    var url: JSONToken?
    var hasBody = false
    /// The value of `body_base64`, with its offset.
    var base64: (token: JSONToken, start: Int)?
  }

  /// Reads the exchange in `text` into `response`.
  mutating func readExchange(_ fields: ExchangeFields) throws(UnreadableResponse) -> ExchangeShape {
    let text = text
    return try readExchange(fields, text.slice.span)
  }

  private mutating func readExchange(
    _ fields: ExchangeFields, _ bytes: ByteSpan
  ) throws(UnreadableResponse) -> ExchangeShape {
    scanner.skipWhiteSpace(bytes)
    guard scanner.isNext(UInt8(ascii: "{"), bytes) else {
      throw UnreadableResponse(
        reason: "expected an exchange to be a JSON object, as in {\"path\": …, \"status\": …, \"body\": …}",
        offset: scanner.index)
    }
    var members = Members()
    try readMembers(fields.members, depth: 1, fields, &members, bytes)
    scanner.skipWhiteSpace(bytes)
    // `body` takes precedence, even after `body_base64`.
    if !members.hasBody, let base64 = members.base64 {
      response.body = try decoded(base64.token, at: base64.start, fields, bytes)
      members.hasBody = true
    }
    if scanner.index < text.count {
      throw UnreadableResponse(reason: "unexpected text after the exchange", offset: scanner.index)
    }
    response.request.id = response.request.id ?? response.headers.requestID
    if let url = members.url {
      if response.request.path == nil, members.hasBody {
        // If there is a body but no path, the URL is that of the request, not of a redirect.
        response.request.path = text(of: url, bytes)
      } else {
        response.redirect = sourceText(of: url, bytes)
      }
    }
    return members.shape
  }

  /// Reads the members of an object.
  /// - Parameters:
  ///   - names: the members to look for.
  ///   - depth: the nesting depth of their values.
  private mutating func readMembers(
    _ names: ExchangeFields.Members, depth: Int, _ fields: ExchangeFields, _ members: inout Members, _ bytes: ByteSpan
  ) throws(UnreadableResponse) {
    var isFirst = true
    while let key = try nextKey(bytes, &isFirst) {
      switch names.member(key, bytes) {
      case .part(let role):
        members.shape.add(role)
        try readMember(role, depth: depth, fields, &members, bytes)
      case .object(let names) where scanner.isNext(UInt8(ascii: "{"), bytes):
        try readMembers(names, depth: depth + 1, fields, &members, bytes)
      case .object, nil: try value(bytes, depth: depth)
      }
    }
  }

  private mutating func readMember(
    _ role: ExchangeFields.Role, depth: Int, _ fields: ExchangeFields, _ members: inout Members, _ bytes: ByteSpan
  ) throws(UnreadableResponse) {
    let start = scanner.index
    if role == .headers { return try readHeaders(depth: depth, fields, bytes) }
    let kind = try value(bytes, depth: depth)
    let token = scanner.token
    func expected(_ type: StaticString) -> UnreadableResponse {
      UnreadableResponse(reason: "expected `\(fields.name(of: role))` to be \(type)", offset: start)
    }
    switch role {
    case .headers: break
    case .body:
      members.hasBody = kind != .null
      response.body = body(kind, token, start..<scanner.index, bytes)
    case .status:
      switch recordedStatus(kind, bytes) {
      case .status(let status): response.status = status
      case .unknown: break
      case .noResponse: response.isMissing = true
      case .invalid: throw expected("an integer from 100 to 599")
      }
    case .path:
      if kind != .string { throw expected("a string") }
      response.request.path = text(of: token, bytes)
    case .url:
      if kind != .string { throw expected("a string") }
      members.url = token
    case .method: if kind == .string { response.request.method = text(of: token, bytes) }
    case .time: response.request.time = scalar(kind, token, bytes)
    case .requestID: response.request.id = scalar(kind, token, bytes)
    case .base64Body:
      if kind == .null { return }
      if kind != .string { throw Self.notBase64(at: start, fields) }
      members.base64 = (token, start)
    }
  }

  /// The text of a string or a number.
  private func scalar(_ kind: JSONKind, _ token: JSONToken, _ bytes: ByteSpan) -> Bytes? {
    switch kind {
    case .string: token.count == 0 ? nil : text(of: token, bytes)
    case .number: text[token.range]
    case .object, .array, .boolean, .null: nil
    }
  }

  /// What a member tells about the status.
  private enum RecordedStatus {
    case status(Int)
    case unknown
    case noResponse
    case invalid
  }

  /// The status in the last value: a number, or text as gateways write it. Without a response, nginx writes `-`, and other gateways 0.
  /// If nginx asked several servers, it writes `502, 200`; the last of them sent the response.
  private func recordedStatus(_ kind: JSONKind, _ bytes: ByteSpan) -> RecordedStatus {
    switch kind {
    case .null: return .unknown
    case .number:
      if scanner.token.equals("0", bytes) { return .noResponse }
      return status(kind).map { .status($0) } ?? .invalid
    case .string:
      let text = String(decoding: text(of: scanner.token, bytes).slice, as: UTF8.self)
      guard let last = text.split(whereSeparator: { $0 == "," || $0 == ":" || $0 == " " }).last else { return .unknown }
      if ["-", "0", "000"].contains(last) { return .noResponse }
      guard last.utf8.count == 3, let status = Int(last), (100...599).contains(status) else { return .invalid }
      return .status(status)
    case .object, .array, .boolean: return .invalid
    }
  }

  private func body(_ kind: JSONKind, _ token: JSONToken, _ range: Range<Int>, _ bytes: ByteSpan) -> SourceText {
    switch kind {
    case .null: SourceText(origin: .opaque(range.lowerBound))
    case .string: sourceText(of: token, bytes)
    case .number, .object, .array, .boolean: SourceText(bytes: text[range], origin: .direct(range.lowerBound))
    }
  }

  private func decoded(
    _ token: JSONToken, at start: Int, _ fields: ExchangeFields, _ bytes: ByteSpan
  ) throws(UnreadableResponse) -> SourceText {
    guard let decoded = decodedBase64(text(of: token, bytes)) else { throw Self.notBase64(at: start, fields) }
    return SourceText(bytes: Bytes(decoded), origin: .opaque(start))
  }

  private static func notBase64(at start: Int, _ fields: ExchangeFields) -> UnreadableResponse {
    UnreadableResponse(reason: "`\(fields.name(of: .base64Body))` is not valid base64", offset: start)
  }

  /// `{"name": "value", "name": ["value", …]}`
  private mutating func readHeaders(
    depth: Int, _ fields: ExchangeFields, _ bytes: ByteSpan
  ) throws(UnreadableResponse) {
    let start = scanner.index
    guard scanner.isNext(UInt8(ascii: "{"), bytes) else {
      if try value(bytes, depth: depth) == .null { return }
      throw UnreadableResponse(reason: "expected `\(fields.name(of: .headers))` to be an object", offset: start)
    }
    response.headers = ResponseHeaders(areKnown: true)
    var isFirst = true
    while let key = try nextKey(bytes, &isFirst) {
      let name = headerName(key, bytes)
      if scanner.isNext(UInt8(ascii: "["), bytes) {
        var isFirstLine = true
        while try nextElement(bytes, &isFirstLine) { try readHeader(name, depth: depth + 2, bytes) }
      } else {
        try readHeader(name, depth: depth + 1, bytes)
      }
    }
  }

  private mutating func readHeader(
    _ name: ResponseHeaders.Name?, depth: Int, _ bytes: ByteSpan
  ) throws(UnreadableResponse) {
    let kind = try value(bytes, depth: depth)
    guard let name, kind == .string || kind == .number else { return }
    response.headers.add(name, sourceText(of: scanner.token, bytes))
  }
}
