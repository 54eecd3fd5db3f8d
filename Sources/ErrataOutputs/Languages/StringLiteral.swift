import ErrataText

// Each language's escapes are safe in its comments too, so that authors of templates need not distinguish them.

/// `text` with its scalars escaped by `escape`, which also gets the previous one, line breaks and tabs with a backslash, and
/// invisible scalars by `hidden`. Scalars, not characters: a quote with a combining mark is still a quote.
func literal(
  _ text: String, hidden: (Unicode.Scalar) -> String, _ escape: (Unicode.Scalar, Unicode.Scalar) -> String?
) -> String {
  var result = ""
  var previous: Unicode.Scalar = "\0"
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    default:
      if let escaped = escape(scalar, previous) {
        result += escaped
      } else if isHidden(scalar) {
        result += hidden(scalar)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    previous = scalar
  }
  return result
}

/// `\uXXXX` for each UTF-16 code unit.
func utf16Escape(_ scalar: Unicode.Scalar) -> String {
  UTF16.encode(scalar)!.map { "\\u" + hexadecimal(UInt32($0), digits: 4) }.joined()
}

func hexadecimal(_ number: UInt32, digits: Int) -> String {
  let hex = String(number, radix: 16, uppercase: true)
  return String(repeating: "0", count: digits - hex.count) + hex
}
