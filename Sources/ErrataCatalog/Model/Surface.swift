/// A set of endpoints that report errors in the same way.
public struct Surface: Sendable {
  /// The key, in `snake_case`.
  public let key: String
  /// The title in the documentation.
  public let title: String
  /// The prefix of the generated types, in UpperCamelCase.
  public let typePrefix: String
  /// The endpoints, in catalogue order.
  public let endpoints: [Endpoint]
  /// How its errors are sent.
  public let response: ResponseFormat
  /// What a program can do about a response without a known code, by status, in catalogue order.
  public let statuses: [StatusRecovery]
  /// The errors, in catalogue order.
  public let errors: [ErrorEntry]
  /// The retired codes, in catalogue order.
  public let retired: [RetiredCode]

  let origin: Origin

  /// The key in the form used for file names, with `-` instead of `_`.
  public var fileName: String {
    String(key.map { $0 == "_" ? "-" : $0 })
  }

  /// What a program can do about a response with `status` that has no code, or one that the catalogue doesn't know; nil if
  /// unspecified. An exact status takes precedence over its class.
  public func recovery(forStatus status: Int) -> Recovery? {
    statuses.filter { $0.statuses.contains(status) }.min { $0.statuses.count < $1.statuses.count }?.recovery
  }

  /// The anchor of `code` in the documentation.
  public func anchor(for code: String) -> String {
    key + "-" + code
  }
}
