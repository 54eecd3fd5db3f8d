/// A path and, optionally, an HTTP method: `/info`, or `POST /orders/*`.
public struct Endpoint: Hashable, Sendable, CustomStringConvertible {
  /// The method, which is case-sensitive (RFC 9110, section 9.1); nil for any.
  public let method: String?
  /// The path, which may contain `*`.
  public let path: EndpointPattern

  /// The endpoint as written.
  public var description: String {
    method.map { "\($0) \(path)" } ?? path.description
  }

  /// - Parameters:
  ///   - method: the method in capitals; nil for any.
  ///   - path: the pattern of the path.
  public init(method: String? = nil, path: EndpointPattern) {
    self.method = method
    self.path = path
  }
}
