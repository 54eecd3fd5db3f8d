/// Checks the fields of an error.
extension ResponseChecker {
  @inline(__always)
  mutating func checkFields(of error: ErrorPart, _ response: Response, _ surface: CompiledSurface) {
    for index in surface.fields.indices {
      let field = surface.fields[index]
      let node = field.textNode
      if node >= 0, !members[node].isPresent {
        if field.isRequired { reportMissing(index, error, response, surface) }
      } else if node >= 0, members[node].kind == .string {
        checkString(members[node].value, index, error, surface)
      } else if field.isOfItem || error.isFirst {
        checkPlaces(of: index, error, response, surface)
      }
    }
  }

  /// Checks a field whose only place has a string, and that is nothing but text.
  @inline(__always)
  private mutating func checkString(_ token: JSONToken, _ index: Int, _ error: ErrorPart, _ surface: CompiledSurface) {
    let field = surface.fields[index]
    if index == surface.codeField, token.count == 0, field.isRequired {
      report(.emptyCode(site(field.places.lowerBound, error, surface)), at: token.start - 1, length: 2)
    }
    if field.maxLength < token.count || field.hasPattern || field.allowed != .any || token.hasEscapes {
      checkConstraints(
        .token(token), index, site(field.places.lowerBound, error, surface), token.rangeWithQuotes, surface)
    }
  }

  /// A place of `error`.
  func site(_ place: Int, _ error: ErrorPart, _ surface: CompiledSurface) -> FieldSite {
    FieldSite(place: place, item: surface.places[place].isOfItem ? error.item.map { members.items[$0].index } : nil)
  }

  /// Reports that a required field is in none of its places.
  mutating func reportMissing(
    _ index: Int, _ error: ErrorPart, _ response: Response, _ surface: CompiledSurface
  ) {
    if canBeInUnknownHeader(surface.fields[index], response) { return }
    let item = surface.fields[index].isOfItem ? error.item.map { members.items[$0] } : nil
    let start = surface.carrier == .json ? members.start : 0
    report(
      index == surface.codeField
        ? .missingCode(item: item?.index) : .missingField(field: index, item: item?.index),
      at: item?.range.lowerBound ?? start)
  }

  /// Checks the places of a field. The first value counts.
  @inline(never)
  private mutating func checkPlaces(
    of index: Int, _ error: ErrorPart, _ response: Response, _ surface: CompiledSurface
  ) {
    let field = surface.fields[index]
    var (hasValue, hasFault) = (false, false)
    var placeholder: LocatedViolation?
    for place in field.places {
      let site = site(place, error, surface)
      let found = value(at: place, of: field, response, surface)
      let (offset, length) = (found.range.lowerBound, found.range.count)
      switch found.value {
      case .nothing: break
      case .null:
        placeholder =
          placeholder ?? LocatedViolation(violation: .wrongType(.null, site), offset: offset, length: length)
      case .noCode:
        placeholder = placeholder ?? LocatedViolation(violation: .emptyCode(site), offset: offset, length: length)
      case .unfit(let kind):
        if isUnchecked(place, surface) { report(.wrongType(kind, site), at: offset, length: length) }
        hasFault = true
      case .text(let text):
        if !hasValue, isUnchecked(place, surface) { checkConstraints(text, index, site, found.range, surface) }
        hasValue = true
      case .number(let number):
        if field.role == .retryAfter, number < 0, isUnchecked(place, surface) {
          report(.negativeDelay(site), at: offset, length: length)
        }
        hasValue = true
      case .other: hasValue = true
      }
    }
    if hasValue || hasFault || !field.isRequired || canBeInUnknownHeader(field, response) { return }
    if let placeholder {
      report(placeholder.violation, at: placeholder.offset, length: placeholder.length)
    } else {
      reportMissing(index, error, response, surface)
    }
  }

  /// Whether to check a place: those around a list are checked only once.
  private mutating func isUnchecked(_ place: Int, _ surface: CompiledSurface) -> Bool {
    surface.list == nil || surface.places[place].isOfItem || checkedPlaces.insert(place).inserted
  }

  /// Whether a field may be in a header, and the headers were not recorded.
  private func canBeInUnknownHeader(_ field: CompiledField, _ response: Response) -> Bool {
    field.isInHeaders && !response.headers.areKnown
  }

  /// The value at a place of a field.
  func value(
    at index: Int, of field: CompiledField, _ response: Response, _ surface: CompiledSurface
  ) -> (value: PlaceValue, range: Range<Int>) {
    let place = surface.places[index]
    switch place.location {
    case .member(let node):
      let member = members[node]
      guard member.isPresent else { return (.nothing, 0..<0) }
      let body = body
      let value = PlaceValue(member, place.type, isCode: field.role == .code, surface.cuts[index], body.slice.span)
      return (value, member.range)
    case .header(let header):
      guard let text = response.headers.value(at: header) else { return (.nothing, 0..<0) }
      return (PlaceValue(Array(text.slice), place.type, isCode: field.role == .code, surface.cuts[index]), 0..<0)
    case .parameter:
      guard let parameter = parameters[index] else { return (.nothing, 0..<0) }
      return (
        PlaceValue(parameter.value, place.type, isCode: field.role == .code, surface.cuts[index]), parameter.range
      )
    }
  }

  // MARK: Texts

  /// Checks a text against the constraints on its field.
  mutating func checkConstraints(
    _ text: PlaceValue.Text, _ index: Int, _ site: FieldSite, _ range: Range<Int>, _ surface: CompiledSurface
  ) {
    let field = surface.fields[index]
    let (offset, length) = (range.lowerBound, range.count)
    let body = body
    if field.maxLength < text.byteLimit {
      let count = text.string(body.slice.span).unicodeScalars.count
      if count > field.maxLength { report(.tooLong(count, field: index, site), at: offset, length: length) }
    }
    if field.hasPattern, !patterns.matches(text.string(body.slice.span), surface: surface, field: index) {
      report(.pattern(field: index, site), at: offset, length: length)
    }
    if let violation = forbiddenCharacter(text, field.allowed, site) { report(violation, at: offset, length: length) }
  }

  private func forbiddenCharacter(
    _ text: PlaceValue.Text, _ allowed: AllowedBytes, _ site: FieldSite
  ) -> Violation? {
    let body = body
    let bytes = body.slice.span
    if case .token(let token) = text {
      if !token.hasEscapes, allowed.firstForbidden(bytes.extracting(token.range)) == nil { return nil }
      if token.hasUnpairedSurrogate(bytes) { return .charset(nil, site) }
    }
    return allowed.firstForbiddenScalar(text.string(bytes)).map { .charset($0, site) }
  }
}
