import Foundation

/// The letters and decimal digits of `word` in capitals, as far as Python, TypeScript and Kotlin all accept them in identifiers.
///
/// They are normalized as Python's identifiers (PEP 3131: NFKC), so that names that differ in one language differ in all.
func portableCapitals(_ word: String) -> String {
  if word.utf8.allSatisfy({ $0 < 0x80 }) {
    return String(decoding: word.uppercased().utf8.filter(isASCIIWord), as: UTF8.self)
  }
  let capitals = word.precomposedStringWithCompatibilityMapping.unicodeScalars.map(capital).joined()
  let portable = capitals.precomposedStringWithCompatibilityMapping.unicodeScalars.filter(isPortable)
  // Without the removed characters between them, two letters may combine.
  return String(String.UnicodeScalarView(portable)).precomposedStringWithCompatibilityMapping
}

private func isASCIIWord(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
  default: false
  }
}

/// The capital of `scalar`, or itself if the capital is too new: U+019B is as old as Unicode, its capital is from version 16.
private func capital(_ scalar: Unicode.Scalar) -> String {
  let capital = scalar.properties.uppercaseMapping
  return capital.unicodeScalars.allSatisfy(isSupported) ? capital : String(scalar)
}

private func isPortable(_ scalar: Unicode.Scalar) -> Bool {
  guard isSupported(scalar), scalar.properties.isXIDContinue else { return false }
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
    // These were marks before Unicode 12.
    return scalar != "\u{1CF2}" && scalar != "\u{1CF3}"
  default: return false
  }
}

/// Whether all compilers accept `scalar`: Kotlin supports Unicode 9, Python 3.8 and TypeScript 4.8 Unicode 12.
private func isSupported(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.age.map { $0.major <= 9 } ?? false
}
