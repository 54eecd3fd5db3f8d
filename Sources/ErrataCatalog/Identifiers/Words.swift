/// The words that `text` is made of, whichever case it is written in: `snake_case`, `kebab-case`, `dotted.case`,
/// `SCREAMING_CASE` or `camelCase`. Acronyms in camel case keep their capitals: `invalidXMLDocument` is
/// `["invalid", "XML", "Document"]`.
public func words(of text: String) -> [String] {
  var words: [String] = []
  var current = String.UnicodeScalarView()
  let scalars = Array(text.unicodeScalars)
  let hasLowercase = scalars.contains(where: isLowercase)

  func isUpper(_ index: Int) -> Bool { scalars.indices.contains(index) && isUppercase(scalars[index]) }
  func isLower(_ index: Int) -> Bool { scalars.indices.contains(index) && isLowercase(scalars[index]) }

  func finish() {
    if !current.isEmpty { words.append(hasLowercase ? String(current) : String(current).lowercased()) }
    current = String.UnicodeScalarView()
  }

  for (index, scalar) in scalars.enumerated() {
    guard isWordCharacter(scalar) else {
      finish()
      continue
    }
    // A word begins at a capital after a small letter or digit, and at the last capital before a small letter.
    let startsWord = hasLowercase && isUpper(index) && (!isUpper(index - 1) || isLower(index + 1))
    if startsWord { finish() }
    current.append(scalar)
  }
  finish()
  return words
}

/// Letters, the marks on them, and digits: what Swift takes in identifiers.
func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.isASCII { return isLowercase(scalar) || isUppercase(scalar) || ("0"..."9").contains(scalar) }
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
    .decimalNumber, .letterNumber, .otherNumber:
    return true
  default: return false
  }
}

// Most codes are ASCII, for which Unicode's tables need not be asked.

private func isLowercase(_ scalar: Unicode.Scalar) -> Bool {
  scalar.isASCII ? ("a"..."z").contains(scalar) : scalar.properties.isLowercase
}

private func isUppercase(_ scalar: Unicode.Scalar) -> Bool {
  scalar.isASCII ? ("A"..."Z").contains(scalar) : scalar.properties.isUppercase
}
