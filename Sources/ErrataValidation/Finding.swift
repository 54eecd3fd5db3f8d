import ErrataDiagnostics

/// One thing that is wrong with an answer.
public struct Finding: Hashable, Sendable {
  /// What the answer was held to.
  public let rule: FindingRule
  /// How much it weighs; what `strict` decides is decided.
  public let severity: Severity
  /// What is wrong, in one clause.
  public let message: String
  /// The key of the surface whose error it is.
  public let surface: String?
  /// The code that the answer names, known or not.
  public let code: String?
  /// The HTTP status, where it is known.
  public let status: Int?
  /// In the body, or in the URL of a redirect; lines end with LF, columns are Unicode scalars.
  public let position: SourcePosition
  /// A JSON pointer (RFC 6901) into the body: empty for the body itself, nil for what is not in it, such as a header. On a
  /// redirect it names the parameter.
  public let pointer: String?
}
