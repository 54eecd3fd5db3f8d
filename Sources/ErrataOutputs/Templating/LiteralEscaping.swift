import ErrataDiagnostics
import ErrataText

// Text between the quotes of string literals. Each language's escapes are safe in its comments too, where they may look odd, so
// that a template's author need not think of where a text stands.

/// `text` between double quotes in Kotlin (Kotlin language specification, "Strings and characters"). Comments nest there, so
/// neither end of one comes through.
func kotlinLiteral(_ text: String) -> String {
  escaped(text, hidden: utf16Escape) { scalar, previous in
    switch (scalar, previous) {
    case ("\"", _), ("\\", _), ("$", _): "\\\(scalar)"
    case ("/", "*"), ("*", "/"): utf16Escape(scalar)
    default: nil
    }
  }
}

/// `text` between quotes of any kind in ECMAScript (ECMA-262, sections 12.9.4 and 12.9.6), also where HTML has a script.
func typescriptLiteral(_ text: String) -> String {
  escaped(text, hidden: utf16Escape) { scalar, previous in
    switch (scalar, previous) {
    case ("\"", _), ("'", _), ("`", _), ("\\", _): "\\\(scalar)"
    case ("{", "$"), ("/", "*"), ("/", "<"): "\\\(scalar)"
    default: nil
    }
  }
}

/// `text` between quotes of any kind in Python (The Python Language Reference, section 2.4.1).
func pythonLiteral(_ text: String) -> String {
  escaped(text, hidden: pythonEscape) { scalar, _ in
    switch scalar {
    case "\"", "'", "\\": "\\\(scalar)"
    default: nil
    }
  }
}

/// Scalars as `escape` has them, given the one before; line breaks and tabs with a backslash, and what nobody sees as `hidden`
/// has it. Scalars and not characters: a quote with a combining mark is still a quote.
private func escaped(
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

/// `\uXXXX` for each UTF-16 unit.
private func utf16Escape(_ scalar: Unicode.Scalar) -> String {
  UTF16.encode(scalar)!.map { "\\u" + hexadecimal(UInt32($0), digits: 4) }.joined()
}

private func pythonEscape(_ scalar: Unicode.Scalar) -> String {
  scalar.value > 0xFFFF ? "\\U" + hexadecimal(scalar.value, digits: 8) : "\\u" + hexadecimal(scalar.value, digits: 4)
}

private func hexadecimal(_ number: UInt32, digits: Int) -> String {
  let hex = String(number, radix: 16, uppercase: true)
  return String(repeating: "0", count: digits - hex.count) + hex
}
