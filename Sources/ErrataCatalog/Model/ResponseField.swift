/// A value in an error response: a field with a role, or a detail.
public struct ResponseField: Sendable {
  /// The purpose of a field.
  public enum Role: String, Sendable, CaseIterable {
    /// Identifies the error.
    case code
    /// Names the error; the same for each occurrence.
    case title
    /// Describes this occurrence of the error.
    case description
    /// Identifies this occurrence, for support.
    case reference
    /// Links to more information.
    case uri
    /// Repeats the value that the client sent to identify its request.
    case state
    /// The part of the request that caused the error.
    case target
    /// Repeats the HTTP status.
    case status
    /// The number of seconds after which to send the request again.
    case retryAfter = "retry_after"
  }

  /// The name of the role, or the detail's own key; both in `snake_case`.
  public let key: String
  /// Its purpose; nil for a detail.
  public let role: Role?
  /// Where the value can be; the first place that has a value counts. Never empty.
  public let places: [FieldPlace]
  /// Whether every response has it.
  public let isRequired: Bool
  /// A regular expression that the value must match somewhere.
  public let pattern: String?
  /// The maximum length in Unicode scalars.
  public let maxLength: Int?
  /// An example value.
  public let example: String?

  let origin: Origin

  /// The first place.
  public var place: FieldPlace { places[0] }

  /// The name on the wire: of the member, of the parameter, or of the header; the pointer if the first place has one.
  public var name: String { place.description }

  /// The type that readers give the value. A role has the same type in every API, however the value is sent, except for a code,
  /// which is an integer if it is one in each of its places.
  public var valueType: FieldType {
    switch role {
    case .code: places.allSatisfy { $0.type == .integer } ? .integer : .text
    case .title, .description, .reference, .uri, .state, .target: .text
    case .status: .integer
    case .retryAfter: .number
    case nil: place.type
    }
  }
}

extension ResponseField.Role {
  /// The type on the wire unless the catalogue says otherwise.
  package var defaultType: FieldType {
    switch self {
    case .code, .title, .description, .reference, .uri, .state, .target: .text
    case .status: .integer
    case .retryAfter: .number
    }
  }

  /// The types that readers can convert to the role's own.
  package var possibleTypes: [FieldType] {
    switch self {
    case .code, .title, .description, .reference, .uri, .state, .target, .status: [.text, .integer]
    case .retryAfter: [.number, .integer, .text]
    }
  }
}
