/// The body of a JSON surface.
extension ResponseChecker {
  mutating func checkBody(_ response: Response, surface: Int, path: Bytes?) -> Verdict {
    setBody(response.body)
    let body = body
    members.read(body.slice.span)
    var verdict = Verdict(surface: surface)
    if !response.isKnownAsError, !isError(response, of: catalog.surfaces[surface]) {
      removeViolations()
      verdict.outcome = .success
      return verdict
    }
    if case .object = members.shape {
      verdict.surface = surfaceOfError(expected: surface)
      checkMembers(response, path, &verdict)
    } else {
      checkShape(response)
    }
    if let offset = members.badUTF8 { report(.notUTF8(.byte(body[offset])), at: offset, length: 1) }
    if let offset = members.tooDeep { report(.tooDeep, at: offset, length: 1) }
    if response.headers.areKnown { checkHeaders(response, verdict) }
    return verdict
  }

  /// Whether a response of a recording is an error: by its status, or by naming one all the same.
  private func isError(_ response: Response, of surface: CompiledSurface) -> Bool {
    guard let status = response.status, status < 400 else { return true }
    guard case .object = members.shape else { return false }
    let code = members[surface.fields[surface.codeField].slot]
    return code.isPresent && code.kind == .string && code.token.count > 0
  }

  private mutating func checkShape(_ response: Response) {
    switch members.shape {
    case .object: break
    case .empty: if !response.canHaveNoBody { report(.emptyBody) }
    case .other(let kind): report(.notAnObject(kind), at: members.start)
    case .trailing: report(.trailingContent, at: members.stop, length: 1)
    case .faulty(.tooDeep): break  // The depth that a response may have is passed then, too.
    case .faulty(let fault):
      report(.notJSON(notJSON(fault)), at: members.stop, length: members.stop < body.count ? 1 : 0)
    }
  }

  private func notJSON(_ fault: JSONFault) -> Violation.NotJSON {
    guard fault == .expectedValue, members.stop == members.start else { return .faulty(fault) }
    let first = body[members.start]
    return first == UInt8(ascii: "<") ? .markup : first >= 0x20 ? .plainText : .faulty(fault)
  }

  /// The surface that was expected, or another one where only that one's fields name a code. A surface whose code is optional
  /// has errors that name none.
  private mutating func surfaceOfError(expected: Int) -> Int {
    let surface = catalog.surfaces[expected]
    if namesCode(surface) || !surface.fields[surface.codeField].isRequired { return expected }
    var other = 0
    while other < catalog.surfaces.count, !namesCode(catalog.surfaces[other]) { other += 1 }
    guard other < catalog.surfaces.count else { return expected }
    report(.wrongSurface(expected: surface.key), at: members.start)
    return other
  }

  private func namesCode(_ surface: CompiledSurface) -> Bool {
    surface.carrier == .json && members[surface.fields[surface.codeField].slot].namesSomething
  }

  private mutating func checkMembers(_ response: Response, _ path: Bytes?, _ verdict: inout Verdict) {
    let surface = catalog.surfaces[verdict.surface]
    for index in surface.fields.indices {
      let field = surface.fields[index]
      let member = members[field.slot]
      if !member.isPresent {
        if field.isRequired { reportMissing(index, surface) }
      } else if member.kind == .string {
        checkText(member.token, index, surface)
      }
    }
    checkCode(surface, &verdict)
    checkStatus(response, path, surface, verdict)
    if !members.extraKeys.isEmpty || !members.repetitions.isEmpty || !members.wrongValues.isEmpty {
      checkOddMembers(surface)
    }
    checkFieldsOfOtherSurfaces(surface)
  }

  private mutating func reportMissing(_ index: Int, _ surface: CompiledSurface) {
    let isCode = index == surface.codeField
    report(isCode ? .missingCode(isEmpty: false) : .missingField(field: index), at: members.start)
  }

  /// What is asked of a field that is text.
  @inline(__always)
  private mutating func checkText(_ token: JSONToken, _ index: Int, _ surface: CompiledSurface) {
    let field = surface.fields[index]
    if index == surface.codeField, token.count == 0 {
      report(.missingCode(isEmpty: true), at: token.start - 1, length: 2)
    }
    if field.maxLength < token.count || field.hasPattern || field.allowed != .any || token.hasEscapes {
      checkTextClosely(token, index, surface)
    }
  }

  private mutating func checkTextClosely(_ token: JSONToken, _ index: Int, _ surface: CompiledSurface) {
    let field = surface.fields[index]
    if field.maxLength < token.count {
      let length = token.string(body.slice.span).unicodeScalars.count
      if length > field.maxLength { reportString(.tooLong(length, field: index), token) }
    }
    if field.hasPattern, !patterns.matches(token.string(body.slice.span), surface: surface, field: index) {
      reportString(.pattern(field: index), token)
    }
    checkCharacters(token, index, field.allowed)
  }

  private mutating func checkCharacters(_ token: JSONToken, _ index: Int, _ allowed: AllowedBytes) {
    let body = body
    let bytes = body.slice.span
    if !token.hasEscapes {
      if allowed.firstForbidden(bytes.extracting(token.range)) == nil { return }
    } else if token.hasLoneSurrogate(bytes) {
      return reportString(.charset(nil, field: index), token)
    }
    if let scalar = allowed.firstForbiddenScalar(token.string(bytes)) {
      reportString(.charset(scalar, field: index), token)
    }
  }

  /// Reports a violation by a string, with its quotes.
  private mutating func reportString(_ violation: Violation, _ token: JSONToken) {
    report(violation, at: token.start - 1, length: token.count + 2)
  }

  private mutating func checkCode(_ surface: CompiledSurface, _ verdict: inout Verdict) {
    let member = members[surface.fields[surface.codeField].slot]
    guard member.namesSomething else { return }
    let token = member.token
    verdict.codeText = .token(token)
    let index = codeIndex(token, surface)
    if index < 0 {
      let nearest = suggestions.nearest(to: token.string(body.slice.span), on: surface)
      return reportCode(.unknownCode(nearest: nearest), token)
    }
    verdict.code = index
    if surface.codes[index].isRetired {
      reportCode(.retiredCode, token)
    } else if surface.codes[index].isDeprecated {
      reportCode(.deprecatedCode, token)
    }
  }

  @inline(__always)
  private func codeIndex(_ token: JSONToken, _ surface: CompiledSurface) -> Int {
    if !token.hasEscapes { return surface.codeTable.index(of: body.slice.span.extracting(token.range)) }
    let code = token.unescaped(body.slice.span)
    return surface.codeTable.index(of: code.span)
  }

  /// Reports a violation by the code, which is a string or a number.
  mutating func reportCode(_ violation: Violation, _ token: JSONToken) {
    let quote = token.start > 0 && body[token.start - 1] == UInt8(ascii: "\"") ? 1 : 0
    report(violation, at: token.start - quote, length: token.count + 2 * quote)
  }

  // MARK: Members that should not be as they are

  private mutating func checkOddMembers(_ surface: CompiledSurface) {
    for wrong in members.wrongValues {
      guard let field = surface.field(ofSlot: wrong.slot) else { continue }
      report(.wrongType(wrong.kind, field: field), at: wrong.range.lowerBound, length: wrong.range.count)
    }
    for repetition in members.repetitions { reportString(.duplicateKey(repetition.key), repetition.key) }
    // Byte by byte: `String` takes composed and decomposed letters for the same.
    var known: Set<[UInt8]> = []
    for key in members.extraKeys {
      let isNew = known.insert(key.unescaped(body.slice.span)).inserted
      reportString(isNew ? .extraField(key) : .duplicateKey(key), key)
    }
  }

  @inline(__always)
  private mutating func checkFieldsOfOtherSurfaces(_ surface: CompiledSurface) {
    for slot in members.presentSlots where surface.field(ofSlot: slot) == nil {
      let key = members[slot].key
      reportString(.extraField(key), key)
    }
  }
}
