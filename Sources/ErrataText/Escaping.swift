/// `text` with its scalars escaped by `escape`, which also gets the previous one, line breaks and tabs with a backslash, and
/// invisible scalars by `hidden`. Scalars, not characters: a quote with a combining mark is still a quote.
package func escaped(
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

/// `text` escaped for use between the quotes of a JSON string (RFC 8259, section 7). Hidden characters are escaped too, so
/// that the JSON is safe to print.
package func jsonEscaped(_ text: String) -> String {
  func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }
  if text.utf8.allSatisfy(isPlain) { return text }
  return escaped(text, hidden: { utf16Escape($0) }) { scalar, _ in
    scalar == "\"" || scalar == "\\" ? "\\\(scalar)" : nil
  }
}

/// `\uXXXX` for each UTF-16 code unit of `scalar`.
package func utf16Escape(_ scalar: Unicode.Scalar, uppercase: Bool = false) -> String {
  UTF16.encode(scalar)!.map { "\\u" + hexadecimal($0, digits: 4, uppercase: uppercase) }.joined()
}

/// `number` with at least `digits` hexadecimal digits.
package func hexadecimal(_ number: some BinaryInteger, digits: Int, uppercase: Bool = true) -> String {
  let hex = String(number, radix: 16, uppercase: uppercase)
  return String(repeating: "0", count: max(0, digits - hex.count)) + hex
}
