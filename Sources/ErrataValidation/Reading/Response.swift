/// A response of an API with what is known of its request, from whatever input it came.
struct Response {
  /// The index of its surface; nil where the path says it.
  var surface: Int?
  /// Whether the request was one of HEAD: then no response to it has a body (RFC 9110, section 9.3.2).
  var isToHEAD = false
  /// The path or the URL of the request; nil where it is not known.
  var path: Bytes?
  /// nil where it is not known.
  var status: Int?
  var headers = ResponseHeaders()
  /// Empty where there is none.
  var body = SourceText()
  /// The URL of a redirect.
  var redirect: SourceText?
  /// Whether it is an error whatever its status says. Of a recording, only what is an error is checked.
  var isKnownAsError = true

  /// Whether HTTP allows the response no body (RFC 9110, sections 9.3.2, 15.3.5 and 15.4.5).
  var canHaveNoBody: Bool { isToHEAD || status == 204 || status == 304 }
}

extension Response {
  /// The response of `exchange`; nil where it names a surface that the catalogue does not have.
  init?(_ exchange: Exchange, of catalog: CompiledCatalog) {
    if let key = exchange.surface {
      guard let surface = catalog.surface(key) else { return nil }
      self.surface = surface
    }
    isToHEAD = exchange.method == "HEAD"
    path = exchange.path.map { Bytes($0) }
    status = exchange.status
    headers.areKnown = exchange.headers != nil
    // In an order of their own, so that of two spellings of one name always the same one counts.
    for (name, value) in (exchange.headers ?? [:]).sorted(by: { $0.key < $1.key }) {
      if let name = ResponseHeaders.Name(Array(name.utf8).span) {
        headers.add(name, SourceText(bytes: Bytes(value)))
      }
    }
    body = SourceText(bytes: Bytes(exchange.body))
    redirect = exchange.redirect.map { SourceText(bytes: Bytes($0)) }
  }
}
