/// Checks redirects of query surfaces.
extension ResponseChecker {
  /// The maximum number of parameter names that are recorded to find duplicates. A malicious redirect can have millions.
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
    /// By field: of duplicate parameters, the first with a value.
    var values = [RedirectParameter?](repeating: nil, count: names.count)
    for parameter in parameters where !parameter.value.isEmpty {
      for field in names.indices where values[field] == nil && names[field] == parameter.name {
        values[field] = parameter
      }
    }
    if let code = values[surface.codeField] {
      checkCode(code, surface, &verdict)
    } else if !response.isKnownError {
      removeViolations()
      verdict.outcome = .success
      return verdict
    }
    checkSyntax(parameters)
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
      return report(.unknownCode(nearest: suggestions.nearest(to: code, on: surface)), in: parameter)
    }
    verdict.code = index
    if surface.codes[index].isRetired {
      report(.retiredCode, in: parameter)
    } else if surface.codes[index].isDeprecated {
      report(.deprecatedCode, in: parameter)
    }
  }

  /// Checks how the parameters are written.
  private mutating func checkSyntax(_ parameters: RedirectParameters) {
    var isFirst = true
    var seen: Set<[UInt8]> = []
    for parameter in parameters {
      let name = String(decoding: parameter.name, as: UTF8.self)
      if let offset = parameter.invalidPercent { report(.malformedEscape(parameter: name), at: offset, length: 1) }
      if !parameter.isUTF8 { report(.notUTF8(.parameter(name)), in: parameter) }
      if seen.contains(parameter.name) {
        report(.duplicateParameter(name), in: parameter)
      } else if seen.count < Self.nameLimit {
        seen.insert(parameter.name)
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
    if length > field.maxLength { report(.tooLong(length, field: index), in: parameter) }
    if field.hasPattern, !patterns.matches(value, surface: surface, field: index) {
      report(.pattern(field: index), in: parameter)
    }
    if let scalar = field.allowed.firstForbiddenScalar(value) { report(.charset(scalar, field: index), in: parameter) }
  }

  private mutating func report(_ violation: Violation, in parameter: RedirectParameter) {
    report(violation, at: parameter.range.lowerBound, length: parameter.range.count)
  }
}
