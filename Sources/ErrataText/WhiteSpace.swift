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
