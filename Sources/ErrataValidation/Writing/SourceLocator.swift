/// Finds where in an input the bytes of a body are. It goes forward, so that each byte of a long line is looked at once.
struct SourceLocator {
  private let start: Position
  private let origin: TextOrigin
  private var unescaped: UnescapedOffsets?
  private var positions = PositionCounter()

  /// - Parameters:
  ///   - start: where the part begins that holds the body.
  ///   - origin: how the body lies in it.
  init(_ start: Position, _ origin: TextOrigin) {
    self.start = start
    self.origin = origin
    if case .string(let token, _) = origin { unescaped = UnescapedOffsets(token) }
  }

  /// The place of the byte at `offset` of the body: its offset in the part, and its position in the input.
  /// - Parameters:
  ///   - offset: best not before the last one that was asked for: then the search starts again.
  ///   - text: the part, always the same.
  mutating func place(ofByteAt offset: Int, in text: ByteSpan) -> (offset: Int, position: Position) {
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
