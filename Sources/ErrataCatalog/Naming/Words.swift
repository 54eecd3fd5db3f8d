import ErrataDiagnostics
import ErrataText

/// Splits `text` into words. It may be in `snake_case`, `kebab-case`, `dotted.case`, `SCREAMING_CASE` or `camelCase`. Acronyms
/// in camel case keep their capitals: `invalidXMLDocument` is `["invalid", "XML", "Document"]`.
public func words(of text: String) -> [String] {
  let scalars = text.unicodeScalars
  let hasLowercase = scalars.contains(where: isLowercase)
  var words: [String] = []
  var start: String.Index?
  var previous: Unicode.Scalar?

  func endWord(_ end: String.Index) {
    guard let first = start else { return }
    let word = String(text[first..<end])
    words.append(hasLowercase ? word : word.lowercased())
    start = nil
  }

  var index = scalars.startIndex
  while index < scalars.endIndex {
    let scalar = scalars[index]
    let next = scalars.index(after: index)
    if !isWordCharacter(scalar) {
      endWord(index)
    } else {
      // A word begins at a capital after a lowercase letter or digit, and at the last capital before a lowercase letter.
      if hasLowercase, isUppercase(scalar) {
        let isAfterCapital = previous.map(isUppercase) ?? false
        let isBeforeLowercase = next < scalars.endIndex && isLowercase(scalars[next])
        if !isAfterCapital || isBeforeLowercase { endWord(index) }
      }
      if start == nil { start = index }
    }
    previous = scalar
    index = next
  }
  endWord(scalars.endIndex)
  return words
}

/// Whether `scalar` is a visible letter, combining mark or digit that Swift allows in identifiers.
func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.isASCII { return isLowercase(scalar) || isUppercase(scalar) || ("0"..."9").contains(scalar) }
  // A letter in Unicode, but not allowed in Swift identifiers.
  if scalar == "\u{2E2F}" { return false }
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
    .spacingMark,
    .decimalNumber, .letterNumber, .otherNumber:
    return !isHidden(scalar)
  default: return false
  }
}

// Most codes are ASCII, which needs no lookup in Unicode's tables.

private func isLowercase(_ scalar: Unicode.Scalar) -> Bool {
  scalar.isASCII ? ("a"..."z").contains(scalar) : scalar.properties.isLowercase
}

private func isUppercase(_ scalar: Unicode.Scalar) -> Bool {
  scalar.isASCII ? ("A"..."Z").contains(scalar) : scalar.properties.isUppercase
}
