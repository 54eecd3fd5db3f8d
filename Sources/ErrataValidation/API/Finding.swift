import ErrataDiagnostics

/// A problem found in a response.
public struct Finding: Hashable, Sendable {
  /// The rule that the response violates.
  public let rule: FindingRule
  /// The severity; it depends on `Validator.rules`, and for some rules on `Validator.strict`.
  public let severity: Severity
  /// What is wrong, in one clause.
  public let message: String
  /// The key of the surface that the response belongs to.
  public let surface: String?
  /// The error code in the response, whether the catalogue has it or not.
  public let code: String?
  /// The HTTP status, if known.
  public let status: Int?
  /// The method of the request, if known.
  public let method: String?
  /// The path of the request without the query, if known.
  public let path: String?
  /// When the request was made, as it was recorded, if known.
  public let time: String?
  /// The identifier of the request, if known.
  public let requestID: String?
  /// The position in the body, or in the URL of a redirect. Lines end with LF; columns count Unicode scalars.
  public let position: SourcePosition
  /// A JSON pointer (RFC 6901) into the body: empty for the whole body, nil for a problem outside it, such as in a header. For
  /// a redirect it names the parameter.
  public let pointer: String?
}
