import ErrataText

/// `text` as a scalar of YAML that is read as exactly this text: plain if that is safe, and otherwise in double quotes (YAML 1.1,
/// section 9.3.1).
func yamlText(_ text: String) -> String {
  isPlain(text) ? text : quotedYAML(text)
}

/// `text` as a scalar in double quotes.
func quotedYAML(_ text: String) -> String {
  let escaped = escaped(text, hidden: yamlEscape) { scalar, _ in
    switch scalar {
    case "\"", "\\": "\\\(scalar)"
    // Not hidden, but a line break to YAML, or not printable.
    case "\u{FEFF}", "\u{FFFE}", "\u{FFFF}": yamlEscape(scalar)
    default: nil
    }
  }
  return "\"" + escaped + "\""
}

/// A comment of one line. Hidden characters, such as line breaks, are replaced.
func yamlComment(_ text: String) -> String {
  "# " + visible(text)
}

/// Whether `text` is the same without quotes, also within brackets and as a key: ASCII words with single spaces between them, and
/// punctuation that means nothing to YAML after the first letter.
private func isPlain(_ text: String) -> Bool {
  var bytes = Array(text.utf8)[...]
  if bytes.first == UInt8(ascii: "-"), bytes.dropFirst().first.map(isWord) ?? false { bytes.removeFirst() }
  guard let first = bytes.first, let last = bytes.last, isWord(first) || first == UInt8(ascii: "/"), last != 0x20
  else { return false }
  return bytes.allSatisfy { isWord($0) || " -./*+'()".utf8.contains($0) }
}

private func isWord(_ byte: UInt8) -> Bool {
  (97...122).contains(byte | 32) || (48...57).contains(byte) || byte == UInt8(ascii: "_")
}

private func yamlEscape(_ scalar: Unicode.Scalar) -> String {
  scalar.value <= 0xFFFF
    ? "\\u" + hexadecimal(scalar.value, digits: 4) : "\\U" + hexadecimal(scalar.value, digits: 8)
}
