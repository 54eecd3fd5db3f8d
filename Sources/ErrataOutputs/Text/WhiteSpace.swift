// These run over every text of a catalogue, so they look at bytes: white space is ASCII's, whatever else is text.

/// What `body` makes of the UTF-8 bytes of `text`.
@inline(__always)
func withBytes<Result>(of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
  if let result = text.utf8.withContiguousStorageIfAvailable(body) { return result }
  var text = text
  return text.withUTF8(body)
}

/// Whether `text` has a byte that `isWanted`.
@inline(__always)
func hasByte(_ text: String, where isWanted: (UInt8) -> Bool) -> Bool {
  withBytes(of: text) { bytes in
    for byte in bytes where isWanted(byte) { return true }
    return false
  }
}

/// Space, tab, line feed, vertical tab, form feed or carriage return.
func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || (0x09...0x0D).contains(byte)
}

/// The words between white space.
func spaceSeparated(_ text: some StringProtocol) -> [Substring] {
  Substring(text).utf8.split(whereSeparator: isSpace).map(Substring.init)
}

/// `text` on one line: every run of white space is one space.
func singleLine(_ text: String) -> String {
  let isTidy = withBytes(of: text) { bytes in
    var isAfterSpace = true
    for byte in bytes where isSpace(byte) || isAfterSpace {
      if isSpace(byte), byte != 0x20 || isAfterSpace { return false }
      isAfterSpace = isSpace(byte)
    }
    return bytes.last.map { !isSpace($0) } ?? true
  }
  return isTidy ? text : spaceSeparated(text).joined(separator: " ")
}

/// The lines of `paragraph`, which is on one line, with at most `width` Unicode scalars each, broken at spaces; a longer word
/// stands alone. Each line is a range of UTF-8 offsets.
func wrapped(_ paragraph: UnsafeBufferPointer<UInt8>, width: Int) -> [Range<Int>] {
  var lines: [Range<Int>] = []
  var start = 0
  var length = 0
  var space: (offset: Int, length: Int)?
  for (offset, byte) in paragraph.enumerated() where byte & 0b1100_0000 != 0b1000_0000 {
    length += 1
    if byte == 0x20 { space = (offset, length) }
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
