/// The integer that `text` is in decimal digits, without a leading zero or a plus sign; nil for other text and for numbers beyond
/// ±(2^53−1), which JSON cannot carry exactly (RFC 7493, section 2.2).
package func exactInteger(_ text: String) -> Int? {
  let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
  guard let first = digits.first, digits.allSatisfy({ (48...57).contains($0) }), first != 48 || text == "0" else {
    return nil
  }
  guard let integer = Int(text), integer.magnitude < 1 << 53 else { return nil }
  return integer
}
