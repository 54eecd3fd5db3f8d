/// Where the value of a field is in a response.
public struct FieldPlace: Sendable {
  /// The part of a response that has the value.
  public enum Location: Hashable, Sendable {
    /// A value in the body, from the error or, with `isFromBody`, from the root. In a redirect or a challenge, the pointer has
    /// one token: the name of the parameter.
    case member(JSONPointer, isFromBody: Bool)
    /// A header, by its name in lower case.
    case header(String)
  }

  /// The part of a response that has the value.
  public let location: Location
  /// The type on the wire. Headers and parameters are always text there, which is converted.
  public let type: FieldType
  /// What precedes the value on the wire, but isn't part of it.
  public let prefix: String?
  /// The value ends before the first occurrence of this text.
  public let until: String?
  /// The value begins after the first occurrence of this text.
  public let after: String?

  let origin: Origin

  /// The pointer to the member; nil for a header.
  public var pointer: JSONPointer? {
    if case .member(let pointer, _) = location { pointer } else { nil }
  }

  /// The name of the header in lower case; nil for a member.
  public var header: String? {
    if case .header(let name) = location { name } else { nil }
  }

  /// Whether the pointer starts at the root of the body, even if the errors are in a list.
  public var isFromBody: Bool {
    if case .member(_, let isFromBody) = location { isFromBody } else { false }
  }

  /// The place in a few words: the member's name, the pointer, or the header's name.
  public var description: String {
    switch location {
    case .header(let name): name
    case .member(let pointer, _) where pointer.tokens.count == 1: pointer.tokens[0]
    case .member(let pointer, _): pointer.description
    }
  }
}

/// The type of a field's value.
public enum FieldType: String, Sendable, CaseIterable {
  /// A string.
  case text
  /// A number whose value is an integer from −(2^53−1) to 2^53−1 (RFC 7493, section 2.2).
  case integer
  /// A number.
  case number
  /// `true` or `false`.
  case boolean
  /// Any JSON value, which is kept as it is.
  case json
}
