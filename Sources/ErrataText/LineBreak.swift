/// The length in bytes of the line break at `index` of `text`; 0 if there is none.
///
/// The line breaks are those of YAML 1.1 (section 5.4): LF, CR, CR LF, U+0085, U+2028 and U+2029.
@inlinable
package func lineBreakLength(_ text: borrowing Span<UInt8>, at index: Int) -> Int {
  let byte = text[index]
  if byte > 0x0D && byte < 0xC2 { return 0 }
  let next = index + 1 < text.count ? text[index + 1] : 0
  switch byte {
  case 0x0A: return 1
  case 0x0D: return next == 0x0A ? 2 : 1
  case 0xC2: return next == 0x85 ? 2 : 0
  case 0xE2:
    guard next == 0x80, index + 2 < text.count else { return 0 }
    return text[index + 2] == 0xA8 || text[index + 2] == 0xA9 ? 3 : 0
  default: return 0
  }
}
