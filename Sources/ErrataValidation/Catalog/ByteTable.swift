/// Finds a name among a fixed set, by its bytes and without allocating. Open addressing; a third of the places is taken at most.
struct ByteTable: Sendable {
  private let bytes: [UInt8]
  private let ends: [Int]
  private let places: [Int32]

  /// - Parameter names: all different. Each is found as its index.
  init(_ names: [[UInt8]]) {
    var count = 8
    while count < names.count * 3 { count *= 2 }
    var places = [Int32](repeating: -1, count: count)
    for (index, name) in names.enumerated() {
      var place = name.withUnsafeBufferPointer { Self.hash($0.baseAddress!, $0.count) } & (count - 1)
      while places[place] >= 0 { place = (place + 1) & (count - 1) }
      places[place] = Int32(index)
    }
    self.places = places
    bytes = names.flatMap(\.self)
    var end = 0
    ends = names.map { name in
      end += name.count
      return end
    }
  }

  /// The index of the name that the bytes are, or -1.
  @inline(__always)
  func index(of name: UnsafePointer<UInt8>, count: Int) -> Int {
    guard count > 0 else { return -1 }
    return places.withUnsafeBufferPointer { places in
      var place = Self.hash(name, count) & (places.count - 1)
      while places[place] >= 0 {
        let index = Int(places[place])
        if isName(index, name, count) { return index }
        place = (place + 1) & (places.count - 1)
      }
      return -1
    }
  }

  @inline(__always)
  private func isName(_ index: Int, _ name: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    ends.withUnsafeBufferPointer { ends in
      let start = index == 0 ? 0 : ends[index - 1]
      guard ends[index] - start == count else { return false }
      return bytes.withUnsafeBufferPointer { bytes in
        let known = bytes.baseAddress! + start
        var offset = 0
        while offset + 8 <= count {
          if WordScan.load(known, at: offset) != WordScan.load(name, at: offset) { return false }
          offset += 8
        }
        while offset < count {
          if known[offset] != name[offset] { return false }
          offset += 1
        }
        return true
      }
    }
  }

  @inline(__always)
  private static func hash(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    var hash = UInt64(truncatingIfNeeded: count)
    var offset = 0
    while offset + 8 <= count {
      hash = (hash ^ WordScan.load(bytes, at: offset)) &* factor
      hash ^= hash >> 29
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < count {
      rest = rest << 8 | UInt64(bytes[offset])
      offset += 1
    }
    hash = (hash ^ rest) &* factor
    return Int(truncatingIfNeeded: hash >> 32)
  }
}
