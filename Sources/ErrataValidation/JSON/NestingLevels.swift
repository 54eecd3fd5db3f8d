/// A bit set of the open nesting levels in JSON text: true for an object, false for an array.
struct NestingLevels {
  /// The maximum number of levels.
  static let capacity = 512

  /// One bit per level.
  private var words = SIMD8<UInt64>()

  subscript(level: Int) -> Bool {
    get { words[level >> 6] >> UInt64(level & 63) & 1 == 1 }
    set {
      let bit: UInt64 = 1 << UInt64(level & 63)
      if newValue { words[level >> 6] |= bit } else { words[level >> 6] &= ~bit }
    }
  }
}
