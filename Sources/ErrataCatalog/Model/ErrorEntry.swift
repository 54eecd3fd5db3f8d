/// One error of a surface.
///
/// Its fields are kept behind one immutable reference: checks and outputs walk over thousands of entries, and copying a dozen
/// fields for each step would take a twentieth of their time.
public struct ErrorEntry: Sendable {
  private let fields: Fields

  /// The code as on the wire.
  public var code: String { fields.code }
  /// HTTP statuses, the usual one first; none on a redirect or where the source is silent.
  public var statuses: [Int] { fields.statuses }
  /// The key of its category.
  public var category: String? { fields.category }
  /// What the API says of it.
  public var description: String { fields.description }
  /// What to do, instead of the category's guidance.
  public var guidance: String? { fields.guidance }
  /// What a program can do, instead of the category's recovery.
  public var recovery: Recovery? { fields.recovery }
  /// The words of the identifier, where the code makes none or an ugly one.
  public var name: String? { fields.name }
  /// The endpoints that it is limited to; none for all of the surface's.
  public var endpoints: [EndpointPattern] { fields.endpoints }
  /// The version of the catalogue that brought it.
  public var since: SemanticVersion? { fields.since }
  /// Since when it should not be used any more, where that is so.
  public var deprecated: Deprecation? { fields.deprecated }

  var origin: Origin { fields.origin }

  init(_ fields: Fields) {
    self.fields = fields
  }

  final class Fields: Sendable {
    let code: String
    let statuses: [Int]
    let category: String?
    let description: String
    let guidance: String?
    let recovery: Recovery?
    let name: String?
    let endpoints: [EndpointPattern]
    let since: SemanticVersion?
    let deprecated: Deprecation?
    let origin: Origin

    init(
      code: String, statuses: [Int], category: String?, description: String, guidance: String?, recovery: Recovery?,
      name: String?, endpoints: [EndpointPattern], since: SemanticVersion?, deprecated: Deprecation?, origin: Origin
    ) {
      self.code = code
      self.statuses = statuses
      self.category = category
      self.description = description
      self.guidance = guidance
      self.recovery = recovery
      self.name = name
      self.endpoints = endpoints
      self.since = since
      self.deprecated = deprecated
      self.origin = origin
    }
  }
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

  /// Since when it is gone, what to use instead, and why.
  package var history: Deprecation { Deprecation(since: since, replacement: replacement, note: note) }
}
