/// The redirect of a query surface.
extension ResponseChecker {
  /// How many names of parameters are remembered, to find those that come twice. A hostile redirect has millions.
  private static let nameLimit = 1_000

  mutating func checkRedirect(_ response: Response, surface index: Int) -> Verdict {
    var verdict = Verdict(surface: index)
    let surface = catalog.surfaces[index]
    guard let url = response.redirect ?? response.headers.location, !surface.fields.isEmpty else {
      verdict.outcome = .outside
      return verdict
    }
    let names = surface.fieldNames.map { Array($0.utf8) }
    setBody(url)
    let parameters = RedirectParameters(body, codeName: names[surface.codeField])
    /// By field: of doubled ones the first with a value.
    var values = [RedirectParameter?](repeating: nil, count: names.count)
    for parameter in parameters where !parameter.value.isEmpty {
      for field in names.indices where values[field] == nil && names[field] == parameter.name {
        values[field] = parameter
      }
    }
    if let code = values[surface.codeField] {
      checkCode(code, surface, &verdict)
    } else if !response.isKnownAsError {
      removeViolations()
      verdict.outcome = .success
      return verdict
    }
    checkForm(parameters)
    for field in surface.fields.indices { checkField(field, values[field], surface) }
    return verdict
  }

  private mutating func checkCode(
    _ parameter: RedirectParameter, _ surface: CompiledSurface, _ verdict: inout Verdict
  ) {
    let code = String(decoding: parameter.value, as: UTF8.self)
    verdict.codeText = .parameter(parameter.range)
    let index = surface.codeTable.index(of: parameter.value.span)
    if index < 0 {
      return report(.unknownCode(nearest: suggestions.nearest(to: code, on: surface)), by: parameter)
    }
    verdict.code = index
    if surface.codes[index].isRetired {
      report(.retiredCode, by: parameter)
    } else if surface.codes[index].isDeprecated {
      report(.deprecatedCode, by: parameter)
    }
  }

  /// How the parameters are written.
  private mutating func checkForm(_ parameters: RedirectParameters) {
    var isFirst = true
    var known: Set<[UInt8]> = []
    for parameter in parameters {
      let name = String(decoding: parameter.name, as: UTF8.self)
      if let stray = parameter.strayPercent { report(.malformedEscape(parameter: name), at: stray, length: 1) }
      if !parameter.isUTF8 { report(.notUTF8(.parameter(name)), by: parameter) }
      if known.contains(parameter.name) {
        report(.duplicateParameter(name), by: parameter)
      } else if known.count < Self.nameLimit {
        known.insert(parameter.name)
      }
      if isFirst, parameters.isInFragment {
        report(.fragmentResponse, at: parameter.range.lowerBound - 1, length: 1)
      }
      isFirst = false
    }
  }

  private mutating func checkField(_ index: Int, _ parameter: RedirectParameter?, _ surface: CompiledSurface) {
    let field = surface.fields[index]
    guard let parameter else {
      if field.isRequired {
        report(index == surface.codeField ? .missingCode(isEmpty: false) : .missingField(field: index))
      } else if field.role == .state {
        report(.missingState(field: index))
      }
      return
    }
    let value = String(decoding: parameter.value, as: UTF8.self)
    let length = value.unicodeScalars.count
    if length > field.maxLength { report(.tooLong(length, field: index), by: parameter) }
    if field.hasPattern, !patterns.matches(value, surface: surface, field: index) {
      report(.pattern(field: index), by: parameter)
    }
    if let scalar = field.allowed.firstForbiddenScalar(value) { report(.charset(scalar, field: index), by: parameter) }
  }

  private mutating func report(_ violation: Violation, by parameter: RedirectParameter) {
    report(violation, at: parameter.range.lowerBound, length: parameter.range.count)
  }
}
