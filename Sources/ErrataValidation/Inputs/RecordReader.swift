/// Reads recorded answers out of their envelopes.
struct RecordReader: ~Copyable {
  let levels: UnsafeMutablePointer<UInt64>
  var arena = Arena()
  private var scratch: [UInt8] = []

  init() {
    levels = .allocate(capacity: JSONScanner.levelWords)
    levels.initialize(repeating: 0, count: JSONScanner.levelWords)
  }

  deinit { levels.deallocate() }

  /// Keeps why the record cannot be read.
  /// - Returns: false.
  func fail(_ fault: String, at offset: Int, _ record: inout Recorded) -> Bool {
    record.fault = fault
    record.faultOffset = offset
    return false
  }

  /// The text of a string, without its escapes.
  mutating func text(_ token: JSONToken, _ scanner: JSONScanner) -> ByteView {
    if !token.hasEscapes { return ByteView(start: scanner.bytes + token.start, count: token.count) }
    scratch.removeAll(keepingCapacity: true)
    token.unescape(scanner.bytes, into: &scratch)
    return arena.keep(scratch)
  }

  /// A status is a whole number, however it is written: JSON Schema takes `400.0` and `4e2` for integers too.
  func status(_ kind: JSONKind, _ token: JSONToken, _ scanner: JSONScanner) -> Int? {
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

  mutating func readHeaderObject(_ scanner: inout JSONScanner, _ record: inout Recorded) -> Bool {
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

  mutating func keepHeader(
    _ name: ByteView, _ value: JSONToken, _ scanner: JSONScanner, _ record: inout Recorded
  ) {
    let text = text(value, scanner)
    record.headers?.set(name, to: text)
    if record.headers?.location?.baseAddress == text.baseAddress { record.locationOrigin = .string(value) }
  }
}
