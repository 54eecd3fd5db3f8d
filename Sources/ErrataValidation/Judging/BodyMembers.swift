/// The members of one body's object, sorted into the slots of the fields that surfaces have. Made once and filled for each
/// body, so that a clean body allocates nothing.
struct BodyMembers: ~Copyable {
  /// What stands under the name of a field.
  struct Member {
    var isPresent = false
    /// Of the value that counts: of several the last that is text or a number, or else the last.
    var kind = JSONKind.null
    /// The last key.
    var key = JSONToken()
    /// The value that counts, where it is text or a number.
    var token = JSONToken()

    var isText: Bool { kind == .string || kind == .number }
    /// Whether a code here names an error.
    var namesSomething: Bool { isPresent && (kind == .number || (kind == .string && token.count > 0)) }
  }

  /// A key that came again.
  struct Repetition {
    let slot: Int
    let key: JSONToken
  }

  /// A value that is not a string under the name of a field.
  struct WrongValue {
    let slot: Int
    let kind: JSONKind
    let range: Range<Int>
  }

  /// How the body is built.
  enum Shape {
    case empty
    case object
    case other(JSONKind)
    case faulty(JSONFault)
    /// Something follows after the value.
    case trailing
  }

  private let slots: UnsafeMutableBufferPointer<Member>
  private let levels: UnsafeMutablePointer<UInt64>
  private var keyText: [UInt8] = []
  private(set) var repetitions: [Repetition] = []
  private(set) var wrongValues: [WrongValue] = []
  /// The keys that no surface has.
  private(set) var extraKeys: [JSONToken] = []
  private(set) var shape = Shape.empty
  /// Where the value begins.
  private(set) var start = 0
  /// Where reading stopped.
  private(set) var stop = 0
  private(set) var badUTF8: Int?
  private(set) var tooDeep: Int?

  init(slotCount: Int) {
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: Member())
    levels = .allocate(capacity: JSONScanner.levelWords)
    levels.initialize(repeating: 0, count: JSONScanner.levelWords)
  }

  deinit {
    slots.deallocate()
    levels.deallocate()
  }

  subscript(slot: Int) -> Member {
    @inline(__always) get { slots[slot] }
  }

  /// Reads `body`, whatever it is.
  mutating func read(_ body: ByteView, keys: borrowing ByteTable) {
    for slot in slots.indices { slots[slot].isPresent = false }
    if !repetitions.isEmpty { repetitions.removeAll(keepingCapacity: true) }
    if !wrongValues.isEmpty { wrongValues.removeAll(keepingCapacity: true) }
    if !extraKeys.isEmpty { extraKeys.removeAll(keepingCapacity: true) }
    var scanner = JSONScanner(body, levels: levels)
    scanner.skipWhiteSpace()
    start = scanner.index
    shape = readValue(&scanner, keys)
    stop = scanner.index
    badUTF8 = scanner.badUTF8
    tooDeep = scanner.tooDeep
  }

  @inline(__always)
  private mutating func readValue(_ scanner: inout JSONScanner, _ keys: borrowing ByteTable) -> Shape {
    guard scanner.index < scanner.count else { return .empty }
    var shape = Shape.object
    if scanner.take(UInt8(ascii: "{")) {
      guard readMembers(&scanner, keys) else { return .faulty(scanner.fault) }
    } else if let kind = scanner.value(depth: 0) {
      shape = .other(kind)
    } else {
      return .faulty(scanner.fault)
    }
    scanner.skipWhiteSpace()
    return scanner.index == scanner.count ? shape : .trailing
  }

  @inline(__always)
  private mutating func readMembers(_ scanner: inout JSONScanner, _ keys: borrowing ByteTable) -> Bool {
    scanner.skipWhiteSpace()
    if scanner.take(UInt8(ascii: "}")) { return true }
    while true {
      guard scanner.index < scanner.count, scanner.bytes[scanner.index] == UInt8(ascii: "\"") else {
        return scanner.failExpecting(.expectedKey)
      }
      guard scanner.string() else { return false }
      let key = scanner.token
      let slot = find(key, scanner.bytes, keys)
      guard scanner.colon() else { return false }
      let valueStart = scanner.index
      guard let kind = scanner.value(depth: 1) else { return false }
      if slot < 0 {
        extraKeys.append(key)
      } else {
        keep(scanner.token, kind, slot, key, valueStart..<scanner.index)
      }
      scanner.skipWhiteSpace()
      if scanner.take(UInt8(ascii: ",")) {
        scanner.skipWhiteSpace()
      } else if scanner.take(UInt8(ascii: "}")) {
        return true
      } else {
        return scanner.failExpecting(.expectedBrace)
      }
    }
  }

  @inline(__always)
  private mutating func find(_ key: JSONToken, _ bytes: UnsafePointer<UInt8>, _ keys: borrowing ByteTable) -> Int {
    key.hasEscapes
      ? findEscaped(key, bytes, keys) : keys.index(of: bytes + key.start, count: key.count)
  }

  private mutating func findEscaped(_ key: JSONToken, _ bytes: UnsafePointer<UInt8>, _ keys: borrowing ByteTable) -> Int
  {
    keyText.removeAll(keepingCapacity: true)
    key.unescape(bytes, into: &keyText)
    return keyText.withUnsafeBufferPointer { $0.isEmpty ? -1 : keys.index(of: $0.baseAddress!, count: $0.count) }
  }

  @inline(__always)
  private mutating func keep(
    _ token: JSONToken, _ kind: JSONKind, _ slot: Int, _ key: JSONToken, _ range: Range<Int>
  ) {
    if kind != .string { wrongValues.append(WrongValue(slot: slot, kind: kind, range: range)) }
    if slots[slot].isPresent {
      repetitions.append(Repetition(slot: slot, key: key))
      if slots[slot].isText, kind != .string, kind != .number { return }
    }
    slots[slot] = Member(isPresent: true, kind: kind, key: key, token: token)
  }
}
