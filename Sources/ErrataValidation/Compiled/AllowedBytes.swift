/// The bytes that RFC 6749 allows in a field (sections 4.1.2.1 and 5.2, appendix A).
enum AllowedBytes: UInt8, Sendable {
  /// Any byte: the field is not defined by OAuth.
  case any
  /// `error` and `error_description`: printable ASCII except `"` and `\`.
  case unquoted
  /// `error_uri`: printable ASCII except `"`, `\` and space.
  case uri
  /// `state`: printable ASCII.
  case visible

  /// - Parameters:
  ///   - name: the name of the field on the wire.
  ///   - isOAuth: whether the surface reports errors as RFC 6749 does.
  init(ofField name: String, isOAuth: Bool) {
    self =
      switch name {
      case "error" where isOAuth, "error_description" where isOAuth: .unquoted
      case "error_uri" where isOAuth: .uri
      case "state" where isOAuth: .visible
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
