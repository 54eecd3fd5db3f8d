import ErrataDiagnostics

/// One thing that is wrong with a response.
public struct Finding: Hashable, Sendable {
  /// The rule that the response breaks.
  public let rule: FindingRule
  /// With what `strict` decides.
  public let severity: Severity
  /// What is wrong, in one clause.
  public let message: String
  /// The key of the surface whose error it is.
  public let surface: String?
  /// The code that the response names, known or not.
  public let code: String?
  /// The HTTP status, where it is known.
  public let status: Int?
  /// In the body, or in the URL of a redirect; lines end with LF, columns are Unicode scalars.
  public let position: SourcePosition
  /// A JSON pointer (RFC 6901) into the body: empty for the body itself, nil for what is not in it, such as a header. On a
  /// redirect it names the parameter.
  public let pointer: String?
}
