/// A group of errors that are handled alike.
public struct Category: Sendable {
  /// `snake_case`.
  public let key: String
  /// Its name for people.
  public let title: String
  /// What a program can do about its errors; nil where the catalogue is silent.
  public let recovery: Recovery?
  /// What to do, for people.
  public let guidance: String?

  let origin: Origin
}
