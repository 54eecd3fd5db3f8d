/// A response of an API, with what is known about its request.
public struct Exchange: Sendable {
  /// The key of the surface; nil to find the surface by `path`.
  public var surface: String?
  /// The method of the request, such as `GET`; nil if unknown. A response to `HEAD` needs no body.
  public var method: String?
  /// The path or the URL of the request. The query is ignored.
  public var path: String?
  /// When the request was made, in any notation; only shown in findings.
  public var time: String?
  /// The identifier of the request; only shown in findings.
  public var requestID: String?
  /// The HTTP status.
  public var status: Int?
  /// The headers, with names in any case; nil if unknown.
  public var headers: [String: String]?
  /// The body, exactly as received.
  public var body: [UInt8]
  /// The URL of a redirect.
  public var redirect: String?

  /// A response with a body.
  /// - Parameters:
  ///   - surface: the key of the surface; nil to find it by `path`.
  ///   - method: the method of the request, if known.
  ///   - path: the path or the URL of the request. The query and the fragment are ignored.
  ///   - status: the HTTP status, if known.
  ///   - headers: the headers, with names in any case; nil if unknown, in which case they are not checked.
  ///   - time: when the request was made, in any notation.
  ///   - requestID: the identifier of the request.
  ///   - body: the body, exactly as received.
  public init(
    surface: String? = nil, method: String? = nil, path: String? = nil, status: Int? = nil,
    headers: [String: String]? = nil, time: String? = nil, requestID: String? = nil, body: some Sequence<UInt8>
  ) {
    self.surface = surface
    self.method = method
    self.path = path
    self.status = status
    self.headers = headers
    self.time = time
    self.requestID = requestID
    self.body = Array(body)
  }

  /// A redirect.
  /// - Parameters:
  ///   - surface: the key of the surface; nil to use the catalogue's first redirect surface.
  ///   - redirect: the URL that the user agent is sent to.
  public init(surface: String? = nil, redirect: String) {
    self.surface = surface
    self.redirect = redirect
    body = []
  }
}
