/// The byte order mark in UTF-8.
package let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// Whether `bytes` begin with a UTF-8 byte order mark.
package func startsWithByteOrderMark(_ bytes: borrowing Span<UInt8>) -> Bool {
  guard bytes.count >= byteOrderMark.count else { return false }
  for index in byteOrderMark.indices where bytes[index] != byteOrderMark[index] { return false }
  return true
}
