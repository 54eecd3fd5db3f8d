import ErrataCatalog

/// The redirect of a query surface.
extension Judge {
  /// How many names of parameters are remembered, to find those that come twice. A hostile redirect has millions.
  private static let nameLimit = 1_000

  mutating func judgeRedirect(_ answer: Answer) -> Verdict {
    var verdict = Verdict(surface: answer.surface)
    let surface = catalog.surfaces[answer.surface]
    guard let url = answer.redirect ?? answer.headers?.location, !surface.fields.isEmpty else {
      verdict.outcome = .outside
      return verdict
    }
    let body = take(url)
    let names = surface.fieldNames.map { Array($0.utf8) }
    let parameters = RedirectParameters(Array(body.slice), codeName: names[surface.codeField])
    /// By field: of doubled ones the first with a value.
    var values = [RedirectParameter?](repeating: nil, count: names.count)
    for parameter in parameters where !parameter.value.isEmpty {
      for field in names.indices where values[field] == nil && names[field] == parameter.name {
        values[field] = parameter
      }
    }
    if let code = values[surface.codeField] {
      judgeCode(code, surface, &verdict)
    } else if !answer.isKnownAsError {
      forgetProblems()
      verdict.outcome = .success
      return verdict
    }
    judgeForm(parameters)
    for index in surface.fields.indices { judgeField(index, values[index], surface) }
    return verdict
  }

  private mutating func judgeCode(
    _ code: RedirectParameter, _ surface: CompiledSurface, _ verdict: inout Verdict
  ) {
    redirectCode = String(decoding: code.value, as: UTF8.self)
    verdict.namesCode = true
    let index = surface.codeTable.index(of: code.value.span)
    verdict.code = index < 0 ? nil : index
    if index < 0 {
      reportParameter(.unknownCode, code)
    } else if surface.codes[index].isRetired {
      reportParameter(.retiredCode, code)
    } else if surface.codes[index].isDeprecated {
      reportParameter(.deprecatedCode, code)
    }
  }

  /// What is wrong with how the parameters are written.
  private mutating func judgeForm(_ parameters: RedirectParameters) {
    var isFirst = true
    var known: Set<[UInt8]> = []
    for parameter in parameters {
      if let stray = parameter.strayPercent {
        let name = String(decoding: parameter.name, as: UTF8.self)
        report(.malformedEscape, .parameter(name), at: stray, length: 1, .text(name))
      }
      if !parameter.isUTF8 { reportParameter(.notUTF8, parameter) }
      if known.contains(parameter.name) {
        reportParameter(.duplicateParameter, parameter)
      } else if known.count < Self.nameLimit {
        known.insert(parameter.name)
      }
      if isFirst, parameters.isInFragment {
        report(.fragmentResponse, .body, at: parameter.range.lowerBound - 1, length: 1)
      }
      isFirst = false
    }
  }

  private mutating func judgeField(_ index: Int, _ parameter: RedirectParameter?, _ surface: CompiledSurface) {
    let field = surface.fields[index]
    guard let parameter else {
      let rule: FindingRule =
        index == surface.codeField ? .missingCode : field.isRequired ? .missingField : .missingState
      if field.isRequired || field.role == .state { report(rule, .body, .field(index)) }
      return
    }
    let value = String(decoding: parameter.value, as: UTF8.self)
    let length = value.unicodeScalars.count
    if length > field.maxLength { reportParameter(.tooLong, parameter, .length(length, field: index)) }
    if field.hasPattern, !patterns.matches(value, surface: surface, field: index) {
      reportParameter(.pattern, parameter, .field(index))
    }
    let bytes = Array(value.utf8)
    if let fault = field.charset.firstFault(bytes.span) {
      let scalar = String(decoding: bytes[fault...].prefix(4), as: UTF8.self).unicodeScalars.first!
      reportParameter(.charset, parameter, .text(characterName(scalar)))
    }
  }

  private mutating func reportParameter(
    _ rule: FindingRule, _ parameter: RedirectParameter, _ detail: Problem.Detail? = nil
  ) {
    let name = String(decoding: parameter.name, as: UTF8.self)
    report(
      rule, .parameter(name), at: parameter.range.lowerBound, length: parameter.range.count, detail ?? .text(name))
  }
}
