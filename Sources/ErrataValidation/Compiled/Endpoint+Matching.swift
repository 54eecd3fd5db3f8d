import ErrataCatalog

extension Endpoint {
  /// Whether a request is for the endpoint.
  /// - Parameters:
  ///   - path: the result of `CompiledCatalog.endpointPath(of:)`.
  ///   - method: nil if unknown, in which case it could be any.
  func matches(_ path: Bytes, _ method: Bytes?) -> Bool {
    allows(method) && self.path.covers(path.slice.span)
  }

  /// Whether requests with `other` can be for the endpoint. A server that answers `GET` answers `HEAD` in the same way (RFC 9110,
  /// section 9.3.2).
  private func allows(_ other: Bytes?) -> Bool {
    guard let method, let other else { return true }
    return other.slice.elementsEqual(method.utf8) || (method == "GET" && other.slice.elementsEqual("HEAD".utf8))
  }
}
