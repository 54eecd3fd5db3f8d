/// The members of one body's object, sorted into the slots of the fields that surfaces have. Made once and filled for each
/// body, so that a clean body allocates nothing.
struct BodyMembers: ~Copyable {
  /// The member with the name of a field.
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
    var namesSomething: Bool {
      @inline(__always) get { isPresent && (kind == .number || (kind == .string && token.count > 0)) }
    }
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

  /// What the body is.
  enum Shape {
    case empty
    case object
    case other(JSONKind)
    case faulty(JSONFault)
    /// Something follows after the value.
    case trailing
  }

  /// How many repeated keys, values of a wrong kind and unknown keys are kept of one body. A hostile one has millions.
  private static let keptLimit = 1_000

  /// The names of all fields, by slot.
  private let keys: NameTable
  private var slots: [Member]
  /// The slots that the body fills, in its order.
  private(set) var presentSlots: [Int] = []
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

  init(_ catalog: CompiledCatalog) {
    keys = catalog.keys
    slots = [Member](repeating: Member(), count: catalog.slotCount)
  }

  subscript(slot: Int) -> Member {
    @inline(__always) get { slots[slot] }
  }

  /// Reads `body`, whatever it is.
  mutating func read(_ body: ByteSpan) {
    while let slot = presentSlots.popLast() { slots[slot].isPresent = false }
    if !repetitions.isEmpty { repetitions.removeAll(keepingCapacity: true) }
    if !wrongValues.isEmpty { wrongValues.removeAll(keepingCapacity: true) }
    if !extraKeys.isEmpty { extraKeys.removeAll(keepingCapacity: true) }
    var scanner = JSONScanner()
    scanner.skipWhiteSpace(body)
    start = scanner.index
    do {
      shape = try readValue(&scanner, body)
    } catch {
      shape = .faulty(error)
    }
    stop = scanner.index
    badUTF8 = scanner.badUTF8
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
      let slot = find(key, body)
      let valueStart = scanner.index
      let kind = try scanner.value(body, depth: 1)
      if slot >= 0 {
        keep(scanner.token, kind, slot, key, valueStart..<scanner.index)
      } else if extraKeys.count < Self.keptLimit {
        extraKeys.append(key)
      }
      scanner.skipWhiteSpace(body)
      if scanner.skip(UInt8(ascii: "}"), body) { return }
      try scanner.require(UInt8(ascii: ","), .expectedBrace, body)
      scanner.skipWhiteSpace(body)
    }
  }

  @inline(__always)
  private func find(_ key: JSONToken, _ body: ByteSpan) -> Int {
    key.hasEscapes ? findEscaped(key, body) : keys.index(of: body.extracting(key.range))
  }

  private func findEscaped(_ key: JSONToken, _ body: ByteSpan) -> Int {
    let name = key.unescaped(body)
    return keys.index(of: name.span)
  }

  @inline(__always)
  private mutating func keep(
    _ token: JSONToken, _ kind: JSONKind, _ slot: Int, _ key: JSONToken, _ range: Range<Int>
  ) {
    if kind != .string, wrongValues.count < Self.keptLimit {
      wrongValues.append(WrongValue(slot: slot, kind: kind, range: range))
    }
    if slots[slot].isPresent {
      if repetitions.count < Self.keptLimit { repetitions.append(Repetition(slot: slot, key: key)) }
      if slots[slot].isText, kind != .string, kind != .number { return }
    } else {
      presentSlots.append(slot)
    }
    slots[slot] = Member(isPresent: true, kind: kind, key: key, token: token)
  }
}
