/// The type of a JSON value.
enum JSONKind: UInt8 {
  case string, number, object, array, boolean, null
}

/// The location of a string or a number in JSON text.
struct JSONToken {
  /// The offset of the first byte; in a string, of the byte after the opening quote.
  var start = 0
  /// The offset after the last byte; in a string, of the closing quote.
  var end = 0
  var hasEscapes = false
  var hasInvalidUTF8 = false

  var count: Int { end - start }
  var range: Range<Int> { start..<end }
  /// The range of a string with its quotes.
  var rangeWithQuotes: Range<Int> { (start - 1)..<(end + 1) }
}

/// Scans JSON text (RFC 8259) in one pass, without building a tree. After an error, `index` is its offset.
///
/// Every call must pass the same text. Invalid UTF-8 is accepted inside strings, and the first offset is recorded: a response
/// with one invalid byte still has a readable error code.
struct JSONScanner {
  /// The maximum nesting depth of a response. Deeper nesting is read up to `readableDepth`, but reported.
  static let depthLimit = 128
  static let readableDepth = NestingLevels.capacity

  var index = 0
  /// The offset of the first invalid UTF-8 byte.
  var invalidUTF8: Int?
  /// The offset where the nesting exceeds `depthLimit`.
  private(set) var tooDeep: Int?
  /// The last string or number.
  var token = JSONToken()
  private var isObject = NestingLevels()

  @inline(__always)
  mutating func skipWhiteSpace(_ bytes: ByteSpan) {
    if index < bytes.count, bytes[index] <= 0x20 { skipWhiteSpaceRun(bytes) }
  }

  @inline(never)
  private mutating func skipWhiteSpaceRun(_ bytes: ByteSpan) {
    while index < bytes.count, isJSONSpace(bytes[index]) {
      index += 1
      // Indentation.
      while index <= bytes.count - 8, bytes.word(at: index) == WordScan.spaces { index += 8 }
    }
  }

  /// Whether the next byte is `byte`.
  @inline(__always)
  func isNext(_ byte: UInt8, _ bytes: ByteSpan) -> Bool { index < bytes.count && bytes[index] == byte }

  /// Skips the next byte if it is `byte`.
  /// - Returns: whether the byte was skipped.
  @inline(__always)
  mutating func skip(_ byte: UInt8, _ bytes: ByteSpan) -> Bool {
    guard isNext(byte, bytes) else { return false }
    index += 1
    return true
  }

  /// `fault`, or `unexpectedEnd` at the end of the text.
  func expecting(_ fault: JSONFault, _ bytes: ByteSpan) -> JSONFault {
    index < bytes.count ? fault : .unexpectedEnd
  }

  /// Skips the next byte, which must be `byte`.
  /// - Throws: `fault`, or `unexpectedEnd` at the end of the text.
  @inline(__always)
  mutating func require(_ byte: UInt8, _ fault: JSONFault, _ bytes: ByteSpan) throws(JSONFault) {
    if !skip(byte, bytes) { throw expecting(fault, bytes) }
  }
}

extension JSONScanner {
  /// Reads the next value. A string or a number is stored in `token`.
  /// - Parameter depth: the nesting depth of the value.
  /// - Returns: the type of the value.
  @inline(__always)
  mutating func value(_ bytes: ByteSpan, depth: Int) throws(JSONFault) -> JSONKind {
    guard index < bytes.count else { throw .unexpectedEnd }
    switch bytes[index] {
    case UInt8(ascii: "\""):
      try string(bytes)
      return .string
    case UInt8(ascii: "{"):
      try nested(bytes, depth)
      return .object
    case UInt8(ascii: "["):
      try nested(bytes, depth)
      return .array
    default: return try scalar(bytes)
    }
  }

  @inline(never)
  private mutating func scalar(_ bytes: ByteSpan) throws(JSONFault) -> JSONKind {
    switch bytes[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try number(bytes)
      return .number
    case UInt8(ascii: "t"): return try literal("true", .boolean, bytes)
    case UInt8(ascii: "f"): return try literal("false", .boolean, bytes)
    case UInt8(ascii: "n"): return try literal("null", .null, bytes)
    default: throw .expectedValue
    }
  }

  private mutating func literal(_ word: String, _ kind: JSONKind, _ bytes: ByteSpan) throws(JSONFault) -> JSONKind {
    var end = index
    for byte in word.utf8 {
      guard end < bytes.count else {
        index = bytes.count
        throw .unexpectedEnd
      }
      if bytes[end] != byte { throw .expectedValue }
      end += 1
    }
    index = end
    return kind
  }

  /// RFC 8259, section 6: `-`, an integer without leading zeros, a fraction, an exponent.
  private mutating func number(_ bytes: ByteSpan) throws(JSONFault) {
    token = JSONToken(start: index)
    _ = skip(UInt8(ascii: "-"), bytes)
    if skip(UInt8(ascii: "0"), bytes) {
      if index < bytes.count, isDigit(bytes[index]) { throw .leadingZero }
    } else {
      try digits(bytes)
    }
    if skip(UInt8(ascii: "."), bytes) { try digits(bytes) }
    if skip(UInt8(ascii: "e"), bytes) || skip(UInt8(ascii: "E"), bytes) {
      if !skip(UInt8(ascii: "+"), bytes) { _ = skip(UInt8(ascii: "-"), bytes) }
      try digits(bytes)
    }
    token.end = index
  }

  /// Reads one digit or more.
  private mutating func digits(_ bytes: ByteSpan) throws(JSONFault) {
    let start = index
    while index < bytes.count, isDigit(bytes[index]) { index += 1 }
    if index == start { throw expecting(.invalidNumber, bytes) }
  }

  /// Reads the object or array at `index`, without recursion.
  @inline(never)
  private mutating func nested(_ bytes: ByteSpan, _ outer: Int) throws(JSONFault) {
    var depth = outer
    while true {
      // At the start of a value.
      guard index < bytes.count else { throw .unexpectedEnd }
      let first = bytes[index]
      if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
        let opensObject = first == UInt8(ascii: "{")
        guard depth < Self.readableDepth else { throw .tooDeep }
        if depth == Self.depthLimit, tooDeep == nil { tooDeep = index }
        isObject[depth] = opensObject
        depth += 1
        index += 1
        skipWhiteSpace(bytes)
        if !skip(opensObject ? UInt8(ascii: "}") : UInt8(ascii: "]"), bytes) {
          if opensObject { try key(bytes) }
          continue
        }
        depth -= 1
      } else if first == UInt8(ascii: "\"") {
        try string(bytes)
      } else {
        _ = try scalar(bytes)
      }
      // At the end of a value: close all objects and arrays that end here.
      while true {
        if depth == outer { return }
        skipWhiteSpace(bytes)
        let isInObject = isObject[depth - 1]
        if skip(isInObject ? UInt8(ascii: "}") : UInt8(ascii: "]"), bytes) {
          depth -= 1
          continue
        }
        try require(UInt8(ascii: ","), isInObject ? .expectedBrace : .expectedBracket, bytes)
        skipWhiteSpace(bytes)
        if isInObject { try key(bytes) }
        break
      }
    }
  }

  /// Reads a key and its colon, and skips to the value.
  @inline(__always)
  @discardableResult
  mutating func key(_ bytes: ByteSpan) throws(JSONFault) -> JSONToken {
    guard isNext(UInt8(ascii: "\""), bytes) else { throw expecting(.expectedKey, bytes) }
    try string(bytes)
    if index < bytes.count, bytes[index] != UInt8(ascii: ":") { skipWhiteSpace(bytes) }
    try require(UInt8(ascii: ":"), .expectedColon, bytes)
    skipWhiteSpace(bytes)
    return token
  }
}
