/// `text` escaped for use between the quotes of a JSON string (RFC 8259, section 7). Hidden characters are escaped too, so
/// that the JSON is safe to print.
package func jsonEscaped(_ text: String) -> String {
  func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }
  if text.utf8.allSatisfy(isPlain) { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case _ where isHidden(scalar): result += escape(scalar)
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// `\uXXXX` for each UTF-16 code unit.
private func escape(_ scalar: Unicode.Scalar) -> String {
  UTF16.encode(scalar)!.map { unit in
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }.joined()
}
