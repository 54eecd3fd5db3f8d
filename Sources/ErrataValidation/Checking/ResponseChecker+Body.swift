/// Checks errors in bodies.
extension ResponseChecker {
  /// Checks a response other than a redirect.
  /// - Parameter expected: the surface that it belongs to, if it names no code of another one.
  mutating func checkResponse(_ response: Response, expected: Int, path: Bytes?) -> Verdict {
    setBody(response.body)
    let body = body
    members.read(body.slice.span)
    var verdict = Verdict(surface: expected)
    verdict.code = namedCode(response, catalog.surfaces[expected])
    if verdict.code == nil, response.surface == nil, let path { chooseSurface(response, path, &verdict) }
    if !response.isKnownError, verdict.code == nil, let status = response.status, status < 400 {
      removeViolations()
      verdict.outcome = .success
      return verdict
    }
    if catalog.surfaces[verdict.surface].carrier == .challenge {
      checkChallenge(response, path, verdict)
    } else {
      checkBody(response, path, &verdict)
    }
    return verdict
  }

  /// Chooses the next surface at `path` on which the response names a code; if there is none, the surface stays.
  @inline(never)
  private mutating func chooseSurface(_ response: Response, _ path: Bytes, _ verdict: inout Verdict) {
    var next = verdict.surface + 1
    while let index = catalog.surface(at: path, response.request.method, from: next) {
      if catalog.surfaces[index].carrier != .query, let code = namedCode(response, catalog.surfaces[index]) {
        verdict.surface = index
        verdict.code = code
        return
      }
      next = index + 1
    }
  }

  private mutating func checkBody(_ response: Response, _ path: Bytes?, _ verdict: inout Verdict) {
    if verdict.code == nil { findWrongSurface(response, &verdict) }
    let surface = catalog.surfaces[verdict.surface]
    if isObject(surface) {
      if !conditionsHold(surface) { return checkOtherBody(response, path, surface, verdict) }
      checkErrors(response, path, surface, verdict)
    } else {
      checkShape(response)
      if let code = verdict.code { check(code, response, path, surface) }
    }
    if let offset = members.invalidUTF8 { report(.notUTF8(.byte(body[offset])), at: offset, length: 1) }
    if let offset = members.tooDeep { report(.tooDeep, at: offset, length: 1) }
    if response.headers.areKnown { checkHeaders(response, verdict) }
  }

  /// Whether the body has members that are read: it is an object, or a list of them.
  private func isObject(_ surface: CompiledSurface) -> Bool {
    switch members.shape {
    case .object: true
    case .other(.array): surface.list?.node == MemberTree.root
    case .empty, .other, .invalid, .trailing: false
    }
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

  /// Finds another JSON surface on which the response names a code, and reports it. On a surface whose code is optional, an error
  /// may have no code.
  @inline(never)
  private mutating func findWrongSurface(_ response: Response, _ verdict: inout Verdict) {
    let expected = catalog.surfaces[verdict.surface]
    guard case .object = members.shape, expected.fields[expected.codeField].isRequired else { return }
    for other in catalog.surfaces where other.carrier == .json && other.index != expected.index {
      guard let code = namedCode(response, other) else { continue }
      report(.wrongSurface(expected: expected.key), at: members.start)
      verdict.surface = other.index
      verdict.code = code
      return
    }
  }

  /// Checks a response whose body does not meet the conditions of the surface, so it is not one of its errors.
  private mutating func checkOtherBody(
    _ response: Response, _ path: Bytes?, _ surface: CompiledSurface, _ verdict: Verdict
  ) {
    if let code = verdict.code {
      check(code, response, path, surface)
    } else if surface.fields[surface.codeField].isRequired {
      reportMissing(surface.codeField, .body, response, surface)
    }
  }

  /// Checks the code that the response names.
  mutating func check(
    _ code: NamedCode, _ response: Response, _ path: Bytes?, _ surface: CompiledSurface
  ) {
    checkCode(code, surface)
    if let status = response.status { checkStatus(status, code, surface) }
    checkEndpoint(path, response.request.method, code, surface)
  }

  @inline(__always)
  private mutating func checkErrors(
    _ response: Response, _ path: Bytes?, _ surface: CompiledSurface, _ verdict: Verdict
  ) {
    if let list = surface.list {
      checkItems(of: list, response, path, surface, verdict)
    } else {
      checkSingleError(response, path, surface, verdict)
    }
    if !members.unknownKeys.isEmpty || !members.duplicateKeys.isEmpty { reportUnexpectedMembers(surface) }
    reportMembersOfOtherSurfaces(surface)
  }

  @inline(__always)
  private mutating func checkSingleError(
    _ response: Response, _ path: Bytes?, _ surface: CompiledSurface, _ verdict: Verdict
  ) {
    checkFields(of: .body, response, surface)
    if let code = verdict.code { check(code, response, path, surface) }
    if surface.statusField != nil { checkStatusCopy(of: .body, response, surface) }
  }

  @inline(never)
  private mutating func checkItems(
    of list: CompiledList, _ response: Response, _ path: Bytes?, _ surface: CompiledSurface, _ verdict: Verdict
  ) {
    checkedPlaces.removeAll(keepingCapacity: true)
    selectItems(surface)
    checkList(list)
    if selectedItems.isEmpty { return checkSingleError(response, path, surface, verdict) }
    let isOnly = selectedItems.count == 1
    var isCodeAroundListChecked = false
    for position in selectedItems.indices {
      let item = selectedItems[position]
      let error = ErrorPart(item: item, isFirst: position == 0)
      members.loadItem(item)
      checkFields(of: error, response, surface)
      if let code = namedCode(response, surface, item: item) {
        // A code around the list is that of every item without its own.
        if code.site.item != nil || !isCodeAroundListChecked {
          checkCode(code, surface)
          checkEndpoint(path, response.request.method, code, surface)
          isCodeAroundListChecked = isCodeAroundListChecked || code.site.item == nil
        }
        let isNamed = code.site.item == verdict.code?.site.item
        checkStatus(of: error, code, response, surface, isOnly: isOnly, isNamed: isNamed)
      }
      if isOnly, surface.statusField != nil { checkStatusCopy(of: error, response, surface) }
      reportMembersOfOtherSurfaces(surface, item: item)
      members.unloadItem(item)
    }
  }
}
