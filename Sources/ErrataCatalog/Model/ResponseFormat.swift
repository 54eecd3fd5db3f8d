/// How a surface's errors are sent.
public struct ResponseFormat: Sendable {
  /// The part of a response that contains the fields.
  public enum Carrier: String, Sendable, CaseIterable {
    /// Members of the JSON object in the body.
    case json
    /// Query parameters of a redirect.
    case query
  }

  /// The part of a response that contains the fields.
  public let carrier: Carrier
  /// The fields, in catalogue order; exactly one has the role `code`.
  public let fields: [ResponseField]

  let origin: Origin

  /// The field with `role`; nil if there is none.
  public func field(_ role: ResponseField.Role) -> ResponseField? {
    fields.first { $0.role == role }
  }
}

/// A member or parameter of an error response.
public struct ResponseField: Sendable {
  /// The purpose of a field.
  public enum Role: String, Sendable, CaseIterable {
    /// Identifies the error.
    case code
    /// Describes the error.
    case description
    /// Identifies this occurrence, for support.
    case reference
    /// Links to more information.
    case uri
    /// Repeats the value that the client sent to identify its request.
    case state
  }

  /// Its purpose.
  public let role: Role
  /// The name on the wire.
  public let name: String
  /// Whether every response has it.
  public let isRequired: Bool
  /// A regular expression that the value must match somewhere.
  public let pattern: String?
  /// The maximum length in Unicode scalars.
  public let maxLength: Int?
  /// An example value.
  public let example: String?

  let origin: Origin
}
