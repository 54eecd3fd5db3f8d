/// The body of a JSON surface.
extension Judge {
  mutating func judgeBody(_ answer: Answer) -> Verdict {
    let body = take(answer.body ?? Bytes([]))
    members.read(body.slice.span)
    var verdict = Verdict(surface: answer.surface)
    if !answer.isKnownAsError, !isError(answer) {
      forgetProblems()
      verdict.outcome = .success
      return verdict
    }
    if case .object = members.shape {
      verdict.surface = surfaceOfError(expected: answer.surface)
      judgeMembers(answer, &verdict)
    } else {
      reportShape(answer)
    }
    if let offset = members.badUTF8 { report(.notUTF8, .body, at: offset, length: 1) }
    if let offset = members.tooDeep { report(.tooDeep, .body, at: offset, length: 1) }
    if let headers = answer.headers { judgeHeaders(headers, answer, verdict) }
    return verdict
  }

  /// Whether an answer of a recording is an error: by its status, or by naming one all the same.
  private func isError(_ answer: Answer) -> Bool {
    guard let status = answer.status, status < 400 else { return true }
    guard case .object = members.shape else { return false }
    let surface = catalog.surfaces[answer.surface]
    let code = members[surface.fields[surface.codeField].slot]
    return code.isPresent && code.kind == .string && code.token.count > 0
  }

  private mutating func reportShape(_ answer: Answer) {
    switch members.shape {
    case .object: break
    case .empty: if !answer.canHaveNoBody { report(.emptyBody, .body) }
    case .other(let kind): report(.notAnObject, .body, at: members.start, .kind(kind))
    case .trailing: report(.trailingContent, .body, at: members.stop, length: 1)
    case .faulty(.tooDeep): break  // The depth that a response may have is passed then, too.
    case .faulty(let fault):
      report(.notJSON, .body, at: members.stop, length: members.stop < body.count ? 1 : 0, .fault(fault))
    }
  }

  /// The surface that was expected, or another one where only that one's fields name a code. A surface whose code is optional
  /// has errors that name none.
  private mutating func surfaceOfError(expected: Int) -> Int {
    let surface = catalog.surfaces[expected]
    if namesCode(surface) || !surface.fields[surface.codeField].isRequired { return expected }
    var other = 0
    while other < catalog.surfaces.count, !namesCode(catalog.surfaces[other]) { other += 1 }
    guard other < catalog.surfaces.count else { return expected }
    report(.wrongSurface, .body, at: members.start, .surface(expected))
    return other
  }

  private func namesCode(_ surface: CompiledSurface) -> Bool {
    surface.carrier == .json && members[surface.fields[surface.codeField].slot].namesSomething
  }

  private mutating func judgeMembers(_ answer: Answer, _ verdict: inout Verdict) {
    let surface = catalog.surfaces[verdict.surface]
    for index in surface.fields.indices {
      let field = surface.fields[index]
      let member = members[field.slot]
      if !member.isPresent {
        reportMissing(index, surface)
      } else if member.kind == .string {
        judgeText(member.token, index, surface)
      }
    }
    judgeCode(surface, &verdict)
    judgeStatus(answer, surface, verdict)
    if !members.extraKeys.isEmpty || !members.repetitions.isEmpty || !members.wrongValues.isEmpty {
      judgeOddMembers(surface)
    }
    reportForeignFields(surface)
  }

  private mutating func reportMissing(_ index: Int, _ surface: CompiledSurface) {
    guard surface.fields[index].isRequired else { return }
    report(index == surface.codeField ? .missingCode : .missingField, .body, at: members.start, .field(index))
  }

  /// What is asked of a field that is text.
  @inline(__always)
  private mutating func judgeText(_ token: JSONToken, _ index: Int, _ surface: CompiledSurface) {
    let field = surface.fields[index]
    if index == surface.codeField, token.count == 0 {
      report(.missingCode, .field(index), at: token.start - 1, length: 2, .field(index))
    }
    if field.maxLength < token.count || field.hasPattern || field.charset != .any || token.hasEscapes {
      judgeTextClosely(token, index, surface)
    }
  }

  private mutating func judgeTextClosely(_ token: JSONToken, _ index: Int, _ surface: CompiledSurface) {
    let field = surface.fields[index]
    if field.maxLength < token.count {
      let length = token.string(body.slice.span).unicodeScalars.count
      if length > field.maxLength { reportText(.tooLong, index, token, .length(length, field: index)) }
    }
    if field.hasPattern, !patterns.matches(token.string(body.slice.span), surface: surface, field: index) {
      reportText(.pattern, index, token, .field(index))
    }
    if let fault = charsetFault(token, field.charset) { reportText(.charset, index, token, .text(fault)) }
  }

  private mutating func reportText(_ rule: FindingRule, _ index: Int, _ token: JSONToken, _ detail: Problem.Detail) {
    report(rule, .field(index), at: token.start - 1, length: token.count + 2, detail)
  }

  /// The first character that may not stand in the text, as people call it.
  private func charsetFault(_ token: JSONToken, _ charset: Charset) -> String? {
    if !token.hasEscapes {
      guard charset.firstFault(body.slice.span.extracting(token.range)) != nil else { return nil }
    } else if token.hasLoneSurrogate(body.slice.span) {
      return "half of a surrogate pair"
    }
    let text = Array(token.string(body.slice.span).utf8)
    guard let fault = charset.firstFault(text.span) else { return nil }
    return characterName(String(decoding: text[fault...].prefix(4), as: UTF8.self).unicodeScalars.first!)
  }

  private mutating func judgeCode(_ surface: CompiledSurface, _ verdict: inout Verdict) {
    let member = members[surface.fields[surface.codeField].slot]
    guard member.namesSomething else { return }
    let token = member.token
    verdict.codeToken = token
    verdict.namesCode = true
    let index = codeIndex(token, surface)
    if index >= 0 { verdict.code = index }
    if index < 0 || surface.codes[index].isRetired || surface.codes[index].isDeprecated {
      let quote = member.kind == .string ? 1 : 0
      let rule: FindingRule =
        index < 0 ? .unknownCode : surface.codes[index].isRetired ? .retiredCode : .deprecatedCode
      report(rule, .field(surface.codeField), at: token.start - quote, length: token.count + 2 * quote)
    }
  }

  @inline(__always)
  private func codeIndex(_ token: JSONToken, _ surface: CompiledSurface) -> Int {
    if !token.hasEscapes { return surface.codeTable.index(of: body.slice.span.extracting(token.range)) }
    let code = token.unescaped(body.slice.span)
    return surface.codeTable.index(of: code.span)
  }

  // MARK: Members that should not be as they are

  private mutating func judgeOddMembers(_ surface: CompiledSurface) {
    for wrong in members.wrongValues {
      guard let field = surface.field(ofSlot: wrong.slot) else { continue }
      report(
        .wrongType, .field(field), at: wrong.range.lowerBound, length: wrong.range.count,
        .fieldKind(wrong.kind, field: field))
    }
    for repetition in members.repetitions {
      report(.duplicateKey, .key(repetition.key), at: repetition.key.start - 1, length: repetition.key.count + 2)
    }
    reportExtraKeys()
  }

  private mutating func reportExtraKeys() {
    // Byte by byte: `String` takes composed and decomposed letters for the same.
    var known: Set<[UInt8]> = []
    for key in members.extraKeys {
      let isNew = known.insert(key.unescaped(body.slice.span)).inserted
      report(isNew ? .extraField : .duplicateKey, .key(key), at: key.start - 1, length: key.count + 2)
    }
  }

  /// Fields that other surfaces have and this one has not.
  @inline(__always)
  private mutating func reportForeignFields(_ surface: CompiledSurface) {
    for slot in members.presentSlots where surface.field(ofSlot: slot) == nil {
      let key = members[slot].key
      report(.extraField, .key(key), at: key.start - 1, length: key.count + 2)
    }
  }
}
