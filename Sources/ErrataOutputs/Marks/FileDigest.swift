/// FNV-1a with 64 bits (Fowler, Noll and Vo) of all that is in a file but the digits that state it there.
///
/// It finds what somebody changed by hand, or a tool in passing. It does not withstand anybody who wants to deceive it.
package struct FileDigest {
  private static let prime: UInt64 = 0x0000_0100_0000_01B3

  private let digits: Range<Int>
  private var offset = 0
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// - Parameter digits: where in the file the digest is stated.
  package init(without digits: Range<Int>) {
    self.digits = digits
  }

  /// 16 hexadecimal digits.
  package var text: String {
    let hex = String(value, radix: 16)
    return String(repeating: "0", count: 16 - hex.utf8.count) + hex
  }

  /// Adds the file's next bytes.
  package mutating func add(_ bytes: Span<UInt8>) {
    let start = min(max(digits.lowerBound - offset, 0), bytes.count)
    let end = min(max(digits.upperBound - offset, 0), bytes.count)
    for index in 0..<start { add(bytes[index]) }
    for index in end..<bytes.count { add(bytes[index]) }
    offset += bytes.count
  }

  @inline(__always)
  private mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* Self.prime
  }
}
