/// Checks bodies of JSON surfaces.
extension ResponseChecker {
  mutating func checkBody(_ response: Response, surface: Int, path: Bytes?) -> Verdict {
    setBody(response.body)
    let body = body
    members.read(body.slice.span)
    var verdict = Verdict(surface: surface)
    if !response.isKnownError, !isError(response, of: catalog.surfaces[surface]) {
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
    if let offset = members.invalidUTF8 { report(.notUTF8(.byte(body[offset])), at: offset, length: 1) }
    if let offset = members.tooDeep { report(.tooDeep, at: offset, length: 1) }
    if response.headers.areKnown { checkHeaders(response, verdict) }
    return verdict
  }

  /// Whether a response is an error, either by its status or because its body has an error code.
  private func isError(_ response: Response, of surface: CompiledSurface) -> Bool {
    guard let status = response.status, status < 400 else { return true }
    guard case .object = members.shape else { return false }
    let code = members[surface.fields[surface.codeField].slot]
    return code.isPresent && code.kind == .string && code.token.count > 0
  }

  private mutating func checkShape(_ response: Response) {
    switch members.shape {
    case .object: break
    case .empty: if !response.mustHaveNoBody { report(.emptyBody) }
    case .other(let kind): report(.notAnObject(kind), at: members.start)
    case .trailing: report(.trailingContent, at: members.stop, length: 1)
    case .invalid(.tooDeep): break  // `members.tooDeep` is set, too, and is reported by the caller.
    case .invalid(let fault):
      report(.notJSON(notJSON(fault)), at: members.stop, length: members.stop < body.count ? 1 : 0)
    }
  }

  private func notJSON(_ fault: JSONFault) -> Violation.NotJSON {
    guard fault == .expectedValue, members.stop == members.start else { return .invalid(fault) }
    let first = body[members.start]
    return first == UInt8(ascii: "<") ? .markup : first >= 0x20 ? .plainText : .invalid(fault)
  }

  /// The surface that the error belongs to: `expected`, unless only another surface's code field is in the body. On a surface
  /// whose code is optional, an error may have no code.
  private mutating func surfaceOfError(expected: Int) -> Int {
    let surface = catalog.surfaces[expected]
    if hasCode(surface) || !surface.fields[surface.codeField].isRequired { return expected }
    var other = 0
    while other < catalog.surfaces.count, !hasCode(catalog.surfaces[other]) { other += 1 }
    guard other < catalog.surfaces.count else { return expected }
    report(.wrongSurface(expected: surface.key), at: members.start)
    return other
  }

  private func hasCode(_ surface: CompiledSurface) -> Bool {
    surface.carrier == .json && members[surface.fields[surface.codeField].slot].hasCode
  }

  private mutating func checkMembers(_ response: Response, _ path: Bytes?, _ verdict: inout Verdict) {
    let surface = catalog.surfaces[verdict.surface]
    for index in surface.fields.indices {
      let field = surface.fields[index]
      let member = members[field.slot]
      if !member.isPresent {
        if field.isRequired { reportMissing(index, surface) }
      } else if member.kind == .string {
        checkString(member.token, index, surface)
      }
    }
    checkCode(surface, &verdict)
    checkStatus(response, path, surface, verdict)
    if !members.unknownKeys.isEmpty || !members.duplicateKeys.isEmpty || !members.nonStringValues.isEmpty {
      reportUnexpectedMembers(surface)
    }
    reportFieldsOfOtherSurfaces(surface)
  }

  private mutating func reportMissing(_ index: Int, _ surface: CompiledSurface) {
    let isCode = index == surface.codeField
    report(isCode ? .missingCode(isEmpty: false) : .missingField(field: index), at: members.start)
  }

  /// Checks a field whose value is a string.
  @inline(__always)
  private mutating func checkString(_ token: JSONToken, _ index: Int, _ surface: CompiledSurface) {
    let field = surface.fields[index]
    if index == surface.codeField, token.count == 0 {
      report(.missingCode(isEmpty: true), at: token.start - 1, length: 2)
    }
    if field.maxLength < token.count || field.hasPattern || field.allowed != .any || token.hasEscapes {
      checkConstraints(token, index, surface)
    }
  }

  private mutating func checkConstraints(_ token: JSONToken, _ index: Int, _ surface: CompiledSurface) {
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
    } else if token.hasUnpairedSurrogate(bytes) {
      return reportString(.charset(nil, field: index), token)
    }
    if let scalar = allowed.firstForbiddenScalar(token.string(bytes)) {
      reportString(.charset(scalar, field: index), token)
    }
  }

  /// Reports a violation whose range is a string with its quotes.
  private mutating func reportString(_ violation: Violation, _ token: JSONToken) {
    report(violation, at: token.start - 1, length: token.count + 2)
  }

  private mutating func checkCode(_ surface: CompiledSurface, _ verdict: inout Verdict) {
    let member = members[surface.fields[surface.codeField].slot]
    guard member.hasCode else { return }
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

  /// Reports a violation whose range is the code, which is a string or a number.
  mutating func reportCode(_ violation: Violation, _ token: JSONToken) {
    let quote = token.start > 0 && body[token.start - 1] == UInt8(ascii: "\"") ? 1 : 0
    report(violation, at: token.start - quote, length: token.count + 2 * quote)
  }

  // MARK: Unexpected members

  private mutating func reportUnexpectedMembers(_ surface: CompiledSurface) {
    for value in members.nonStringValues {
      guard let field = surface.field(ofSlot: value.slot) else { continue }
      report(.wrongType(value.kind, field: field), at: value.range.lowerBound, length: value.range.count)
    }
    for duplicate in members.duplicateKeys { reportString(.duplicateKey(duplicate.key), duplicate.key) }
    // Compared as bytes: `String` considers composed and decomposed characters equal.
    var seen: Set<[UInt8]> = []
    for key in members.unknownKeys {
      let isNew = seen.insert(key.unescaped(body.slice.span)).inserted
      reportString(isNew ? .extraField(key) : .duplicateKey(key), key)
    }
  }

  @inline(__always)
  private mutating func reportFieldsOfOtherSurfaces(_ surface: CompiledSurface) {
    for slot in members.presentSlots where surface.field(ofSlot: slot) == nil {
      let key = members[slot].key
      reportString(.extraField(key), key)
    }
  }
}
