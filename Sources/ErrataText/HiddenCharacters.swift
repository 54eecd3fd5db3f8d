/// Whether `scalar` is invisible, or interpreted by a terminal instead of shown: control characters, line and paragraph
/// separators, format characters such as bidirectional overrides and tags, fillers, and private-use or unassigned characters.
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

/// `text` with each hidden character replaced by U+FFFD, since diagnostics often quote bad input.
package func visible(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
  guard text.unicodeScalars.contains(where: isHidden) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { result.append(isHidden(scalar) ? "\u{FFFD}" : scalar) }
  return String(result)
}

/// The Unicode notation for a code point, for characters that cannot be shown: `U+0007`.
/// - Parameter value: the code point.
package func codePointName(_ value: UInt32) -> String {
  "U+" + hexadecimal(value, digits: 4)
}
