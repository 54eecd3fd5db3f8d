/// How the bytes of a body lie in the text that an input holds.
enum BodyOrigin {
  /// As they are, from an offset on.
  case direct(Int)
  /// As a JSON string.
  case string(JSONToken)
  /// In a form that tells no places: all at one offset.
  case opaque(Int)

  /// Where in `text` the byte at `offset` of the body comes from.
  func sourceOffset(_ offset: Int, in text: ByteView) -> Int {
    switch self {
    case .direct(let start): start + offset
    case .opaque(let start): start
    case .string(let token):
      token.hasEscapes ? token.sourceIndex(ofByteAt: offset, text.baseAddress!) : token.start + offset
    }
  }
}

/// What an input knows of one answer, before it is clear which surface it belongs to.
struct Recorded {
  var path: ByteView?
  var url: ByteView?
  var status: Int?
  var headers: Answer.Headers?
  var body: ByteView?
  var bodyOrigin = BodyOrigin.direct(0)
  var redirect: ByteView?
  var redirectOrigin = BodyOrigin.direct(0)
  /// Where the header `Location` stands.
  var locationOrigin = BodyOrigin.direct(0)
  /// Whether there was a body that the recording does not have.
  var isBodyLeftOut = false
  /// Why it cannot be read.
  var fault: String?
  var faultOffset = 0
}

/// Memory for texts of one recorded answer that do not stand in it as they are.
struct Arena: ~Copyable {
  private var buffers: [UnsafeMutableBufferPointer<UInt8>] = []
  private var used = 0

  deinit { for buffer in buffers { buffer.deallocate() } }

  /// Forgets all texts, and makes room for `capacity` bytes of new ones.
  mutating func reset(capacity: Int) {
    used = 0
    if buffers.first?.count ?? 0 >= capacity { return }
    for buffer in buffers { buffer.deallocate() }
    buffers = [.allocate(capacity: max(capacity, 1 << 12))]
  }

  /// A view of a copy of `bytes`, which lives until the next reset. All together have no more bytes than `reset` was told.
  mutating func keep(_ bytes: [UInt8]) -> ByteView {
    let place = UnsafeMutableBufferPointer(rebasing: buffers[0][used..<used + bytes.count])
    _ = place.initialize(from: bytes)
    used += bytes.count
    return ByteView(place)
  }
}

/// The path of `url` without its query: of an absolute URL what follows the host.
func path(of url: ByteView) -> ByteView {
  var start = 0
  if let colon = url.firstIndex(of: UInt8(ascii: ":")), url.count > colon + 2, url[colon + 1] == UInt8(ascii: "/"),
    url[colon + 2] == UInt8(ascii: "/"), !url[..<colon].contains(UInt8(ascii: "?"))
  {
    start =
      url[(colon + 3)...].firstIndex { [UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains($0) }
      ?? url.count
  }
  let end = url[start...].firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? url.count
  return ByteView(rebasing: url[start..<end])
}
