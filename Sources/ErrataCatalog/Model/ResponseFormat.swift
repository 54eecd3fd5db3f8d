/// How a surface's errors are sent.
public struct ResponseFormat: Sendable {
  /// The part of a response that contains the fields.
  public enum Carrier: String, Sendable, CaseIterable {
    /// The JSON in the body.
    case json
    /// Query parameters of a redirect.
    case query
    /// Parameters of a challenge in the header `WWW-Authenticate` (RFC 6750, section 3).
    case challenge
  }

  /// A protocol whose additional rules apply to the responses.
  public enum WireProtocol: String, Sendable, CaseIterable {
    /// OAuth 2.0 (RFC 6749).
    case oauth2
  }

  /// The list of errors in a body.
  public struct ErrorList: Sendable {
    /// Where the list is in the body.
    public let pointer: JSONPointer
    /// The members that an item must have to be an error.
    public let conditions: [MemberCondition]
  }

  /// The part of a response that contains the fields.
  public let carrier: Carrier
  /// The protocol whose rules apply, if any.
  public let wireProtocol: WireProtocol?
  /// The media type of the body; nil for any JSON media type.
  public let mediaType: String?
  /// The members that a body must have to be an error.
  public let conditions: [MemberCondition]
  /// The list whose items are the errors; nil if the body is the one error.
  public let list: ErrorList?
  /// The fields, in catalogue order; exactly one has the role `code`.
  public let fields: [ResponseField]
  /// The other members that clients use, in catalogue order.
  public let details: [ResponseField]

  let origin: Origin

  /// The field with `role`; nil if there is none.
  public func field(_ role: ResponseField.Role) -> ResponseField? {
    fields.first { $0.role == role }
  }

  /// The fields, then the details.
  package var allFields: [ResponseField] { fields + details }

  /// Whether the rules of OAuth 2.0 apply.
  public var usesOAuth: Bool { wireProtocol == .oauth2 }
}
