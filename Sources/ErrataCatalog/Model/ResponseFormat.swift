/// How a surface's errors come over the wire.
public struct ResponseFormat: Sendable {
  /// What carries the fields.
  public enum Carrier: String, Sendable, CaseIterable {
    /// The members of a JSON object in the body.
    case json
    /// The parameters of a redirect.
    case query
  }

  /// What carries the fields.
  public let carrier: Carrier
  /// In the order of the catalogue; exactly one has the role `code`.
  public let fields: [ResponseField]

  let origin: Origin

  /// The field with `role`, or nil where the response has none.
  public func field(_ role: ResponseField.Role) -> ResponseField? {
    fields.first { $0.role == role }
  }
}

/// One member or parameter of an error response.
public struct ResponseField: Sendable {
  /// What a field is for.
  public enum Role: String, Sendable, CaseIterable {
    /// Which error it is.
    case code
    /// The error in words.
    case description
    /// What names this one occurrence, for support.
    case reference
    /// Where to read more.
    case uri
    /// What the client sent along, to know its request by.
    case state
  }

  /// What it is for.
  public let role: Role
  /// The name on the wire.
  public let name: String
  /// Whether every answer has it.
  public let isRequired: Bool
  /// A regular expression that the value must match somewhere.
  public let pattern: String?
  /// In Unicode scalars.
  public let maxLength: Int?
  /// A value that it may have.
  public let example: String?

  let origin: Origin
}
