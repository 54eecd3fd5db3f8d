/// A group of errors that are handled in the same way.
public struct Category: Sendable {
  /// The key, in `snake_case`.
  public let key: String
  /// The title in the documentation.
  public let title: String
  /// What a program can do about its errors; nil if unspecified.
  public let recovery: Recovery?
  /// What to do about its errors, in prose.
  public let guidance: String?

  let origin: Origin
}
