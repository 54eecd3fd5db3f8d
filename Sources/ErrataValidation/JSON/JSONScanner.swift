/// What a JSON value is.
enum JSONKind: UInt8 {
  case string, number, object, array, boolean, null
}

/// A string or a number where it stands in the text.
struct JSONToken {
  /// The first byte: of a string, after its quote.
  var start = 0
  /// After the last byte: of a string, its closing quote.
  var end = 0
  var hasEscapes = false
  /// Whether there is a byte over 0x7F.
  var isBeyondASCII = false
  var hasBadUTF8 = false

  var count: Int { end - start }
  var range: Range<Int> { start..<end }
}

/// Reads JSON text as RFC 8259 defines it, one pass from front to back, without building anything.
///
/// Every call is given the same text. Bytes that are not UTF-8 are let through inside strings, and the first one is remembered: a
/// response with one bad letter still says which error it is.
struct JSONScanner {
  /// Levels of nesting that a response may have, and levels that are read at all.
  static let depthLimit = 128
  static let readableDepth = NestingLevels.capacity

  var index = 0
  /// Why and where reading stopped.
  var fault = JSONFault.none
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

  @inline(__always)
  mutating func fail(_ fault: JSONFault) -> Bool {
    self.fault = fault
    return false
  }

  /// Fails with `fault`, or because the text ends here.
  mutating func failExpecting(_ fault: JSONFault, _ bytes: ByteSpan) -> Bool {
    fail(index < bytes.count ? fault : .unexpectedEnd)
  }
}

extension JSONScanner {
  /// Reads the value that comes next, white space before it skipped. A string or a number is in `token` then.
  /// - Parameter depth: how many levels are open around it.
  /// - Returns: what it is; nil where it is faulty.
  @inline(__always)
  mutating func value(_ bytes: ByteSpan, depth: Int) -> JSONKind? {
    guard index < bytes.count else { return failed(.unexpectedEnd) }
    switch bytes[index] {
    case UInt8(ascii: "\""): return string(bytes) ? .string : nil
    case UInt8(ascii: "{"): return nested(bytes, depth) ? .object : nil
    case UInt8(ascii: "["): return nested(bytes, depth) ? .array : nil
    default: return scalar(bytes)
    }
  }

  @inline(never)
  private mutating func scalar(_ bytes: ByteSpan) -> JSONKind? {
    switch bytes[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): number(bytes) ? .number : nil
    case UInt8(ascii: "t"): literal("true", bytes) ? .boolean : nil
    case UInt8(ascii: "f"): literal("false", bytes) ? .boolean : nil
    case UInt8(ascii: "n"): literal("null", bytes) ? .null : nil
    default: failed(.expectedValue)
    }
  }

  private mutating func failed(_ fault: JSONFault) -> JSONKind? {
    self.fault = fault
    return nil
  }

  private mutating func literal(_ word: String, _ bytes: ByteSpan) -> Bool {
    var place = index
    for byte in word.utf8 {
      guard place < bytes.count else {
        index = bytes.count
        return fail(.unexpectedEnd)
      }
      if bytes[place] != byte { return fail(.expectedValue) }
      place += 1
    }
    index = place
    return true
  }

  /// RFC 8259, section 6: `-`, an integer without leading zeros, a fraction, an exponent.
  private mutating func number(_ bytes: ByteSpan) -> Bool {
    token = JSONToken(start: index)
    _ = skip(UInt8(ascii: "-"), bytes)
    if skip(UInt8(ascii: "0"), bytes) {
      if index < bytes.count, isDigit(bytes[index]) { return fail(.leadingZero) }
    } else if !digits(bytes) {
      return failExpecting(.badNumber, bytes)
    }
    if skip(UInt8(ascii: "."), bytes), !digits(bytes) { return failExpecting(.badNumber, bytes) }
    if skip(UInt8(ascii: "e"), bytes) || skip(UInt8(ascii: "E"), bytes) {
      if !skip(UInt8(ascii: "+"), bytes) { _ = skip(UInt8(ascii: "-"), bytes) }
      if !digits(bytes) { return failExpecting(.badNumber, bytes) }
    }
    token.end = index
    return true
  }

  private mutating func digits(_ bytes: ByteSpan) -> Bool {
    let start = index
    while index < bytes.count, isDigit(bytes[index]) { index += 1 }
    return index > start
  }

  /// Reads the object or array whose bracket comes next, and all in it, in a loop and not by recursion.
  @inline(never)
  private mutating func nested(_ bytes: ByteSpan, _ outer: Int) -> Bool {
    var depth = outer
    while true {
      // A value begins here.
      guard index < bytes.count else { return fail(.unexpectedEnd) }
      let first = bytes[index]
      if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
        let opensObject = first == UInt8(ascii: "{")
        guard depth < Self.readableDepth else { return fail(.tooDeep) }
        if depth == Self.depthLimit, tooDeep == nil { tooDeep = index }
        isObject[depth] = opensObject
        depth += 1
        index += 1
        skipWhiteSpace(bytes)
        if !skip(opensObject ? UInt8(ascii: "}") : UInt8(ascii: "]"), bytes) {
          if opensObject, !key(bytes) { return false }
          continue
        }
        depth -= 1
      } else if first == UInt8(ascii: "\"") {
        guard string(bytes) else { return false }
      } else if scalar(bytes) == nil {
        return false
      }
      // A value ended here: close what closes.
      while true {
        if depth == outer { return true }
        skipWhiteSpace(bytes)
        let isInObject = isObject[depth - 1]
        if skip(isInObject ? UInt8(ascii: "}") : UInt8(ascii: "]"), bytes) {
          depth -= 1
          continue
        }
        guard skip(UInt8(ascii: ","), bytes) else {
          return failExpecting(isInObject ? .expectedBrace : .expectedBracket, bytes)
        }
        skipWhiteSpace(bytes)
        if isInObject, !key(bytes) { return false }
        break
      }
    }
  }

  /// Reads a key and its colon, up to the value.
  private mutating func key(_ bytes: ByteSpan) -> Bool {
    guard isNext(UInt8(ascii: "\""), bytes) else { return failExpecting(.expectedKey, bytes) }
    guard string(bytes) else { return false }
    return colon(bytes)
  }

  /// Reads the colon after a key, up to the value.
  @inline(__always)
  mutating func colon(_ bytes: ByteSpan) -> Bool {
    if index < bytes.count, bytes[index] != UInt8(ascii: ":") { skipWhiteSpace(bytes) }
    guard skip(UInt8(ascii: ":"), bytes) else { return failExpecting(.expectedColon, bytes) }
    skipWhiteSpace(bytes)
    return true
  }
}
