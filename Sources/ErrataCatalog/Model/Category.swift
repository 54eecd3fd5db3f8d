/// A group of errors that are handled alike.
public struct Category: Sendable {
  /// `snake_case`.
  public let key: String
  public let title: String
  public let recovery: Recovery?
  /// What to do, for people.
  public let guidance: String?

  let origin: Origin
}
