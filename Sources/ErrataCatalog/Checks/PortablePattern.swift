/// Why `pattern` isn't portable between dialects, as the predicate of a sentence; nil if it is portable.
///
/// In JSON Schema, a pattern is an ECMA-262 regular expression with the flag `u` (JSON Schema Core 2020-12, section 6.4), but
/// many validators use another dialect. So patterns are limited to common syntax: classes, groups, lookahead, quantifiers, and
/// escapes that all dialects support.
func portabilityProblem(in pattern: String) -> String? {
  let scalars = Array(pattern.unicodeScalars)
  func at(_ index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }
  var index = 0
  var isInClass = false
  var isAfterQuantifier = false
  while let scalar = at(index) {
    var isQuantifier = false
    switch (scalar, isInClass) {
    case ("\\", _):
      guard let length = escapeLength(at(index + 1), isInClass, (2...5).map { at(index + $0) }) else {
        return "has the escape `\\\(at(index + 1).map { String($0) } ?? "")`, which not all dialects support"
      }
      index += length - 1
    case ("[", false):
      isInClass = true
      if at(index + 1) == "^" { index += 1 }
    case ("[", true): return "has an unescaped `[` inside `[ ]`"
    case ("]", true): isInClass = false
    case ("&", true), ("~", true), ("-", true):
      if at(index + 1) == scalar {
        return "has `\(scalar)\(scalar)` inside `[ ]`, which some dialects treat as an operator"
      }
    case ("(", false):
      if at(index + 1) == "?", let kind = at(index + 2), ![":", "=", "!"].contains(kind) {
        return "has a group that begins with `(?\(kind)`, which not all dialects support"
      }
      if at(index + 1) == "?" { index += 2 }
    case ("]", false): return "has an unmatched `]`"
    case ("+", false) where isAfterQuantifier: return "has a quantifier after a quantifier"
    case ("*", false), ("+", false), ("?", false): isQuantifier = !isAfterQuantifier
    case ("{", false):
      guard let end = scalars[index...].firstIndex(of: "}"),
        scalars[(index + 1)..<end].allSatisfy({ ("0"..."9").contains($0) || $0 == "," })
      else { return "has an unescaped `{` that does not begin a quantifier" }
      index = end
      isQuantifier = true
    case ("}", false): return "has an unmatched `}`"
    default: break
    }
    isAfterQuantifier = isQuantifier
    index += 1
  }
  return nil
}

/// The length of an escape in characters, including the backslash; nil if not all dialects support it.
private func escapeLength(_ kind: Unicode.Scalar?, _ isInClass: Bool, _ following: [Unicode.Scalar?]) -> Int? {
  func areHexadecimal(_ count: Int) -> Bool {
    following.prefix(count).allSatisfy { $0.map { $0.properties.isASCIIHexDigit } ?? false }
  }
  switch kind {
  case "d", "D", "w", "W", "s", "S", "t", "n", "r", "f", "v": return 2
  case "\\", ".", "/", "^", "$", "*", "+", "?", "(", ")", "[", "]", "{", "}", "|": return 2
  case "b", "B": return isInClass ? nil : 2
  case "-": return isInClass ? 2 : nil
  case "x": return areHexadecimal(2) ? 4 : nil
  case "u": return areHexadecimal(4) ? 6 : nil
  default: return nil
  }
}
