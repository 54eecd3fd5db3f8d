import ErrataCatalog

/// Checks codes against the status and the endpoint of their response.
extension ResponseChecker {
  /// Checks a code against the status of its response.
  @inline(__always)
  mutating func checkStatus(_ status: Int, _ code: NamedCode, _ surface: CompiledSurface) {
    if let index = code.index, !surface.codes[index].statuses.isEmpty {
      if surface.allows(status, code: index) { return }
      reportCode(
        isSuccess(status) ? .successWithError(code, found: status) : .statusMismatch(code, found: status), code)
    } else if isSuccess(status), !surface.hasSuccessfulErrors {
      reportCode(.successWithError(code, found: status), code)
    }
  }

  /// Checks a code against the endpoint of its response.
  @inline(__always)
  mutating func checkEndpoint(_ path: Bytes?, _ method: Bytes?, _ code: NamedCode, _ surface: CompiledSurface) {
    if let index = code.index, surface.codes[index].isLimitedToEndpoints, let path,
      !surface.codeEndpoints[index].contains(where: { $0.matches(path, method) })
    {
      reportWrongEndpoint(path, method, code, surface.codeEndpoints[index])
    }
  }

  @inline(never)
  private mutating func reportWrongEndpoint(
    _ path: Bytes, _ method: Bytes?, _ code: NamedCode, _ endpoints: [Endpoint]
  ) {
    let isMethodWrong = endpoints.contains { $0.matches(path, nil) }
    reportCode(.wrongEndpoint(code, .init(path: path, method: isMethodWrong ? method : nil)), code)
  }

  /// Checks the code of an item against the item's own status. The status of the response is that of the only item, and otherwise
  /// only tells whether the response is a success.
  mutating func checkStatus(
    of error: ErrorPart, _ code: NamedCode, _ response: Response, _ surface: CompiledSurface, isOnly: Bool,
    isNamed: Bool
  ) {
    let own = surface.statusField == nil ? nil : status(of: error, response, surface)
    if let own, own.site.item != nil { checkStatus(own.status, code, surface) }
    guard let status = response.status else { return }
    if isOnly ? own == nil || isSuccess(status) : isNamed && isSuccess(status) { checkStatus(status, code, surface) }
  }

  /// The status in the body of an error.
  func status(
    of error: ErrorPart, _ response: Response, _ surface: CompiledSurface
  ) -> (status: Int, site: FieldSite, range: Range<Int>)? {
    guard let index = surface.statusField else { return nil }
    let body = body
    for place in surface.fields[index].places {
      let found = value(at: place, of: surface.fields[index], response, surface)
      if let status = found.value.integer(body.slice.span) {
        return (status, site(place, error, surface), found.range)
      }
    }
    return nil
  }

  /// Compares the status in the body of an error with that of the response.
  mutating func checkStatusCopy(of error: ErrorPart, _ response: Response, _ surface: CompiledSurface) {
    guard let status = response.status, let copy = self.status(of: error, response, surface), copy.status != status
    else { return }
    report(.statusCopyMismatch(copy.status, copy.site), at: copy.range.lowerBound, length: copy.range.count)
  }
}
