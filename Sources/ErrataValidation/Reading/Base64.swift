/// Decodes base64 (RFC 4648, section 4).
/// - Returns: the decoded bytes, or nil if `text` is not valid base64.
func decodedBase64(_ text: Bytes) -> [UInt8]? {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.count / 4 * 3)
  var word: UInt32 = 0
  var digits = 0
  let padding = text.slice.suffix(2).count { $0 == UInt8(ascii: "=") }
  for byte in text.slice.dropLast(padding) {
    let value: UInt8
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): value = 62
    case UInt8(ascii: "/"): value = 63
    default: return nil
    }
    word = word << 6 | UInt32(value)
    digits += 1
    if digits % 4 == 0 {
      bytes += [
        UInt8(truncatingIfNeeded: word >> 16), UInt8(truncatingIfNeeded: word >> 8), UInt8(truncatingIfNeeded: word),
      ]
      word = 0
    }
  }
  guard (digits + padding) % 4 == 0 else { return nil }
  if digits % 4 == 2 { bytes.append(UInt8(truncatingIfNeeded: word >> 4)) }
  if digits % 4 == 3 { bytes += [UInt8(truncatingIfNeeded: word >> 10), UInt8(truncatingIfNeeded: word >> 2)] }
  return digits % 4 == 1 ? nil : bytes
}
