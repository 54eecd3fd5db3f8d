/// Checks a code against the status and the endpoint of its response.
extension ResponseChecker {
  @inline(__always)
  mutating func checkStatus(_ response: Response, _ path: Bytes?, _ surface: CompiledSurface, _ verdict: Verdict) {
    guard case .token(let token) = verdict.codeText else { return }
    if let status = response.status {
      let isSuccess = status >= 200 && status < 300
      if let code = verdict.code, !surface.codes[code].statuses.isEmpty {
        if !surface.allows(status, code: code) { reportCode(isSuccess ? .successWithError : .statusMismatch, token) }
      } else if isSuccess {
        reportCode(.successWithError, token)
      }
    }
    if let code = verdict.code, surface.codes[code].isLimitedToEndpoints, let path,
      !surface.codeEndpoints[code].contains(where: { $0.covers(path.slice.span) })
    {
      reportCode(.wrongEndpoint(path: path), token)
    }
  }
}
