/// `text` with everything that a terminal would obey rather than show (control characters, escape sequences, bidirectional
/// overrides) replaced by U+FFFD. Bad input is often what a diagnostic quotes.
public func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isInvisible) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { result.append(isInvisible(scalar) ? "\u{FFFD}" : scalar) }
  return String(result)
}

private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20...0x7E: false
  case 0x00...0x1F, 0x7F...0x9F: true
  case 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
  default: false
  }
}

/// How many terminal cells `text` takes: two for wide East Asian characters and emoji, none for marks that combine.
public func displayWidth(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { width, scalar in
    if scalar.isASCII { return width + 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return width
    default: return width + (isWide(scalar) ? 2 : 1)
    }
  }
}

/// The blocks that Unicode's East Asian Width (UAX #11) calls wide, coarsely.
private func isWide(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF,
    0x20000...0x3FFFD:
    true
  default: false
  }
}
