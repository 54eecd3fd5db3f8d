/// What the input tells about the request of a response.
struct RecordedRequest {
  /// The method, as it was sent; nil if unknown.
  var method: Bytes?
  /// The path or the URL; nil if unknown.
  var path: Bytes?
  /// The time, as it was recorded; nil if unknown.
  var time: Bytes?
  /// The identifier of the request; nil if unknown.
  var id: Bytes?

  /// Whether the method is `HEAD`, in which case the response has no body (RFC 9110, section 9.3.2).
  var isHEAD: Bool { method.map { $0.count == 4 && $0.starts(with: Array("HEAD".utf8)) } ?? false }

  /// The path without the query and the fragment, which can have secrets.
  var pathWithoutQuery: Bytes? { path.map(ErrataValidation.path) }
}

/// The path of a relative or absolute URL, without the query and the fragment.
func path(of url: Bytes) -> Bytes {
  func isEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") }
  let path = url.slice.prefix { !isEnd($0) }
  guard let colon = path.firstIndex(of: UInt8(ascii: ":")), path[(colon + 1)...].starts(with: "//".utf8) else {
    return Bytes(path)
  }
  return Bytes(path[(colon + 3)...].drop { $0 != UInt8(ascii: "/") })
}

/// The host of an absolute URL with its port, if it has one; nil for a path (RFC 3986, section 3.2).
func host(of url: Bytes) -> Bytes? {
  let path = url.slice.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
  guard path.last == UInt8(ascii: ":"), url.slice[path.endIndex...].starts(with: "//".utf8) else { return nil }
  let authority = url.slice[(path.endIndex + 2)...].prefix { byte in
    byte != UInt8(ascii: "/") && byte != UInt8(ascii: "?") && byte != UInt8(ascii: "#")
  }
  let start = authority.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? authority.startIndex
  return Bytes(authority[start...])
}
