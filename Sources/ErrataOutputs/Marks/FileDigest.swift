/// The 64-bit FNV-1a digest (Fowler, Noll and Vo) of a file, without the digits of the digest itself.
///
/// It detects edits by hand or by other tools. It is not cryptographic.
package struct FileDigest {
  private static let prime: UInt64 = 0x0000_0100_0000_01B3

  private let excluded: Range<Int>
  private var offset = 0
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// - Parameter digits: the range of the digest's own digits in the file.
  package init(excluding digits: Range<Int>) {
    excluded = digits
  }

  /// 16 hexadecimal digits.
  package var text: String {
    let hex = String(value, radix: 16)
    return String(repeating: "0", count: 16 - hex.utf8.count) + hex
  }

  /// Adds the file's next bytes.
  package mutating func add(_ bytes: Span<UInt8>) {
    let start = min(max(excluded.lowerBound - offset, 0), bytes.count)
    let end = min(max(excluded.upperBound - offset, 0), bytes.count)
    for index in 0..<start { add(bytes[index]) }
    for index in end..<bytes.count { add(bytes[index]) }
    offset += bytes.count
  }

  @inline(__always)
  private mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* Self.prime
  }
}
