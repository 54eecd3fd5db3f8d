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
}

/// Reads JSON text as RFC 8259 defines it, one pass from front to back, without building anything.
///
/// Bytes that are not UTF-8 are let through inside strings, and the first one is remembered: a response with one bad
/// letter still says which error it is.
struct JSONScanner {
  /// Levels of nesting that a response may have, and levels that are read at all.
  static let depthLimit = 128
  static let readableDepth = 512

  let bytes: UnsafePointer<UInt8>
  let count: Int
  var index = 0
  /// Why and where reading stopped.
  var fault = JSONFault.none
  /// The first byte that is not UTF-8.
  var badUTF8: Int?
  /// Where the nesting passes `depthLimit`.
  private(set) var tooDeep: Int?
  /// The string or number that was read last.
  var token = JSONToken()
  /// A bit for each open level: whether it is an object.
  private let levels: UnsafeMutablePointer<UInt64>

  static let levelWords = readableDepth / 64

  /// - Parameter levels: room for `levelWords` words.
  init(_ text: UnsafeBufferPointer<UInt8>, levels: UnsafeMutablePointer<UInt64>) {
    bytes = text.baseAddress ?? UnsafePointer(bitPattern: 1)!
    count = text.count
    self.levels = levels
  }

  @inline(__always)
  mutating func skipWhiteSpace() {
    while index < count, bytes[index] <= 0x20 {
      switch bytes[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index += 1
      default: return
      }
    }
  }

  /// Takes `byte` if it comes next.
  @inline(__always)
  mutating func take(_ byte: UInt8) -> Bool {
    guard index < count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  @inline(__always)
  mutating func fail(_ fault: JSONFault) -> Bool {
    self.fault = fault
    return false
  }

  /// Fails with `fault`, or because the text ends here.
  mutating func failExpecting(_ fault: JSONFault) -> Bool {
    fail(index < count ? fault : .unexpectedEnd)
  }
}

extension JSONScanner {
  /// Reads the value that comes next, white space before it skipped. A string or a number is in `token` then.
  /// - Parameter depth: how many levels are open around it.
  /// - Returns: what it is; nil where it is faulty.
  @inline(__always)
  mutating func value(depth: Int) -> JSONKind? {
    guard index < count else { return failed(.unexpectedEnd) }
    switch bytes[index] {
    case UInt8(ascii: "\""): return string() ? .string : nil
    case UInt8(ascii: "{"): return nested(depth) ? .object : nil
    case UInt8(ascii: "["): return nested(depth) ? .array : nil
    default: return scalar()
    }
  }

  @inline(never)
  private mutating func scalar() -> JSONKind? {
    switch bytes[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): number() ? .number : nil
    case UInt8(ascii: "t"): literal("true") ? .boolean : nil
    case UInt8(ascii: "f"): literal("false") ? .boolean : nil
    case UInt8(ascii: "n"): literal("null") ? .null : nil
    default: failed(.expectedValue)
    }
  }

  private mutating func failed(_ fault: JSONFault) -> JSONKind? {
    self.fault = fault
    return nil
  }

  private mutating func literal(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    for offset in 0..<length where index + offset >= count || bytes[index + offset] != word.utf8Start[offset] {
      let isCut = index + offset >= count
      if isCut { index = count }
      return fail(isCut ? .unexpectedEnd : .expectedValue)
    }
    index += length
    return true
  }

  /// RFC 8259, section 6: `-`, an integer without leading zeros, a fraction, an exponent.
  private mutating func number() -> Bool {
    token = JSONToken(start: index)
    _ = take(UInt8(ascii: "-"))
    if take(UInt8(ascii: "0")) {
      if index < count, isDigit(bytes[index]) { return fail(.leadingZero) }
    } else if !digits() {
      return failExpecting(.badNumber)
    }
    if take(UInt8(ascii: ".")), !digits() { return failExpecting(.badNumber) }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      if !digits() { return failExpecting(.badNumber) }
    }
    token.end = index
    return true
  }

  private mutating func digits() -> Bool {
    let start = index
    while index < count, isDigit(bytes[index]) { index += 1 }
    return index > start
  }

  /// Reads the object or array whose bracket comes next, and all in it, in a loop and not by recursion.
  @inline(never)
  private mutating func nested(_ outer: Int) -> Bool {
    var depth = outer
    while true {
      // A value begins here.
      guard index < count else { return fail(.unexpectedEnd) }
      let first = bytes[index]
      if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
        let isObject = first == UInt8(ascii: "{")
        guard depth < Self.readableDepth else { return fail(.tooDeep) }
        if depth == Self.depthLimit, tooDeep == nil { tooDeep = index }
        setLevel(depth, isObject)
        depth += 1
        index += 1
        skipWhiteSpace()
        if !take(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
          if isObject, !key() { return false }
          continue
        }
        depth -= 1
      } else if first == UInt8(ascii: "\"") {
        guard string() else { return false }
      } else if scalar() == nil {
        return false
      }
      // A value ended here: close what closes.
      while true {
        if depth == outer { return true }
        skipWhiteSpace()
        let isObject = level(depth - 1)
        if take(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
          depth -= 1
          continue
        }
        guard take(UInt8(ascii: ",")) else { return failExpecting(isObject ? .expectedBrace : .expectedBracket) }
        skipWhiteSpace()
        if isObject, !key() { return false }
        break
      }
    }
  }

  /// Reads a key and its colon, up to the value.
  private mutating func key() -> Bool {
    guard index < count, bytes[index] == UInt8(ascii: "\"") else { return failExpecting(.expectedKey) }
    guard string() else { return false }
    return colon()
  }

  /// Reads the colon after a key, up to the value.
  @inline(__always)
  mutating func colon() -> Bool {
    if index < count, bytes[index] != UInt8(ascii: ":") { skipWhiteSpace() }
    guard take(UInt8(ascii: ":")) else { return failExpecting(.expectedColon) }
    skipWhiteSpace()
    return true
  }

  private func setLevel(_ depth: Int, _ isObject: Bool) {
    let bit: UInt64 = 1 << UInt64(depth & 63)
    if isObject { levels[depth >> 6] |= bit } else { levels[depth >> 6] &= ~bit }
  }

  private func level(_ depth: Int) -> Bool {
    levels[depth >> 6] >> UInt64(depth & 63) & 1 == 1
  }
}
