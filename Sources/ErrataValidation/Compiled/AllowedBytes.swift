import ErrataCatalog

/// The bytes that RFC 6749 allows in a field (sections 4.1.2.1 and 5.2, appendix A), and RFC 6750 in a challenge (section 3).
enum AllowedBytes: UInt8, Sendable {
  /// Any byte: the field is not defined by OAuth.
  case any
  /// `error` and `error_description`: printable ASCII except `"` and `\`.
  case unquoted
  /// `error_uri`: printable ASCII except `"`, `\` and space.
  case uri
  /// `state`: printable ASCII.
  case visible

  /// The bytes allowed in `field`: any, unless the surface follows OAuth.
  init(of field: ResponseField, _ format: ResponseFormat) {
    guard format.usesOAuth else {
      self = .any
      return
    }
    self =
      switch field.role {
      case .code, .description: .unquoted
      case .uri: .uri
      case .state: .visible
      default: .any
      }
  }

  /// The offset of the first byte that is not allowed.
  func firstForbidden(_ text: ByteSpan) -> Int? {
    if self == .any { return nil }
    for index in text.indices where !allows(text[index]) { return index }
    return nil
  }

  /// The first character that is not allowed.
  func firstForbiddenScalar(_ text: String) -> Unicode.Scalar? {
    if self == .any { return nil }
    let bytes = Array(text.utf8)
    guard let offset = firstForbidden(bytes.span) else { return nil }
    return String(decoding: bytes[offset...].prefix(4), as: UTF8.self).unicodeScalars.first
  }

  private func allows(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20: self != .uri
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): self == .visible
    case 0x21...0x7E: true
    default: false
    }
  }
}
