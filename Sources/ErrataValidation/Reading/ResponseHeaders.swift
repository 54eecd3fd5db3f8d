/// The headers that matter for errors. Names are case-insensitive.
struct ResponseHeaders {
  /// Whether the input has the headers.
  var areKnown = false
  private(set) var contentType: Bytes?
  /// Whether `Cache-Control` has the directive `no-store` (RFC 9111, section 5.2.2.5).
  private(set) var forbidsStoring = false
  /// Whether there is a `WWW-Authenticate` header.
  private(set) var hasChallenge = false
  private(set) var retryAfter: Bytes?
  private(set) var location: SourceText?

  /// The name of a header that matters for errors.
  enum Name {
    case contentType, cacheControl, wwwAuthenticate, retryAfter, location

    /// nil for any other header.
    init?(_ name: ByteSpan) {
      switch name.count {
      case 8 where isName(name, "location"): self = .location
      case 11 where isName(name, "retry-after"): self = .retryAfter
      case 12 where isName(name, "content-type"): self = .contentType
      case 13 where isName(name, "cache-control"): self = .cacheControl
      case 16 where isName(name, "www-authenticate"): self = .wwwAuthenticate
      default: return nil
      }
    }
  }

  /// Adds a line of the header `name`. All lines of a list header count, and only the first line of any other header (RFC 9110,
  /// section 5.3).
  mutating func add(_ name: Name, _ text: SourceText) {
    let value = text.bytes
    switch name {
    case .contentType: contentType = contentType ?? value
    case .cacheControl: forbidsStoring = forbidsStoring || hasDirective("no-store", in: value)
    case .wwwAuthenticate: hasChallenge = true
    case .retryAfter: retryAfter = retryAfter ?? value
    case .location: location = location ?? text
    }
  }

  private func hasDirective(_ directive: String, in value: Bytes) -> Bool {
    value.slice.split(separator: UInt8(ascii: ",")).contains { lowercasedText(trimmed($0)) == directive }
  }
}

/// `text` without leading and trailing white space (RFC 9110, section 5.6.3).
func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  let start = text.drop(while: isSpace)
  return start.prefix(start.lastIndex { !isSpace($0) }.map { $0 - start.startIndex + 1 } ?? 0)
}

/// `text` with ASCII letters in lower case.
func lowercasedText(_ text: ArraySlice<UInt8>) -> String {
  String(decoding: text.map(lowercased), as: UTF8.self)
}

private func isName(_ name: ByteSpan, _ expected: String) -> Bool {
  var index = 0
  for byte in expected.utf8 {
    if lowercased(name[index]) != byte { return false }
    index += 1
  }
  return true
}

/// `byte` in lower case if it is an ASCII letter.
private func lowercased(_ byte: UInt8) -> UInt8 {
  byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
}
