/// A response with what is known about its request, read from any kind of input.
struct Response {
  /// The index of its surface; nil to find the surface by the path of the request.
  var surface: Int?
  var request = RecordedRequest()
  /// nil if unknown.
  var status: Int?
  var headers = ResponseHeaders()
  /// Empty if the response has none.
  var body = SourceText()
  /// The URL of a redirect.
  var redirect: SourceText?
  /// Whether the input says that there was no response.
  var isMissing = false
  /// Whether to treat the response as an error regardless of its status. Successes in exchanges and recordings are not checked.
  var isKnownError = true

  /// Whether the user agent is sent elsewhere.
  var isRedirect: Bool {
    redirect != nil || (headers.location != nil && (status.map { (300..<400).contains($0) } ?? true))
  }

  /// Whether HTTP requires the response to have no body (RFC 9110, sections 9.3.2, 15.3.5 and 15.4.5).
  var mustHaveNoBody: Bool { request.isHEAD || status == 204 || status == 304 }
}

extension Response {
  /// The response of `exchange`; nil if it names a surface that is not in the catalogue.
  init?(_ exchange: Exchange, of catalog: CompiledCatalog) {
    if let key = exchange.surface {
      guard let surface = catalog.surface(key) else { return nil }
      self.surface = surface
    }
    request = RecordedRequest(
      method: exchange.method.map { Bytes($0) }, path: exchange.path.map { Bytes($0) },
      time: exchange.time.map { Bytes($0) }, id: exchange.requestID.map { Bytes($0) })
    status = exchange.status
    headers.areKnown = exchange.headers != nil
    // Sorted, so that the choice between two spellings of a name is deterministic.
    for (name, value) in (exchange.headers ?? [:]).sorted(by: { $0.key < $1.key }) {
      if let name = ResponseHeaders.Name(Array(name.utf8).span, catalog.headerPlaces) {
        headers.add(name, SourceText(bytes: Bytes(value)))
      }
    }
    body = SourceText(bytes: Bytes(exchange.body))
    request.id = request.id ?? headers.requestID
    redirect = exchange.redirect.map { SourceText(bytes: Bytes($0)) }
  }
}
