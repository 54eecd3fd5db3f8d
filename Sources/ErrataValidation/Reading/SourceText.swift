/// How offsets in a text map to the input that contains it.
enum TextOrigin {
  /// The text is copied from the input unchanged, starting at an offset.
  case direct(Int)
  /// The text is the value of a JSON string, without its first `skipped` bytes.
  case string(JSONToken, skipped: Int = 0)
  /// The text is encoded in a way that does not preserve offsets. Every byte maps to the same offset.
  case opaque(Int)

  /// The offset of the text in the input.
  var start: Int {
    switch self {
    case .direct(let start), .opaque(let start): start
    case .string(let token, _): token.start
    }
  }

  /// The origin of the text without its first `count` bytes.
  func dropping(_ count: Int) -> Self {
    switch self {
    case .direct(let start): .direct(start + count)
    case .string(let token, let skipped): .string(token, skipped: skipped + count)
    case .opaque: self
    }
  }
}

/// A text, such as a body or a URL, with its origin.
struct SourceText {
  var bytes = Bytes([])
  var origin = TextOrigin.direct(0)
}
