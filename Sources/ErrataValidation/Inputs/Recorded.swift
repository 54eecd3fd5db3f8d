/// How the bytes of a body lie in the text that an input holds.
enum BodyOrigin {
  /// As they are, from an offset on.
  case direct(Int)
  /// As a JSON string.
  case string(JSONToken)
  /// In a form that tells no places: all at one offset.
  case opaque(Int)
}

/// Finds where in an input the bytes of a body come from, forward: each byte is looked at once.
struct SourcePlaces {
  private let origin: BodyOrigin
  private var unescaped: UnescapedPlaces?

  init(_ origin: BodyOrigin) {
    self.origin = origin
    if case .string(let token) = origin { unescaped = UnescapedPlaces(token) }
  }

  /// The place in `text`, which is always the same text, of the byte at `offset` of the body.
  mutating func place(ofByteAt offset: Int, in text: ByteSpan) -> Int {
    switch origin {
    case .direct(let start): start + offset
    case .opaque(let start): start
    case .string(let token): unescaped?.place(ofByteAt: offset, in: text) ?? token.start
    }
  }
}

/// What an input knows of one answer, before it is clear which surface it belongs to.
struct Recorded {
  /// The method of the request.
  var isToHEAD = false
  var path: Bytes?
  var url: Bytes?
  var status: Int?
  var headers: AnswerHeaders?
  var body: Bytes?
  var bodyOrigin = BodyOrigin.direct(0)
  var redirect: Bytes?
  var redirectOrigin = BodyOrigin.direct(0)
  /// Where the header `Location` stands.
  var locationOrigin = BodyOrigin.direct(0)
  /// Whether there was a body that the recording does not have.
  var isBodyLeftOut = false
  /// Why it cannot be read.
  var fault: String?
  var faultOffset = 0
}

/// The path of `url` without its query: of an absolute URL what follows the host.
func path(of url: Bytes) -> Bytes {
  let text = url.slice
  func isEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") }
  let end = text.firstIndex(where: isEnd) ?? text.endIndex
  var path = text[..<end]
  if let colon = path.firstIndex(of: UInt8(ascii: ":")), path[(colon + 1)...].starts(with: "//".utf8) {
    let host = path[(colon + 3)...]
    path = host[(host.firstIndex(of: UInt8(ascii: "/")) ?? host.endIndex)...]
  }
  return Bytes(path)
}
