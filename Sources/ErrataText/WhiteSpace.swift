// These run over every text of a catalogue, so they look at bytes: white space is ASCII's, whatever else is text.

/// Space, tab, line feed, vertical tab, form feed or carriage return.
package func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || (0x09...0x0D).contains(byte)
}

/// The words between white space.
package func spaceSeparated(_ text: some StringProtocol) -> [Substring] {
  Substring(text).utf8.split(whereSeparator: isSpace).map(Substring.init)
}

/// `text` on one line: every run of white space is one space.
package func singleLine(_ text: String) -> String {
  isTidy(text) ? text : spaceSeparated(text).joined(separator: " ")
}

/// Whether `text` has no white space but single spaces between words.
private func isTidy(_ text: String) -> Bool {
  withBytes(of: text) { bytes in
    var isAfterSpace = true
    for index in bytes.indices where isSpace(bytes[index]) || isAfterSpace {
      if isSpace(bytes[index]), bytes[index] != 0x20 || isAfterSpace { return false }
      isAfterSpace = isSpace(bytes[index])
    }
    return bytes.isEmpty || !isAfterSpace
  }
}

/// The lines of `paragraph`, which is on one line, with at most `width` Unicode scalars each, broken at spaces; a longer word
/// stands alone. Each line is a range of UTF-8 offsets.
package func wrapped(_ paragraph: String, width: Int) -> [Range<Int>] {
  withBytes(of: paragraph) { wrapped($0, width: width) }
}

private func wrapped(_ paragraph: Span<UInt8>, width: Int) -> [Range<Int>] {
  var lines: [Range<Int>] = []
  var start = 0
  var length = 0
  var space: (offset: Int, length: Int)?
  for offset in paragraph.indices where paragraph[offset] & 0b1100_0000 != 0b1000_0000 {
    length += 1
    if paragraph[offset] == 0x20 { space = (offset, length) }
    // A space may stand past the end of the line, where it is not shown.
    if length > width, let last = space, last.offset != offset || length > width + 1 {
      lines.append(start..<last.offset)
      start = last.offset + 1
      length -= last.length
      space = nil
    }
  }
  if start < paragraph.count { lines.append(start..<paragraph.count) }
  return lines
}
