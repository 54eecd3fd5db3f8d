/// The members of a body that mean something to the catalogue, by their nodes in its tree. It is reused for every body, so that
/// reading a valid body does not allocate.
struct BodyMembers: ~Copyable {
  /// The value of one node.
  struct Member {
    var isPresent = false
    /// The kind of the effective value: of duplicate members, the last string or number if there is one, otherwise the last
    /// value.
    var kind = JSONKind.null
    /// The key of the effective value.
    var key = JSONToken()
    /// The effective value.
    var value = JSONToken()

    /// The range of the value, with the quotes of a string.
    var range: Range<Int> { kind == .string ? value.rangeWithQuotes : value.range }
  }

  /// The second or a later occurrence of a key.
  struct DuplicateKey {
    let node: Int
    let key: JSONToken
    /// The value that is not effective.
    let other: Member
    /// The index in `items` of the item that it is in; -1 if it is in none.
    let item: Int
  }

  /// A key that has no node.
  struct UnknownKey {
    let key: JSONToken
    /// The node of the object.
    let object: Int
    /// The index in `items` of the item that it is in; -1 if it is in none.
    let item: Int
  }

  /// An item of a list whose items are errors.
  struct Item {
    /// The node of each item of the list.
    let node: Int
    /// The index in the list.
    let index: Int
    let kind: JSONKind
    let range: Range<Int>
    /// The range of its members in `itemMembers`.
    let members: Range<Int>
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

  /// The maximum number of duplicate keys and of unknown keys that are recorded. A malicious body can have millions.
  private static let recordLimit = 1_000
  /// The number of items and of their members beyond which the memory is returned after a body.
  static let retainedLimit = 10_000

  private let tree: MemberTree
  private var values: [Member]
  /// The nodes whose values the body has, in body order; without those in items, unless an item is loaded.
  private(set) var presentNodes: [Int] = []
  private(set) var duplicateKeys: [DuplicateKey] = []
  private(set) var unknownKeys: [UnknownKey] = []
  private(set) var items: [Item] = []
  private(set) var itemMembers: [(node: Int, member: Member)] = []
  /// The item that is being read; -1 if none is.
  private var currentItem = -1
  private(set) var shape = Shape.empty
  /// The offset of the value.
  private(set) var start = 0
  /// The offset where reading stopped.
  private(set) var stop = 0
  private(set) var invalidUTF8: Int?
  private(set) var tooDeep: Int?

  init(_ catalog: CompiledCatalog) {
    // Swift 6.3.1 releases a property that the initializer of a noncopyable type reads once too often.
    let tree = catalog.tree
    self.tree = tree
    values = [Member](repeating: Member(), count: tree.nodes.count)
  }

  subscript(node: Int) -> Member {
    @inline(__always) get { values[node] }
  }

  /// Reads `body`, replacing what was read before. If `body` is not JSON, it has no members.
  mutating func read(_ body: ByteSpan) {
    removeAll()
    var scanner = JSONScanner()
    scanner.skipWhiteSpace(body)
    start = scanner.index
    do {
      shape = try readBody(&scanner, body)
    } catch {
      shape = .invalid(error)
    }
    stop = scanner.index
    invalidUTF8 = scanner.invalidUTF8
    tooDeep = scanner.tooDeep
    if !hasMembers { removeAll() }
  }

  /// Whether the body is one whose members are read: an object, or a list of errors.
  private var hasMembers: Bool {
    switch shape {
    case .object: true
    case .other: tree.nodes[MemberTree.root].item >= 0
    case .empty, .invalid, .trailing: false
    }
  }

  @inline(__always)
  private mutating func removeAll() {
    while let node = presentNodes.popLast() { values[node].isPresent = false }
    if !duplicateKeys.isEmpty { duplicateKeys.removeAll(keepingCapacity: true) }
    if !unknownKeys.isEmpty { unknownKeys.removeAll(keepingCapacity: true) }
    if !items.isEmpty { removeItems() }
    currentItem = -1
  }

  private mutating func removeItems() {
    items.removeAll(keepingCapacity: items.count < Self.retainedLimit)
    itemMembers.removeAll(keepingCapacity: itemMembers.count < Self.retainedLimit)
  }

  @inline(__always)
  private mutating func readBody(_ scanner: inout JSONScanner, _ body: ByteSpan) throws(JSONFault) -> Shape {
    guard scanner.index < body.count else { return .empty }
    var shape = Shape.object
    if scanner.skip(UInt8(ascii: "{"), body) {
      try readMembers(of: MemberTree.root, depth: 0, &scanner, body)
    } else {
      let kind = try readValue(of: MemberTree.root, depth: 0, &scanner, body)
      shape = .other(kind)
      if kind == .array { record(kind, start, MemberTree.root, JSONToken(), scanner) }
    }
    scanner.skipWhiteSpace(body)
    return scanner.index == body.count ? shape : .trailing
  }

  /// Reads the members of an object, after its opening brace.
  /// - Parameter depth: the nesting depth of the object.
  private mutating func readMembers(
    of object: Int, depth: Int, _ scanner: inout JSONScanner, _ body: ByteSpan
  ) throws(JSONFault) {
    scanner.skipWhiteSpace(body)
    if scanner.skip(UInt8(ascii: "}"), body) { return }
    while true {
      let key = try scanner.key(body)
      let node = node(of: key, in: object, body)
      if node < 0 || tree.leaves[node] {
        let valueStart = scanner.index
        let kind = try scanner.value(body, depth: depth + 1)
        if node >= 0 {
          record(kind, valueStart, node, key, scanner)
        } else if unknownKeys.count < Self.recordLimit {
          unknownKeys.append(UnknownKey(key: key, object: object, item: currentItem))
        }
      } else {
        try readMember(node, key, depth: depth + 1, &scanner, body)
      }
      scanner.skipWhiteSpace(body)
      if scanner.skip(UInt8(ascii: "}"), body) { return }
      try scanner.require(UInt8(ascii: ","), .expectedBrace, body)
      scanner.skipWhiteSpace(body)
    }
  }

  @inline(__always)
  private func node(of key: JSONToken, in object: Int, _ body: ByteSpan) -> Int {
    key.hasEscapes
      ? nodeOfEscaped(key, in: object, body) : tree.child(of: object, named: body.extracting(key.range))
  }

  private func nodeOfEscaped(_ key: JSONToken, in object: Int, _ body: ByteSpan) -> Int {
    let name = key.unescaped(body)
    return tree.child(of: object, named: name.span)
  }

  /// Records the value that `scanner` has just read.
  @inline(__always)
  private mutating func record(
    _ kind: JSONKind, _ start: Int, _ node: Int, _ key: JSONToken, _ scanner: JSONScanner
  ) {
    let value =
      kind == .string || kind == .number ? scanner.token : JSONToken(start: start, end: scanner.index)
    let member = Member(isPresent: true, kind: kind, key: key, value: value)
    if values[node].isPresent { return recordDuplicate(member, node) }
    presentNodes.append(node)
    values[node] = member
  }

  @inline(never)
  private mutating func recordDuplicate(_ member: Member, _ node: Int) {
    let isKept = values[node].kind.isStringOrNumber && !member.kind.isStringOrNumber
    let other = isKept ? member : values[node]
    if duplicateKeys.count < Self.recordLimit {
      duplicateKeys.append(
        DuplicateKey(node: node, key: member.key, other: other, item: currentItem))
    }
    if !isKept { values[node] = member }
  }
}

// MARK: - Nested values

extension BodyMembers {
  /// Reads the value of a member that may contain others.
  @inline(never)
  private mutating func readMember(
    _ node: Int, _ key: JSONToken, depth: Int, _ scanner: inout JSONScanner, _ body: ByteSpan
  ) throws(JSONFault) {
    // If a key occurs twice, only one of the values counts.
    if values[node].isPresent { removeMembers(in: node) }
    let start = scanner.index
    let kind = try readValue(of: node, depth: depth, &scanner, body)
    record(kind, start, node, key, scanner)
  }

  /// Reads a value that may contain members.
  @inline(never)
  private mutating func readValue(
    of node: Int, depth: Int, _ scanner: inout JSONScanner, _ body: ByteSpan
  ) throws(JSONFault) -> JSONKind {
    if depth < JSONScanner.depthLimit, !tree.leaves[node] {
      if scanner.skip(UInt8(ascii: "{"), body) {
        try readMembers(of: node, depth: depth, &scanner, body)
        return .object
      }
      if scanner.isNext(UInt8(ascii: "["), body), tree.nodes[node].item >= 0 || !tree.nodes[node].indexes.isEmpty {
        try readElements(of: node, depth: depth, &scanner, body)
        return .array
      }
    }
    return try scanner.value(body, depth: depth)
  }

  private mutating func readElements(
    of list: Int, depth: Int, _ scanner: inout JSONScanner, _ body: ByteSpan
  ) throws(JSONFault) {
    let item = tree.nodes[list].item
    var nextIndexed = 0
    var index = 0
    var isFirst = true
    while try scanner.nextElement(body, &isFirst) {
      let start = scanner.index
      let indexes = tree.nodes[list].indexes
      if nextIndexed < indexes.count, indexes[nextIndexed].index == index {
        let node = indexes[nextIndexed].node
        nextIndexed += 1
        try readMember(node, JSONToken(start: start, end: start), depth: depth + 1, &scanner, body)
        // The same value is also an item: it is read again.
        if item >= 0 { scanner.index = start }
      }
      if scanner.index == start {
        if item >= 0 {
          try readItem(item, index, depth: depth + 1, &scanner, body)
        } else {
          _ = try scanner.value(body, depth: depth + 1)
        }
      }
      index += 1
    }
  }

  private mutating func readItem(
    _ node: Int, _ index: Int, depth: Int, _ scanner: inout JSONScanner, _ body: ByteSpan
  ) throws(JSONFault) {
    let firstNode = presentNodes.count
    let firstMember = itemMembers.count
    let start = scanner.index
    currentItem = items.count
    let kind = try readValue(of: node, depth: depth, &scanner, body)
    currentItem = -1
    while presentNodes.count > firstNode {
      let node = presentNodes.removeLast()
      itemMembers.append((node, values[node]))
      values[node].isPresent = false
    }
    items.append(
      Item(node: node, index: index, kind: kind, range: start..<scanner.index, members: firstMember..<itemMembers.count)
    )
  }

  /// Forgets the members in the value of `node`. Its items stay, but are outside the value that replaces it.
  private mutating func removeMembers(in node: Int) {
    presentNodes.removeAll { other in
      guard other != node, tree.contains(other, in: node) else { return false }
      values[other].isPresent = false
      return true
    }
  }

  /// Whether `item` is in the effective value of the list at `list`.
  func isItem(_ item: Int, ofListAt list: Int) -> Bool {
    guard values[list].isPresent, items[item].node == tree.nodes[list].item else { return false }
    return values[list].value.range.contains(items[item].range.lowerBound)
  }

  /// Makes the members of an item readable by their nodes, until `unloadItem` is called.
  mutating func loadItem(_ item: Int) {
    for index in items[item].members {
      let (node, member) = itemMembers[index]
      values[node] = member
      presentNodes.append(node)
    }
  }

  /// Undoes `loadItem`.
  mutating func unloadItem(_ item: Int) {
    for _ in items[item].members { values[presentNodes.removeLast()].isPresent = false }
  }
}

extension JSONKind {
  fileprivate var isStringOrNumber: Bool { self == .string || self == .number }
}
