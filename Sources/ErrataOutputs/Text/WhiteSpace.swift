// These run over every text of a catalogue, so they look at bytes: white space is ASCII's, whatever else is text.

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
  var isTidy = true
  var previous = UInt8(ascii: " ")
  for byte in text.utf8 {
    if isSpace(byte), byte != 0x20 || isSpace(previous) {
      isTidy = false
      break
    }
    previous = byte
  }
  if isTidy, text.isEmpty || !isSpace(previous) { return text }
  return spaceSeparated(text).joined(separator: " ")
}

/// The lines of `paragraph` with at most `width` Unicode scalars each, broken at white space; a longer word stands alone.
func wrapped(_ paragraph: String, width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var length = 0
  for word in spaceSeparated(paragraph) {
    let count = word.utf8.count { $0 & 0b1100_0000 != 0b1000_0000 }
    if length > 0, length + 1 + count > width {
      lines.append(line)
      line = ""
      length = 0
    }
    if length > 0 {
      line += " "
      length += 1
    }
    line += word
    length += count
  }
  if !line.isEmpty { lines.append(line) }
  return lines
}
