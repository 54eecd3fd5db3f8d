/// A response of an API, with as much of its request as is known.
public struct Exchange: Sendable {
  /// The key of the surface; nil where the path says it.
  public var surface: String?
  /// The method of the request, as it is on the wire; nil where it is not known. A response to `HEAD` needs no body.
  public var method: String?
  /// The path of the request, or its URL. Its query does not count.
  public var path: String?
  /// The HTTP status.
  public var status: Int?
  /// Names in any case; nil where the headers are not known.
  public var headers: [String: String]?
  /// The body as it came.
  public var body: [UInt8]
  /// The URL of a redirect.
  public var redirect: String?

  /// A response with a body.
  /// - Parameters:
  ///   - surface: the key of the surface; not needed where `path` says it.
  ///   - method: the method of the request, where it is known.
  ///   - path: the path of the request, or its URL; what begins with `?` or `#` does not count.
  ///   - status: the HTTP status, where it is known.
  ///   - headers: names in any case; nil where they are not known, and then not checked.
  ///   - body: as it came.
  public init(
    surface: String? = nil, method: String? = nil, path: String? = nil, status: Int? = nil,
    headers: [String: String]? = nil, body: some Sequence<UInt8>
  ) {
    self.surface = surface
    self.method = method
    self.path = path
    self.status = status
    self.headers = headers
    self.body = Array(body)
  }

  /// A redirect.
  /// - Parameters:
  ///   - surface: the key of the surface; not needed where the catalogue has one surface of redirects.
  ///   - redirect: the URL that the user agent is sent to.
  public init(surface: String? = nil, redirect: String) {
    self.surface = surface
    self.redirect = redirect
    body = []
  }
}
