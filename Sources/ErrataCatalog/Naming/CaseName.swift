/// The lowerCamelCase identifier for `text`, without backticks; nil if `text` contains no word.
///
/// `csc_service_error` becomes `cscServiceError`, `404` becomes `code404`, `HTTPError` becomes `httpError`.
public func caseName(for text: String) -> String? {
  let words = words(of: text)
  guard let first = words.first else { return nil }
  let rest = words.dropFirst().map(capitalized)
  guard let initial = first.unicodeScalars.first, canBegin(initial) else {
    return (["code", first] + rest).joined()
  }
  return rest.reduce(into: first.lowercased()) { $0 += $1 }
}

/// The UpperCamelCase type name for `text`; nil if `text` contains no word.
public func typeName(for text: String) -> String? {
  let words = words(of: text)
  return words.isEmpty ? nil : words.map(capitalized).joined()
}

private func capitalized(_ word: String) -> String {
  guard let first = word.utf8.first else { return word }
  if first < 0x80 {
    let capital = (97...122).contains(first) ? first - 32 : first
    return String(Unicode.Scalar(capital)) + Substring(word.utf8.dropFirst())
  }
  return word.prefix(1).uppercased() + word.dropFirst()
}

/// Whether an identifier can begin with `scalar` (The Swift Programming Language, "Lexical Structure", identifier-head).
private func canBegin(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.isASCII { return !("0"..."9").contains(scalar) }
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
  default: return false
  }
}
