/// What ties a code to the answer that it came in.
extension Judge {
  @inline(__always)
  mutating func judgeStatus(_ answer: Answer, _ surface: CompiledSurface, _ verdict: Verdict) {
    guard let token = verdict.codeToken else { return }
    if let status = answer.status {
      let isSuccess = status >= 200 && status < 300
      if let code = verdict.code, !surface.codes[code].statuses.isEmpty {
        if !surface.allows(status, code: code) {
          reportCode(isSuccess ? .successWithError : .statusMismatch, token, surface)
        }
      } else if isSuccess {
        reportCode(.successWithError, token, surface)
      }
    }
    if let code = verdict.code, surface.codes[code].isLimitedToEndpoints, let path = answer.path,
      !surface.codeEndpoints[code].contains(where: { $0.covers(path) })
    {
      reportCode(.wrongEndpoint, token, surface)
    }
  }

  private mutating func reportCode(_ rule: FindingRule, _ token: JSONToken, _ surface: CompiledSurface) {
    let isString = token.start > 0 && body[token.start - 1] == UInt8(ascii: "\"")
    report(
      rule, .field(surface.codeField), at: token.start - (isString ? 1 : 0), length: token.count + (isString ? 2 : 0))
  }
}
