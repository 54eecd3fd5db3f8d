/// Reads recorded answers out of their envelopes.
struct RecordReader: ~Copyable {
  private let levels: UnsafeMutablePointer<UInt64>
  private var arena = Arena()
  private var scratch: [UInt8] = []

  init() {
    levels = .allocate(capacity: JSONScanner.levelWords)
    levels.initialize(repeating: 0, count: JSONScanner.levelWords)
  }

  deinit { levels.deallocate() }

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

  private func fail(_ fault: String, at offset: Int, _ record: inout Recorded) -> Bool {
    record.fault = fault
    record.faultOffset = offset
    return false
  }

  // MARK: Pieces

  /// The text of a string, without its escapes.
  mutating func text(_ token: JSONToken, _ scanner: JSONScanner) -> ByteView {
    if !token.hasEscapes { return ByteView(start: scanner.bytes + token.start, count: token.count) }
    scratch.removeAll(keepingCapacity: true)
    token.unescape(scanner.bytes, into: &scratch)
    return arena.keep(scratch)
  }

  /// A status is a whole number, however it is written: JSON Schema takes `400.0` and `4e2` for integers too.
  private func status(_ kind: JSONKind, _ token: JSONToken, _ scanner: JSONScanner) -> Int? {
    guard kind == .number else { return nil }
    if token.count == 3 {
      var value = 0
      for index in token.start..<token.end where isDigit(scanner.bytes[index]) {
        value = value * 10 + Int(scanner.bytes[index] - UInt8(ascii: "0"))
      }
      if value >= 100 { return value <= 599 ? value : nil }
    }
    guard let number = Double(token.string(scanner.bytes)), let value = Int(exactly: number) else { return nil }
    return (100...599).contains(value) ? value : nil
  }

  private mutating func readHeaderObject(_ scanner: inout JSONScanner, _ record: inout Recorded) -> Bool {
    guard scanner.index < scanner.count, scanner.bytes[scanner.index] == UInt8(ascii: "{") else {
      let start = scanner.index
      guard let kind = scanner.value(depth: 1) else { return false }
      return kind == .null ? true : fail("the headers must be an object", at: start, &record)
    }
    record.headers = Answer.Headers()
    return scanner.members { key, scanner in
      let name = text(key, scanner)
      if scanner.index < scanner.count, scanner.bytes[scanner.index] == UInt8(ascii: "[") {
        return scanner.elements { scanner in readHeader(name, &scanner, &record) }
      }
      return readHeader(name, &scanner, &record)
    }
  }

  private mutating func readHeader(
    _ name: ByteView, _ scanner: inout JSONScanner, _ record: inout Recorded
  ) -> Bool {
    guard let kind = scanner.value(depth: 2) else { return false }
    if kind == .string || kind == .number { keepHeader(name, scanner.token, scanner, &record) }
    return true
  }

  private mutating func keepHeader(
    _ name: ByteView, _ value: JSONToken, _ scanner: JSONScanner, _ record: inout Recorded
  ) {
    let text = text(value, scanner)
    record.headers?.set(name, to: text)
    if record.headers?.location?.baseAddress == text.baseAddress { record.locationOrigin = .string(value) }
  }

  // MARK: HTTP Archive

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
    let start = scanner.index
    let isRead = scanner.members { key, scanner in
      guard let kind = scanner.value(depth: 3) else { return false }
      if kind == .string, scanner.isKey(key, "text") { content = scanner.token }
      if kind == .string, scanner.isKey(key, "encoding") { isBase64 = scanner.token.string(scanner.bytes) == "base64" }
      return true
    }
    record.bodyOrigin = .opaque(start)
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

/// The bytes that `text` stands for in base64 (RFC 4648, section 4); nil where it is not that.
func base64(_ text: ByteView) -> [UInt8]? {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.count / 4 * 3)
  var word: UInt32 = 0
  var digits = 0
  let padding = text.suffix(2).count { $0 == UInt8(ascii: "=") }
  for byte in text.dropLast(padding) {
    let value: UInt8
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): value = 62
    case UInt8(ascii: "/"): value = 63
    default: return nil
    }
    word = word << 6 | UInt32(value)
    digits += 1
    if digits % 4 == 0 {
      bytes += [
        UInt8(truncatingIfNeeded: word >> 16), UInt8(truncatingIfNeeded: word >> 8), UInt8(truncatingIfNeeded: word),
      ]
      word = 0
    }
  }
  guard (digits + padding) % 4 == 0 else { return nil }
  if digits % 4 == 2 { bytes.append(UInt8(truncatingIfNeeded: word >> 4)) }
  if digits % 4 == 3 { bytes += [UInt8(truncatingIfNeeded: word >> 10), UInt8(truncatingIfNeeded: word >> 2)] }
  return digits % 4 == 1 ? nil : bytes
}
