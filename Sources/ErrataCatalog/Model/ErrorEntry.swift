/// One error of a surface.
///
/// The fields are stored in an immutable class instance, since checks and outputs iterate over thousands of entries and copying
/// a dozen fields at each step is measurably slower.
public struct ErrorEntry: Sendable {
  private let fields: Fields

  /// The code that the API sends.
  public var code: String { fields.code }
  /// The HTTP statuses, the most common one first; empty for a redirect or if unknown.
  public var statuses: [Int] { fields.statuses }
  /// The key of its category.
  public var category: String? { fields.category }
  /// The description that the API sends.
  public var description: String { fields.description }
  /// Why it may happen, in prose; empty if unspecified.
  public var causes: [String] { fields.causes }
  /// What to do, in prose; overrides the category's guidance.
  public var guidance: String? { fields.guidance }
  /// What a program can do; overrides the category's recovery.
  public var recovery: Recovery? { fields.recovery }
  /// The words of the identifier, if it isn't derived from the code.
  public var name: String? { fields.name }
  /// The endpoints that it is limited to; empty if it can occur at all endpoints of the surface.
  public var endpoints: [Endpoint] { fields.endpoints }
  /// The version of the catalogue that added it.
  public var since: SemanticVersion? { fields.since }
  /// The deprecation, if it is deprecated.
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
    let causes: [String]
    let guidance: String?
    let recovery: Recovery?
    let name: String?
    let endpoints: [Endpoint]
    let since: SemanticVersion?
    let deprecated: Deprecation?
    let origin: Origin

    init(
      code: String, statuses: [Int], category: String?, description: String, causes: [String], guidance: String?,
      recovery: Recovery?, name: String?, endpoints: [Endpoint], since: SemanticVersion?, deprecated: Deprecation?,
      origin: Origin
    ) {
      self.code = code
      self.statuses = statuses
      self.category = category
      self.description = description
      self.causes = causes
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

/// Since when a code is deprecated or retired, and what to use instead.
public struct Deprecation: Sendable {
  /// The version of the catalogue since which this is so.
  public let since: SemanticVersion
  /// The code of the same surface to use instead.
  public let replacement: String?
  /// An explanation for readers of the documentation.
  public let note: String?
}

/// A code that is no longer in use and must never be reused with another meaning.
public struct RetiredCode: Sendable {
  /// The code that the API used to send.
  public let code: String
  /// The version of the catalogue since which this is so.
  public let since: SemanticVersion
  /// The code of the same surface to use instead.
  public let replacement: String?
  /// An explanation for readers of the documentation.
  public let note: String?

  let origin: Origin

  /// The same facts in the form of a deprecation.
  package var history: Deprecation { Deprecation(since: since, replacement: replacement, note: note) }
}
