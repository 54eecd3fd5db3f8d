/// What a JSON value is.
enum JSONKind: UInt8 {
  case string, number, object, array, boolean, null
}

/// A string or a number, by its place in the text.
struct JSONToken {
  /// The first byte: of a string, after its quote.
  var start = 0
  /// After the last byte: of a string, its closing quote.
  var end = 0
  var hasEscapes = false
  var hasBadUTF8 = false

  var count: Int { end - start }
  var range: Range<Int> { start..<end }
}

/// Reads JSON text as RFC 8259 defines it, one pass from front to back, without building anything. After a fault, `index` says
/// where it is.
///
/// Every call is given the same text. Bytes that are not UTF-8 are let through inside strings, and the first one is remembered: a
/// response with one bad letter still says which error it is.
struct JSONScanner {
  /// Levels of nesting that a response may have, and levels that are read at all.
  static let depthLimit = 128
  static let readableDepth = NestingLevels.capacity

  var index = 0
  /// The first byte that is not UTF-8.
  var badUTF8: Int?
  /// Where the nesting passes `depthLimit`.
  private(set) var tooDeep: Int?
  /// The string or number that was read last.
  var token = JSONToken()
  private var isObject = NestingLevels()

  @inline(__always)
  mutating func skipWhiteSpace(_ bytes: ByteSpan) {
    while index < bytes.count, bytes[index] <= 0x20 {
      switch bytes[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index += 1
      default: return
      }
    }
  }

  /// Whether `byte` comes next.
  @inline(__always)
  func isNext(_ byte: UInt8, _ bytes: ByteSpan) -> Bool { index < bytes.count && bytes[index] == byte }

  /// Skips `byte` if it comes next.
  /// - Returns: whether it did.
  @inline(__always)
  mutating func skip(_ byte: UInt8, _ bytes: ByteSpan) -> Bool {
    guard isNext(byte, bytes) else { return false }
    index += 1
    return true
  }

  /// `fault`, or that the text ends here.
  func expecting(_ fault: JSONFault, _ bytes: ByteSpan) -> JSONFault {
    index < bytes.count ? fault : .unexpectedEnd
  }

  /// Skips `byte`, which must come next.
  /// - Throws: `fault`, or the end of the text.
  @inline(__always)
  mutating func require(_ byte: UInt8, _ fault: JSONFault, _ bytes: ByteSpan) throws(JSONFault) {
    if !skip(byte, bytes) { throw expecting(fault, bytes) }
  }
}

extension JSONScanner {
  /// Reads the value that comes next. A string or a number is in `token` then.
  /// - Parameter depth: how many levels are open around it.
  /// - Returns: what it is.
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
    if index == start { throw expecting(.badNumber, bytes) }
  }

  /// Reads the object or array whose bracket comes next, and all in it, in a loop and not by recursion.
  @inline(never)
  private mutating func nested(_ bytes: ByteSpan, _ outer: Int) throws(JSONFault) {
    var depth = outer
    while true {
      // A value begins here.
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
      // A value ended here: close what closes.
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

  /// Reads a key and its colon, up to the value.
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
