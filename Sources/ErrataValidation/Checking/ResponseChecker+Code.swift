import ErrataCatalog

/// Finds the codes that responses name. Like a client, it takes an integer for a text, and digits for an integer.
extension ResponseChecker {
  /// The code that a response names on a surface: of several errors, that of the first that has one.
  mutating func namedCode(_ response: Response, _ surface: CompiledSurface) -> NamedCode? {
    if surface.carrier == .challenge { return namedCode(inChallengeOf: response, surface) }
    guard surface.list != nil else { return namedCode(response, surface, item: nil) }
    selectItems(surface)
    for item in selectedItems {
      members.loadItem(item)
      let code = namedCode(response, surface, item: item)
      members.unloadItem(item)
      if let code { return code }
    }
    return selectedItems.isEmpty ? namedCode(response, surface, item: nil) : nil
  }

  /// The code of one error.
  /// - Parameter item: the index in `members.items` of the error, whose members are loaded; nil if the body is the error.
  @inline(__always)
  mutating func namedCode(_ response: Response, _ surface: CompiledSurface, item: Int?) -> NamedCode? {
    let field = surface.fields[surface.codeField]
    if field.textNode >= 0, surface.conditions.isEmpty {
      let member = members[field.textNode]
      if !member.isPresent { return nil }
      if member.kind == .string {
        if member.value.count == 0 { return nil }
        let site = FieldSite(place: field.places.lowerBound, item: item.map { members.items[$0].index })
        return named(.token(member.value), isKnown: true, site, member.value.rangeWithQuotes, surface)
      }
    }
    return namedCode(inPlacesOf: field, response, surface, item: item)
  }

  @inline(never)
  private mutating func namedCode(
    inPlacesOf field: CompiledField, _ response: Response, _ surface: CompiledSurface, item: Int?
  ) -> NamedCode? {
    for place in field.places {
      let index = surface.places[place].isOfItem ? item.map { members.items[$0].index } : nil
      let site = FieldSite(place: place, item: index)
      switch surface.places[place].location {
      case .member(let node):
        let member = members[node]
        guard member.isPresent, conditionsHold(surface) else { continue }
        if let code = namedCode(member, site, surface) { return code }
      case .header(let header):
        guard let value = response.headers.value(at: header) else { continue }
        if let code = namedCode(Array(value.slice), site, 0..<0, surface) { return code }
      case .parameter:
        guard let parameter = parameters[place] else { continue }
        if let code = namedCode(parameter.value, site, parameter.range, surface) { return code }
      }
    }
    return nil
  }

  private mutating func namedCode(
    _ member: BodyMembers.Member, _ site: FieldSite, _ surface: CompiledSurface
  ) -> NamedCode? {
    let body = body
    let bytes = body.slice.span
    let isPlain = surface.cuts[site.place] == nil
    switch member.kind {
    case .string where isPlain && !surface.hasIntegerCodes:
      if member.value.count == 0 { return nil }
      return named(.token(member.value), isKnown: true, site, member.range, surface)
    case .string: return namedCode(member.value.unescaped(bytes), site, member.range, surface)
    case .number:
      guard let value = member.value.integer(bytes) else { return nil }
      let text = Array(String(value).utf8)
      if isPlain, isEqual(text.span, bytes.extracting(member.value.range)) {
        return named(.token(member.value), isKnown: true, site, member.range, surface)
      }
      return namedCode(text, site, member.range, surface)
    case .object, .array, .boolean, .null: return nil
    }
  }

  /// The code in a text.
  mutating func namedCode(
    _ text: [UInt8], _ site: FieldSite, _ range: Range<Int>, _ surface: CompiledSurface
  ) -> NamedCode? {
    var code = text
    var isKnown = true
    if let cut = surface.cuts[site.place] {
      guard let result = cut.cut(text.span) else { return nil }
      code = Array(text[result.range])
      isKnown = result.hasPrefix
    }
    if code.isEmpty { return nil }
    if surface.hasIntegerCodes, exactInteger(String(decoding: code, as: UTF8.self)) == nil { return nil }
    return named(store(code), isKnown: isKnown, site, range, surface)
  }

  /// - Parameter isKnown: whether to look the code up. One without its prefix is unknown, whatever it says.
  @inline(__always)
  private func named(
    _ text: NamedCode.Text, isKnown: Bool, _ site: FieldSite, _ range: Range<Int>, _ surface: CompiledSurface
  ) -> NamedCode {
    let index = isKnown ? codeIndex(text, surface) : -1
    return NamedCode(text: text, index: index < 0 ? nil : index, site: site, range: range)
  }

  @inline(__always)
  private func codeIndex(_ text: NamedCode.Text, _ surface: CompiledSurface) -> Int {
    if case .token(let token) = text, !token.hasEscapes {
      return surface.codeTable.index(of: body.slice.span.extracting(token.range))
    }
    let code = bytes(of: text)
    return surface.codeTable.index(of: code.span)
  }

  /// The unescaped code.
  func bytes(of text: NamedCode.Text) -> [UInt8] {
    switch text {
    case .token(let token): token.unescaped(body.slice.span)
    case .stored(let index): texts[index]
    }
  }

  /// Whether the body is an error of the surface. It is not read if not.
  @inline(__always)
  func conditionsHold(_ surface: CompiledSurface) -> Bool {
    surface.conditions.isEmpty || allHold(surface.conditions)
  }

  /// Whether the members that are loaded meet all conditions.
  func allHold(_ conditions: [CompiledCondition]) -> Bool {
    let body = body
    return conditions.allSatisfy { $0.holds(members, body.slice.span) }
  }

  // MARK: Checks

  /// Checks a code that a response names.
  @inline(__always)
  mutating func checkCode(_ code: NamedCode, _ surface: CompiledSurface) {
    guard let index = code.index else {
      let text = String(decoding: bytes(of: code.text), as: UTF8.self)
      return reportCode(.unknownCode(code, nearest: suggestions.nearest(to: text, on: surface)), code)
    }
    if surface.codes[index].isRetired {
      reportCode(.retiredCode(code), code)
    } else if surface.codes[index].isDeprecated {
      reportCode(.deprecatedCode(code), code)
    }
  }

  /// Reports a violation whose range is the code.
  mutating func reportCode(_ violation: Violation, _ code: NamedCode) {
    report(violation, at: code.range.lowerBound, length: code.range.count)
  }
}
