/// Which of the levels that are open around a place in JSON text are objects. The others are arrays.
struct NestingLevels {
  /// How many levels there can be.
  static let capacity = 512

  /// A bit for each level.
  private var words = SIMD8<UInt64>()

  subscript(level: Int) -> Bool {
    get { words[level >> 6] >> UInt64(level & 63) & 1 == 1 }
    set {
      let bit: UInt64 = 1 << UInt64(level & 63)
      if newValue { words[level >> 6] |= bit } else { words[level >> 6] &= ~bit }
    }
  }
}
