import ErrataDiagnostics

extension Problem.Place {
  /// The JSON pointer (RFC 6901, section 3); nil for what is not in the body.
  func pointer(_ surface: CompiledSurface, _ body: ByteView) -> String? {
    switch self {
    case .answer: nil
    case .body: ""
    case .field(let field): "/" + pointerEscaped(surface.fieldNames[field])
    case .key(let token): "/" + pointerEscaped(token.string(body.baseAddress!))
    case .parameter(let name): "/" + pointerEscaped(name)
    }
  }

}

/// `name` as a step of a JSON pointer (RFC 6901, section 3).
func pointerEscaped(_ name: String) -> String {
  guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return name }
  return name.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
    .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
}

/// Where the byte at `offset` stands in `text`: lines end with LF, columns are Unicode scalars.
func position(ofByteAt offset: Int, in text: ByteView) -> SourcePosition {
  var line: UInt32 = 1
  var column: UInt32 = 1
  for byte in text[..<min(offset, text.count)] {
    if byte == 0x0A {
      line += 1
      column = 1
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
  }
  return SourcePosition(line: line, column: column)
}
