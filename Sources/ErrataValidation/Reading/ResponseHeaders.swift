/// The headers that matter for errors. Names are case-insensitive.
struct ResponseHeaders {
  /// Whether the input has the headers.
  var areKnown = false
  private(set) var contentType: Bytes?
  /// Whether `Cache-Control` has the directive `no-store` (RFC 9111, section 5.2.2.5).
  private(set) var forbidsStoring = false
  private(set) var retryAfter: Bytes?
  private(set) var location: SourceText?
  /// The identifier of the request, in the first of the headers that are commonly used for it.
  private(set) var requestID: Bytes?
  /// The lines of `WWW-Authenticate`.
  private(set) var challenges: [SourceText] = []
  /// The headers that have fields of the catalogue: of each, the first line.
  private(set) var placeValues: [(place: Int, value: Bytes)] = []
  /// The headers that were sent several times although they are not lists: `Retry-After`, and those with fields.
  private(set) var repeated: [Name] = []

  /// The name of a header that matters for errors.
  struct Name: Equatable {
    enum Standard {
      case contentType, cacheControl, wwwAuthenticate, retryAfter, location, requestID
    }

    /// nil for a header that only has fields.
    let standard: Standard?
    /// The index in `HeaderNames`; nil for a header without fields.
    let place: Int?

    /// nil for any other header.
    init?(_ name: ByteSpan, _ places: HeaderNames) {
      standard =
        switch name.count {
        case 8 where isEqualIgnoringCase(name, "location"): .location
        case 10 where isEqualIgnoringCase(name, "request-id"): .requestID
        case 11 where isEqualIgnoringCase(name, "retry-after"): .retryAfter
        case 12 where isEqualIgnoringCase(name, "content-type"): .contentType
        case 12 where isEqualIgnoringCase(name, "x-request-id"): .requestID
        case 13 where isEqualIgnoringCase(name, "cache-control"): .cacheControl
        case 16 where isEqualIgnoringCase(name, "www-authenticate"): .wwwAuthenticate
        case 16 where isEqualIgnoringCase(name, "x-correlation-id"): .requestID
        default: nil
        }
      place = places.index(of: name)
      if standard == nil, place == nil { return nil }
    }
  }

  /// Adds a line of the header `name`. All lines of a list header count, and only the first line of any other header (RFC 9110,
  /// section 5.3).
  mutating func add(_ name: Name, _ text: SourceText) {
    let value = text.bytes
    var isFirst = true
    switch name.standard {
    case .contentType: contentType = contentType ?? value
    case .cacheControl: forbidsStoring = forbidsStoring || hasDirective("no-store", in: value)
    case .wwwAuthenticate: challenges.append(text)
    case .location: location = location ?? text
    case .requestID: requestID = requestID ?? value
    case .retryAfter:
      isFirst = retryAfter == nil
      retryAfter = retryAfter ?? value
    case nil: break
    }
    if let place = name.place {
      if self.value(at: place) == nil {
        placeValues.append((place, Bytes(trimmed(value.slice))))
      } else {
        isFirst = false
      }
    }
    if !isFirst, !repeated.contains(name) { repeated.append(name) }
  }

  /// The media type in `Content-Type` without parameters, in lower case; nil if the header is missing or unknown.
  var mediaType: String? {
    contentType.map { lowercasedText(trimmed($0.slice.prefix(100).prefix { $0 != UInt8(ascii: ";") })) }
  }

  /// The value of a header that has fields, without the white space around it.
  func value(at place: Int) -> Bytes? {
    placeValues.first { $0.place == place }?.value
  }

  private func hasDirective(_ directive: String, in value: Bytes) -> Bool {
    value.slice.split(separator: UInt8(ascii: ",")).contains { isEqualIgnoringCase(trimmed($0).span, directive) }
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

/// `byte` in lower case if it is an ASCII letter.
func lowercased(_ byte: UInt8) -> UInt8 {
  byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
}
