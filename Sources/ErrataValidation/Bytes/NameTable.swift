/// A hash table of a fixed set of names, compared byte by byte. Lookups do not allocate. It uses open addressing with a load
/// factor of at most one third.
struct NameTable: Sendable {
  private let bytes: [UInt8]
  /// The end of each name in `bytes`.
  private let ends: [Int]
  private let slots: [Int32]

  /// - Parameter names: distinct names. A lookup returns an index into them.
  init(_ names: [[UInt8]]) {
    var count = 8
    while count < names.count * 3 { count *= 2 }
    var slots = [Int32](repeating: -1, count: count)
    for (index, name) in names.enumerated() {
      var slot = Self.hash(name.span) & (count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = Int32(index)
    }
    self.slots = slots
    bytes = names.flatMap(\.self)
    var end = 0
    ends = names.map { name in
      end += name.count
      return end
    }
  }

  /// The index of `name`, or -1 if it is not in the table.
  @inline(__always)
  func index(of name: ByteSpan) -> Int {
    let slots = slots.span
    var slot = Self.hash(name) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if isName(index, name) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return -1
  }

  @inline(__always)
  private func isName(_ index: Int, _ name: ByteSpan) -> Bool {
    let start = index == 0 ? 0 : ends[index - 1]
    return isEqual(bytes.span.extracting(start..<ends[index]), name)
  }

  @inline(__always)
  private static func hash(_ bytes: ByteSpan) -> Int {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    var hash = UInt64(truncatingIfNeeded: bytes.count)
    var offset = 0
    while offset < bytes.count - 8 {
      hash = (hash ^ bytes.word(at: offset)) &* factor
      hash ^= hash >> 29
      offset += 8
    }
    hash = (hash ^ lastWord(of: bytes)) &* factor
    return Int(truncatingIfNeeded: hash >> 32)
  }

  /// The last eight bytes, which may overlap those before them; all bytes if there are fewer.
  @inline(__always)
  private static func lastWord(of bytes: ByteSpan) -> UInt64 {
    if bytes.count >= 8 { return bytes.word(at: bytes.count - 8) }
    var word: UInt64 = 0
    for index in bytes.indices { word = word << 8 | UInt64(bytes[index]) }
    return word
  }
}

/// Whether two views hold the same bytes.
@inline(__always)
func isEqual(_ left: ByteSpan, _ right: ByteSpan) -> Bool {
  guard left.count == right.count else { return false }
  var offset = 0
  while offset <= left.count - 8 {
    if left.word(at: offset) != right.word(at: offset) { return false }
    offset += 8
  }
  // The last eight bytes, some of them again.
  if left.count >= 8 { return left.word(at: left.count - 8) == right.word(at: left.count - 8) }
  while offset < left.count {
    if left[offset] != right[offset] { return false }
    offset += 1
  }
  return true
}
