/// What is found in one exchange, with the surface and the code that the response turned out to have.
struct ExchangeResult {
  let findings: [Finding]
  let surface: String?
  let code: String?
}

extension Validator {
  /// Checks `exchange`.
  /// - Parameter isKnownAsError: whether it is an error whatever its status says.
  func check(_ exchange: Exchange, isKnownAsError: Bool = true) -> ExchangeResult {
    var checker = ResponseChecker(compiled)
    var finding = FindingBuffer(strict: strict, needsEnd: false)
    var response = Response(exchange, of: compiled)
    response?.isKnownAsError = isKnownAsError
    guard let response, let verdict = checker.check(response) else {
      finding.set(.broken("no surface of the catalogue has this path or key"), at: 0, of: InputPart())
      return ExchangeResult(findings: [Finding(finding)], surface: nil, code: nil)
    }
    let checked = CheckedResponse(checker, verdict, status: response.status)
    finding.begin(checked)
    var locator = SourceLocator((1, 1), .direct(0))
    var findings: [Finding] = []
    for violation in checker.violations {
      finding.set(violation, of: checked, &locator, in: checked.body.slice.span)
      findings.append(Finding(finding))
    }
    return ExchangeResult(findings: findings, surface: checked.surface.key, code: checked.code?.text)
  }
}
