/// Whether a reader does not see `scalar`, or a terminal obeys it instead of showing it: controls, separators of lines and
/// paragraphs, format characters such as bidirectional overrides and tags, fillers, and what Unicode has given no meaning.
///
/// The joiners U+200C and U+200D and the variation selectors are not hidden: scripts and emoji need them.
package func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
  if scalar == "\u{200C}" || scalar == "\u{200D}" { return false }
  let properties = scalar.properties
  switch properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: return true
  default: return properties.isDefaultIgnorableCodePoint && !properties.isVariationSelector
  }
}

/// `text` with U+FFFD for every hidden character. Bad input is often what a diagnostic quotes.
package func visible(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
  guard text.unicodeScalars.contains(where: isHidden) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { result.append(isHidden(scalar) ? "\u{FFFD}" : scalar) }
  return String(result)
}

/// The name of a character that cannot be shown, as Unicode writes it: `U+0007`.
/// - Parameter value: the code point.
package func codePointName(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
