/// What keeps `pattern` from meaning the same to all who read it, in a few words; nil where nothing does.
///
/// A pattern goes into JSON Schema, where it is a regular expression of ECMA-262 with the flag `u` (JSON Schema Core 2020-12,
/// section 6.4), and many validators hand it to another dialect. So it must keep to what they share: classes, groups,
/// lookahead, repetition, and escapes that all of them know.
func portabilityFault(in pattern: String) -> String? {
  let scalars = Array(pattern.unicodeScalars)
  func at(_ index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }
  var index = 0
  var isInClass = false
  var isAfterRepetition = false
  while let scalar = at(index) {
    var isRepetition = false
    switch (scalar, isInClass) {
    case ("\\", _):
      guard let length = escapeLength(at(index + 1), isInClass, (2...5).map { at(index + $0) }) else {
        return "has the escape `\\\(at(index + 1).map { String($0) } ?? "")`, which not all dialects know"
      }
      index += length - 1
    case ("[", false):
      isInClass = true
      if at(index + 1) == "^" { index += 1 }
    case ("[", true): return "has `[` inside `[ ]`; write `\\[`"
    case ("]", true): isInClass = false
    case ("&", true), ("~", true), ("-", true):
      if at(index + 1) == scalar { return "has `\(scalar)\(scalar)` inside `[ ]`, which some dialects obey" }
    case ("(", false):
      if at(index + 1) == "?", let kind = at(index + 2), ![":", "=", "!"].contains(kind) {
        return "has a group that begins with `(?\(kind)`, which not all dialects know"
      }
      if at(index + 1) == "?" { index += 2 }
    case ("]", false): return "has `]` without `[`; write `\\]`"
    case ("+", false) where isAfterRepetition: return "has a repetition after a repetition"
    case ("*", false), ("+", false), ("?", false): isRepetition = !isAfterRepetition
    case ("{", false):
      guard let end = scalars[index...].firstIndex(of: "}"),
        scalars[(index + 1)..<end].allSatisfy({ ("0"..."9").contains($0) || $0 == "," })
      else { return "has `{` that begins no repetition; write `\\{`" }
      index = end
      isRepetition = true
    case ("}", false): return "has `}` without `{`; write `\\}`"
    default: break
    }
    isAfterRepetition = isRepetition
    index += 1
  }
  return nil
}

/// How many characters an escape has with its backslash; nil where not all dialects know it.
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
