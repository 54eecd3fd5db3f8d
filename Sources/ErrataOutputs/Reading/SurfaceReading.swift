import ErrataCatalog

/// The expressions that read a response of a surface, in the syntax of a language.
///
/// The variables in them are `members`, the members of the body's root; `item`, those of an item of the list; `parameters`, those of a
/// redirect or a challenge; and `headers`.
struct SurfaceReading {
  let surface: Surface
  let syntax: any ReadingSyntax

  private var format: ResponseFormat { surface.response }

  /// The value of a field: that of the first place that has one.
  func value(of field: ResponseField) -> String {
    let places = field.places.filter { format.carrier != .query || $0.header == nil }
    if places.isEmpty { return syntax.none }
    guard field.role == .code else { return syntax.first(of: places.map { value(of: field, at: $0) }) }
    return syntax.code(
      places.map { (value(of: field, at: $0), $0.prefix) }, of: surface, isInteger: field.valueType == .integer)
  }

  private func value(of field: ResponseField, at place: FieldPlace) -> String {
    let found = found(at: place)
    let isJSON = format.carrier == .json && place.pointer != nil
    let text = cut(isJSON ? syntax.call("text", found) : found, place, of: field)
    // A header or a parameter is text. As a number or a Boolean it has the syntax of JSON.
    let json = !isJSON ? syntax.call("json", text) : place.isCut ? text : found
    if field.role == .retryAfter { return syntax.call("seconds", json) }
    return switch field.valueType {
    case .text: text
    case .integer: syntax.call("integer", place.isCut ? text : found)
    case .number: syntax.call("number", json)
    case .boolean: syntax.call("boolean", json)
    case .json: syntax.json(found)
    }
  }

  /// The value at the place, before conversion.
  private func found(at place: FieldPlace) -> String {
    guard let pointer = place.pointer else {
      return syntax.call("header", "headers", syntax.literal(place.header ?? ""))
    }
    if format.carrier != .json {
      return syntax.parameter(format.carrier == .challenge ? place.description.lowercased() : place.description)
    }
    return value(at: pointer, of: format.list == nil || place.isFromBody ? "members" : "item")
  }

  private func value(at pointer: JSONPointer, of object: String) -> String {
    pointer.tokens.count == 1
      ? syntax.member(pointer.tokens[0], of: object)
      : syntax.call("at", [object] + pointer.tokens.map(syntax.literal))
  }

  private func cut(_ text: String, _ place: FieldPlace, of field: ResponseField) -> String {
    // A code without its prefix is unknown, so the prefix is for those who know the codes.
    let prefix = field.role == .code ? nil : place.prefix
    if place.until == nil && place.after == nil && prefix == nil { return text }
    return syntax.cut(text, until: place.until, after: place.after, prefix: prefix)
  }

  /// The number of seconds to wait, where a field has it.
  var retryAfter: String? {
    format.field(.retryAfter).map { format.list == nil ? value(of: $0) : "first.\(syntax.property(of: $0))" }
  }

  /// The list of errors.
  var list: String? {
    format.list.map { $0.pointer.tokens.isEmpty ? "root" : value(at: $0.pointer, of: "members") }
  }

  /// Whether a body isn't an error; nil if all are.
  var isOtherBody: String? {
    comparisons(with: format.conditions, of: "members", isNegated: true)
  }

  /// Whether an item of the list is an error; nil if all are.
  var isErrorItem: String? {
    comparisons(with: format.list?.conditions ?? [], of: "item", isNegated: false)
  }

  private func comparisons(with conditions: [MemberCondition], of object: String, isNegated: Bool) -> String? {
    if conditions.isEmpty { return nil }
    let comparisons = conditions.map {
      syntax.comparison(syntax.member($0.name, of: object), with: $0.value, isNegated: isNegated)
    }
    return syntax.joined(comparisons, all: !isNegated)
  }

  /// The names of the code's parameters in a challenge, as arguments.
  var codeParameters: String? {
    guard format.carrier == .challenge, let code = format.field(.code) else { return nil }
    return code.places.filter { $0.header == nil }.map { syntax.literal($0.description.lowercased()) }
      .joined(separator: ", ")
  }
}

extension ResponseFormat {
  /// Whether any value is in the root object of the body.
  var readsMembers: Bool {
    let places = allFields.flatMap(\.places)
    guard carrier == .json else { return false }
    guard let list else { return places.contains { $0.pointer != nil } }
    return !list.pointer.tokens.isEmpty || places.contains(where: \.isFromBody)
  }
}
