import ErrataDiagnostics
import ErrataText

/// The diagnostic for a file that isn't UTF-8; nil if it is.
func utf8Problem(in file: SourceFile) -> Diagnostic? {
  if String(validating: file.bytes, as: UTF8.self) != nil, !looksLikeUTF16(file.bytes) { return nil }
  if looksLikeUTF16(file.bytes) {
    return Diagnostic(
      .notUTF8, "expected UTF-8, found UTF-16", at: SourceLocation(file: file, start: .start),
      hint: "save the file as UTF-8")
  }
  let offset = firstInvalidByte(in: file.bytes)
  let byte = file.bytes[file.bytes.startIndex + offset]
  return Diagnostic(
    .notUTF8, "byte 0x\(hexadecimal(byte, digits: 2)) is not valid UTF-8",
    at: SourceLocation(file: file, start: file.position(ofByteAt: offset)),
    hint: "save the file as UTF-8; it may be Latin-1, or truncated")
}

/// Whether `bytes` begin with a UTF-16 byte order mark or with UTF-16 code units of ASCII characters.
private func looksLikeUTF16(_ bytes: ArraySlice<UInt8>) -> Bool {
  guard bytes.count >= 2 else { return false }
  let start = Array(bytes.prefix(4))
  if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) { return true }
  return start.count == 4 && (start[0] == 0) == (start[2] == 0) && (start[1] == 0) == (start[3] == 0)
    && (start[0] == 0) != (start[1] == 0)
}

/// The offset of the first byte that isn't part of a UTF-8 sequence.
private func firstInvalidByte(in bytes: ArraySlice<UInt8>) -> Int {
  var parser = Unicode.UTF8.ForwardParser()
  var iterator = bytes.makeIterator()
  var offset = 0
  while true {
    switch parser.parseScalar(from: &iterator) {
    case .valid(let scalar): offset += scalar.count
    case .error, .emptyInput: return min(offset, bytes.count - 1)
    }
  }
}
