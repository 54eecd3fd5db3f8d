/// A set of endpoints that report errors in one way.
public struct Surface: Sendable {
  /// `snake_case`.
  public let key: String
  /// Its name for people.
  public let title: String
  /// The prefix of the generated types, UpperCamelCase.
  public let typePrefix: String
  /// Paths with `*` for any one segment or, at the end, for the rest.
  public let endpoints: [EndpointPattern]
  /// How its errors come over the wire.
  public let response: ResponseFormat
  /// In the order of the catalogue.
  public let errors: [ErrorEntry]
  /// Codes that are gone, in the order of the catalogue.
  public let retired: [RetiredCode]

  let origin: Origin

  /// The key as file names have it: `-` for `_`.
  public var fileName: String {
    String(key.map { $0 == "_" ? "-" : $0 })
  }

  /// The anchor of `code` in all documentation.
  public func anchor(for code: String) -> String {
    key + "-" + code
  }
}
