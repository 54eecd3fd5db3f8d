/// The name of a character that cannot be shown, as Unicode writes it: `U+0007`.
/// - Parameter value: the code point.
public func codePointName(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
