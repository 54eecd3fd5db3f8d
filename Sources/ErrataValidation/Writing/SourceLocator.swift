/// Maps offsets in a body to positions in the input. Ascending offsets take a single pass, even over a long line.
struct SourceLocator {
  private let start: Position
  private let origin: TextOrigin
  private var unescaped: UnescapedOffsets?
  private var positions = PositionCounter()

  /// - Parameters:
  ///   - start: the position of the part that contains the body.
  ///   - origin: how offsets in the body map to the part.
  init(_ start: Position, _ origin: TextOrigin) {
    self.start = start
    self.origin = origin
    if case .string(let token, _) = origin { unescaped = UnescapedOffsets(token) }
  }

  /// The offset in the part, and the position in the input, of the byte at `offset` of the body.
  /// - Parameters:
  ///   - offset: the offset in the body. If it is before the previous one, the search starts over.
  ///   - text: the part, which must be the same in every call.
  mutating func location(ofByteAt offset: Int, in text: ByteSpan) -> (offset: Int, position: Position) {
    let offset =
      switch origin {
      case .direct(let start): start + offset
      case .opaque(let start): start
      case .string(let token, let skipped):
        unescaped?.sourceOffset(ofByteAt: offset + skipped, in: text) ?? token.start
      }
    let (line, column) = positions.position(ofByteAt: offset, in: text)
    return (offset, (start.line + line - 1, column + (line == 1 ? start.column - 1 : 0)))
  }
}
