/// One error of a surface.
public struct ErrorEntry: Sendable {
  /// The code as on the wire.
  public let code: String
  /// HTTP statuses, the usual one first; none on a redirect or where the source is silent.
  public let statuses: [Int]
  /// The key of its category.
  public let category: String?
  /// What the API says of it.
  public let description: String
  /// What to do, instead of the category's guidance.
  public let guidance: String?
  /// What a program can do, instead of the category's recovery.
  public let recovery: Recovery?
  /// The words of the identifier, where the code makes none or an ugly one.
  public let name: String?
  /// The endpoints that it is limited to; none for all of the surface's.
  public let endpoints: [EndpointPattern]
  /// The version of the catalogue that brought it.
  public let since: SemanticVersion?
  /// Since when it should not be used any more, where that is so.
  public let deprecated: Deprecation?

  let origin: Origin
}

/// Since when, and what instead.
public struct Deprecation: Sendable {
  /// The version of the catalogue.
  public let since: SemanticVersion
  /// The code of the same surface to use instead.
  public let replacement: String?
  /// Why, for people.
  public let note: String?
}

/// A code that is gone and must never come back with another meaning.
public struct RetiredCode: Sendable {
  /// The code as it was on the wire.
  public let code: String
  /// The version of the catalogue.
  public let since: SemanticVersion
  /// The code of the same surface that took its place.
  public let replacement: String?
  /// Why, for people.
  public let note: String?

  let origin: Origin
}
