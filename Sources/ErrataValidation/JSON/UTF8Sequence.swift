/// The length in bytes of the multi-byte UTF-8 sequence at `index`, or 0 if it is invalid.
///
/// Overlong sequences, surrogates and code points above U+10FFFF are invalid (Unicode Standard, table 3-7).
@inline(__always)
func utf8SequenceLength(_ bytes: ByteSpan, at index: Int) -> Int {
  func isContinuation(_ offset: Int) -> Bool { bytes[index + offset] & 0xC0 == 0x80 }
  let left = bytes.count - index
  let lead = bytes[index]
  switch lead {
  case 0xC2...0xDF: return left >= 2 && isContinuation(1) ? 2 : 0
  case 0xE0...0xEF:
    guard left >= 3 else { return 0 }
    let second = bytes[index + 1]
    let lowest: UInt8 = lead == 0xE0 ? 0xA0 : 0x80
    let highest: UInt8 = lead == 0xED ? 0x9F : 0xBF
    return second >= lowest && second <= highest && isContinuation(2) ? 3 : 0
  case 0xF0...0xF4:
    guard left >= 4 else { return 0 }
    let second = bytes[index + 1]
    let lowest: UInt8 = lead == 0xF0 ? 0x90 : 0x80
    let highest: UInt8 = lead == 0xF4 ? 0x8F : 0xBF
    return second >= lowest && second <= highest && isContinuation(2) && isContinuation(3) ? 4 : 0
  default: return 0
  }
}
