/// How the bytes of a text lie in the input that holds it.
enum TextOrigin {
  /// As they are, from an offset on.
  case direct(Int)
  /// As a JSON string, whose text begins with so many bytes that are left off.
  case string(JSONToken, skipped: Int = 0)
  /// In a form that has no offsets for single bytes: all are at one.
  case opaque(Int)

  /// Where the text begins.
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

/// A text with where it came from: a body, a URL.
struct SourceText {
  var bytes = Bytes([])
  var origin = TextOrigin.direct(0)
}
