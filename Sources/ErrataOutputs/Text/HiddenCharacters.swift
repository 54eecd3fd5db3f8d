/// Characters that a reader does not see: controls, line separators, and format characters such as bidirectional overrides,
/// but not the joiners that scripts and emoji need.
func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
  if scalar == "\u{200C}" || scalar == "\u{200D}" { return false }
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: return true
  default: return false
  }
}

/// `text` with U+FFFD for what is hidden.
func replacingHidden(_ text: String) -> String {
  guard hasByte(text, where: { $0 < 0x20 || $0 >= 0x7F }), text.unicodeScalars.contains(where: isHidden) else {
    return text
  }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { result.append(isHidden(scalar) ? "\u{FFFD}" : scalar) }
  return String(result)
}
