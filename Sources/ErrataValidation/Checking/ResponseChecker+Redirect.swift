/// Checks redirects of query surfaces.
extension ResponseChecker {
  /// The maximum number of parameter names that are recorded to find duplicates. A malicious redirect can have millions.
  private static let nameLimit = 1_000

  mutating func checkRedirect(_ response: Response, surface index: Int) -> Verdict {
    var verdict = Verdict(surface: index)
    let surface = catalog.surfaces[index]
    guard let url = response.redirect ?? response.headers.location, !surface.fields.isEmpty else {
      let isSuccess = !response.isKnownError && (response.status.map { $0 < 400 } ?? false)
      verdict.outcome = isSuccess ? .success : .notRedirect
      return verdict
    }
    setBody(url)
    let redirect = RedirectParameters(body, codeNames: surface.codeParameters)
    setParameters(of: surface) { name in
      redirect.first { $0.name == name }.map { ParameterValue(value: $0.value, range: $0.range) }
    }
    verdict.code = namedCode(response, surface, item: nil)
    if let code = verdict.code {
      checkCode(code, surface)
    } else if !response.isKnownError {
      removeViolations()
      verdict.outcome = .success
      return verdict
    }
    checkSyntax(redirect)
    checkFields(of: .body, response, surface)
    checkState(surface)
    return verdict
  }

  /// Checks how the parameters are written.
  private mutating func checkSyntax(_ parameters: RedirectParameters) {
    var isFirst = true
    var seen: Set<[UInt8]> = []
    for parameter in parameters {
      let name = String(decoding: parameter.name, as: UTF8.self)
      if let offset = parameter.invalidPercent { report(.malformedEscape(parameter: name), at: offset, length: 1) }
      if !parameter.isUTF8 { report(.notUTF8(.parameter(name)), in: parameter.range) }
      if seen.contains(parameter.name) {
        report(.duplicateParameter(name), in: parameter.range)
      } else if seen.count < Self.nameLimit {
        seen.insert(parameter.name)
      }
      if isFirst, parameters.isInFragment {
        report(.fragmentResponse, at: parameter.range.lowerBound - 1, length: 1)
      }
      isFirst = false
    }
  }

  /// Reports a state that is missing or empty, although the client need not have sent one.
  private mutating func checkState(_ surface: CompiledSurface) {
    for index in surface.fields.indices where surface.fields[index].role == .state {
      let field = surface.fields[index]
      let isSent = field.places.contains { parameters[$0]?.value.isEmpty == false }
      if !field.isRequired, !isSent { report(.missingState(field: index)) }
    }
  }
}
