// These run over every string of a catalogue, so they work on bytes: only ASCII white space counts.

/// Whether `byte` is a space, tab, line feed, vertical tab, form feed or carriage return.
package func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || (0x09...0x0D).contains(byte)
}

/// The words of `text`, split at white space.
package func spaceSeparated(_ text: some StringProtocol) -> [Substring] {
  Substring(text).utf8.split(whereSeparator: isSpace).map(Substring.init)
}

/// `text` on one line, with each run of white space collapsed to one space and none at either end.
package func singleLine(_ text: String) -> String {
  isSingleSpaced(text) ? text : spaceSeparated(text).joined(separator: " ")
}

/// Whether `text` has only single spaces between words and no other white space.
private func isSingleSpaced(_ text: String) -> Bool {
  withBytes(of: text) { bytes in
    var isAfterSpace = true
    for index in bytes.indices where isSpace(bytes[index]) || isAfterSpace {
      if isSpace(bytes[index]), bytes[index] != 0x20 || isAfterSpace { return false }
      isAfterSpace = isSpace(bytes[index])
    }
    return bytes.isEmpty || !isAfterSpace
  }
}

/// Wraps `paragraph`, a single line, at spaces into lines of at most `width` Unicode scalars; a longer word gets its own line.
/// - Returns: the UTF-8 offsets of each line.
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
    // A space just past the width is dropped with the line break, so it doesn't count.
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
