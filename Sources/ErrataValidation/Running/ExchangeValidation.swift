/// The findings in an exchange, with the surface and the code of its response.
struct ExchangeResult {
  let findings: [Finding]
  let surface: String?
  let code: String?
}

extension Validator {
  /// Checks `exchange`.
  /// - Parameter isKnownError: whether to treat the response as an error regardless of its status.
  func check(_ exchange: Exchange, isKnownError: Bool = true) -> ExchangeResult {
    var checker = ResponseChecker(compiled, now: now)
    var finding = FindingBuffer(needsEnd: false)
    var response = Response(exchange, of: compiled)
    response?.isKnownError = isKnownError
    guard let response, let verdict = checker.check(response) else {
      finding.set(.broken("no surface with this path or key"), .error, at: 0, of: InputPart())
      return ExchangeResult(findings: [Finding(finding)], surface: nil, code: nil)
    }
    let checked = CheckedResponse(checker, verdict, of: response)
    finding.begin(checked)
    var locator = SourceLocator((1, 1), .direct(0))
    var findings: [Finding] = []
    for violation in checker.violations {
      let rule = violation.violation.rule
      guard let severity = rules.severity(of: rule, status: response.status, strict: strict) else { continue }
      finding.set(violation, severity, of: checked, &locator, in: checked.body.slice.span)
      findings.append(Finding(finding))
    }
    return ExchangeResult(findings: findings, surface: checked.surface.key, code: checked.code?.text)
  }
}
