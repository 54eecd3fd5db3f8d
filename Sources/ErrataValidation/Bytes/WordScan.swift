/// Scans eight bytes at a time as one word. Each function marks bytes by setting their highest bit.
///
/// Because of borrows there can be false marks, but only above a true one: the first mark is always correct.
enum WordScan {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Marks the bytes that need a closer look inside a JSON string: quotes, backslashes, control characters and non-ASCII.
  @inline(__always)
  static func stringSpecials(_ word: UInt64) -> UInt64 {
    let quotes = (word ^ (ones &* 0x22)) &- ones
    let backslashes = (word ^ (ones &* 0x5C)) &- ones
    let controls = word &- (ones &* 0x20)
    return (quotes | backslashes | controls | word) & highBits
  }

  /// Marks the bytes that are not printable ASCII.
  @inline(__always)
  static func unprintables(_ word: UInt64) -> UInt64 {
    (word | (word &- (ones &* 0x20)) | (word &+ ones)) & highBits
  }

  /// Marks exactly the line feeds, without false marks.
  @inline(__always)
  static func exactLineFeeds(_ word: UInt64) -> UInt64 {
    let difference = word ^ (ones &* 0x0A)
    return ~(((difference & ~highBits) &+ ~highBits) | difference) & highBits
  }

  /// Marks exactly the continuation bytes of UTF-8, `10xxxxxx`.
  @inline(__always)
  static func exactContinuations(_ word: UInt64) -> UInt64 { word & ~(word << 1) & highBits }

  /// Marks quotes and backslashes.
  @inline(__always)
  static func stringEnds(_ word: UInt64) -> UInt64 {
    (zeros(word ^ (ones &* 0x22)) | zeros(word ^ (ones &* 0x5C))) & highBits
  }

  /// Marks quotes, brackets and braces.
  @inline(__always)
  static func structure(_ word: UInt64) -> UInt64 {
    // Brackets and braces differ in one bit only.
    let lowercase = word | (ones &* 0x20)
    let brackets = zeros(lowercase ^ (ones &* 0x7B)) | zeros(lowercase ^ (ones &* 0x7D))
    return (brackets | zeros(word ^ (ones &* 0x22))) & highBits
  }

  /// Marks bytes that are zero, apart from the other bits.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }

  static func sumOfBytes(_ word: UInt64) -> Int {
    let pairs = (word & 0x00FF_00FF_00FF_00FF) &+ (word >> 8 & 0x00FF_00FF_00FF_00FF)
    return Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) >> 48)
  }

  /// The index of the first marked byte.
  @inline(__always)
  static func first(_ marks: UInt64) -> Int { marks.trailingZeroBitCount >> 3 }
}
