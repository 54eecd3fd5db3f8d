/// The members of a body's object, stored in one slot for each field name of the catalogue. It is reused for every body, so that
/// reading a valid body does not allocate.
struct BodyMembers: ~Copyable {
  /// The member for one field.
  struct Member {
    var isPresent = false
    /// The kind of the effective value: of duplicate members, the last string or number if there is one, otherwise the last
    /// value.
    var kind = JSONKind.null
    /// The key of the effective value.
    var key = JSONToken()
    /// The effective value, if it is a string or a number.
    var token = JSONToken()

    var isStringOrNumber: Bool { kind == .string || kind == .number }
    /// Whether the value can be an error code: a number or a string that is not empty.
    var hasCode: Bool {
      @inline(__always) get { isPresent && (kind == .number || (kind == .string && token.count > 0)) }
    }
  }

  /// The second or a later occurrence of a key.
  struct DuplicateKey {
    let slot: Int
    let key: JSONToken
  }

  /// The value of a field that is not a string.
  struct NonStringValue {
    let slot: Int
    let kind: JSONKind
    let range: Range<Int>
  }

  /// The outermost structure of a body.
  enum Shape {
    case empty
    case object
    case other(JSONKind)
    case invalid(JSONFault)
    /// A value with trailing content after it.
    case trailing
  }

  /// The maximum number of duplicate keys, values of a wrong type and unknown keys that are recorded. A malicious body can have
  /// millions.
  private static let recordLimit = 1_000

  /// The names of all fields, by slot.
  private let keys: NameTable
  private var slots: [Member]
  /// The slots of the fields that the body has, in body order.
  private(set) var presentSlots: [Int] = []
  private(set) var duplicateKeys: [DuplicateKey] = []
  private(set) var nonStringValues: [NonStringValue] = []
  /// The keys that are not a field of any surface.
  private(set) var unknownKeys: [JSONToken] = []
  private(set) var shape = Shape.empty
  /// The offset of the value.
  private(set) var start = 0
  /// The offset where reading stopped.
  private(set) var stop = 0
  private(set) var invalidUTF8: Int?
  private(set) var tooDeep: Int?

  init(_ catalog: CompiledCatalog) {
    keys = catalog.keys
    slots = [Member](repeating: Member(), count: catalog.slotCount)
  }

  subscript(slot: Int) -> Member {
    @inline(__always) get { slots[slot] }
  }

  /// Reads `body`, replacing what was read before. `body` need not be JSON.
  mutating func read(_ body: ByteSpan) {
    while let slot = presentSlots.popLast() { slots[slot].isPresent = false }
    if !duplicateKeys.isEmpty { duplicateKeys.removeAll(keepingCapacity: true) }
    if !nonStringValues.isEmpty { nonStringValues.removeAll(keepingCapacity: true) }
    if !unknownKeys.isEmpty { unknownKeys.removeAll(keepingCapacity: true) }
    var scanner = JSONScanner()
    scanner.skipWhiteSpace(body)
    start = scanner.index
    do {
      shape = try readValue(&scanner, body)
    } catch {
      shape = .invalid(error)
    }
    stop = scanner.index
    invalidUTF8 = scanner.invalidUTF8
    tooDeep = scanner.tooDeep
  }

  @inline(__always)
  private mutating func readValue(_ scanner: inout JSONScanner, _ body: ByteSpan) throws(JSONFault) -> Shape {
    guard scanner.index < body.count else { return .empty }
    var shape = Shape.object
    if scanner.skip(UInt8(ascii: "{"), body) {
      try readMembers(&scanner, body)
    } else {
      shape = .other(try scanner.value(body, depth: 0))
    }
    scanner.skipWhiteSpace(body)
    return scanner.index == body.count ? shape : .trailing
  }

  @inline(__always)
  private mutating func readMembers(_ scanner: inout JSONScanner, _ body: ByteSpan) throws(JSONFault) {
    scanner.skipWhiteSpace(body)
    if scanner.skip(UInt8(ascii: "}"), body) { return }
    while true {
      let key = try scanner.key(body)
      let slot = slot(of: key, body)
      let valueStart = scanner.index
      let kind = try scanner.value(body, depth: 1)
      if slot >= 0 {
        record(scanner.token, kind, slot, key, valueStart..<scanner.index)
      } else if unknownKeys.count < Self.recordLimit {
        unknownKeys.append(key)
      }
      scanner.skipWhiteSpace(body)
      if scanner.skip(UInt8(ascii: "}"), body) { return }
      try scanner.require(UInt8(ascii: ","), .expectedBrace, body)
      scanner.skipWhiteSpace(body)
    }
  }

  @inline(__always)
  private func slot(of key: JSONToken, _ body: ByteSpan) -> Int {
    key.hasEscapes ? slotOfEscaped(key, body) : keys.index(of: body.extracting(key.range))
  }

  private func slotOfEscaped(_ key: JSONToken, _ body: ByteSpan) -> Int {
    let name = key.unescaped(body)
    return keys.index(of: name.span)
  }

  @inline(__always)
  private mutating func record(
    _ token: JSONToken, _ kind: JSONKind, _ slot: Int, _ key: JSONToken, _ range: Range<Int>
  ) {
    if kind != .string, nonStringValues.count < Self.recordLimit {
      nonStringValues.append(NonStringValue(slot: slot, kind: kind, range: range))
    }
    if slots[slot].isPresent {
      if duplicateKeys.count < Self.recordLimit { duplicateKeys.append(DuplicateKey(slot: slot, key: key)) }
      if slots[slot].isStringOrNumber, kind != .string, kind != .number { return }
    } else {
      presentSlots.append(slot)
    }
    slots[slot] = Member(isPresent: true, kind: kind, key: key, token: token)
  }
}
