/// `text` as one word of a shell's command: in single quotes unless it is plain. Hidden characters become U+FFFD.
package func shellWord(_ text: String) -> String {
  let isPlain =
    !text.isEmpty && text.utf8.allSatisfy { isAlphanumeric($0) || $0 >= 0x80 || "%+,-./:=@_".utf8.contains($0) }
  return visible(isPlain ? text : "'\(text.replacing("'", with: #"'\''"#))'")
}

private func isAlphanumeric(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}
