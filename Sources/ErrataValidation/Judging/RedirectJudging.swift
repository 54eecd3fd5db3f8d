import ErrataCatalog

/// The redirect of a query surface.
extension Judge {
  mutating func judgeRedirect(_ answer: Answer) -> Verdict {
    var verdict = Verdict(surface: answer.surface)
    let surface = catalog.surfaces[answer.surface]
    guard let url = answer.redirect ?? answer.headers?.location, !surface.fields.isEmpty else {
      verdict.outcome = .outside
      return verdict
    }
    take(url)
    let redirect = RedirectParameters(body, codeName: surface.fieldNames[surface.codeField])
    if let code = redirect.value(surface.fieldNames[surface.codeField]) {
      judgeCode(code, surface, &verdict)
    } else if !answer.isKnownAsError {
      if !problems.isEmpty { problems.removeAll(keepingCapacity: true) }
      verdict.outcome = .success
      return verdict
    }
    judgeForm(redirect, surface)
    for index in surface.fields.indices { judgeField(index, redirect, surface) }
    return verdict
  }

  private mutating func judgeCode(
    _ code: RedirectParameters.Parameter, _ surface: CompiledSurface, _ verdict: inout Verdict
  ) {
    redirectCode = code.value
    verdict.namesCode = true
    let bytes = Array(code.value.utf8)
    let index = bytes.withUnsafeBufferPointer { surface.codeTable.index(of: $0.baseAddress!, count: $0.count) }
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
  private mutating func judgeForm(_ redirect: RedirectParameters, _ surface: CompiledSurface) {
    var names: Set<String> = []
    for parameter in redirect.parameters {
      if let stray = parameter.strayPercent {
        report(.malformedEscape, .parameter(parameter.name), at: stray, length: 1, .text(parameter.name))
      }
      if parameter.hasBadUTF8 { reportParameter(.notUTF8, parameter) }
      if !names.insert(parameter.name).inserted { reportParameter(.duplicateParameter, parameter) }
    }
    if redirect.isInFragment, let first = redirect.parameters.first {
      report(.fragmentResponse, .body, at: first.range.lowerBound - 1, length: 1)
    }
  }

  private mutating func judgeField(_ index: Int, _ redirect: RedirectParameters, _ surface: CompiledSurface) {
    let field = surface.fields[index]
    guard let parameter = redirect.value(surface.fieldNames[index]) else {
      let rule: FindingRule =
        index == surface.codeField ? .missingCode : field.isRequired ? .missingField : .missingState
      if field.isRequired || field.role == .state { report(rule, .body, .field(index)) }
      return
    }
    let length = parameter.value.unicodeScalars.count
    if length > field.maxLength { reportParameter(.tooLong, parameter, .length(length, field: index)) }
    if field.hasPattern, !patterns.matches(parameter.value, surface: surface, field: index) {
      reportParameter(.pattern, parameter, .field(index))
    }
    let bytes = Array(parameter.value.utf8)
    if let fault = bytes.withUnsafeBufferPointer({ field.charset.firstFault($0) }) {
      let scalar = String(decoding: bytes[fault...].prefix(4), as: UTF8.self).unicodeScalars.first!
      reportParameter(.charset, parameter, .text(characterName(scalar)))
    }
  }

  private mutating func reportParameter(
    _ rule: FindingRule, _ parameter: RedirectParameters.Parameter, _ detail: Problem.Detail? = nil
  ) {
    report(
      rule, .parameter(parameter.name), at: parameter.range.lowerBound, length: parameter.range.count,
      detail ?? .text(parameter.name))
  }
}
