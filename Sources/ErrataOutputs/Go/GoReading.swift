import ErrataCatalog

/// Expressions of Go that find the values of fields in a response.
struct GoReading {
  let carrier: ResponseFormat.Carrier
  /// Whether the errors are items of a list.
  let hasList: Bool

  /// The value of `field`: that of the first place with one.
  func value(of field: ResponseField) -> String {
    let places = field.places.map { value(at: $0, of: field) }
    if field.valueType == .json, places.count == 1 { return places[0] }
    return "\(function(for: field))(\(places.joined(separator: ", ")))"
  }

  private func function(for field: ResponseField) -> String {
    if field.role == .retryAfter { return "seconds" }
    return switch field.valueType {
    case .text: field.role == .code ? "textCode" : "text"
    case .integer: field.role == .code ? "integerCode" : "integer"
    case .number: "number"
    case .boolean: "boolean"
    case .json: "first"
    }
  }

  private func value(at place: FieldPlace, of field: ResponseField) -> String {
    let source = source(of: place)
    let isText = place.header != nil || carrier != .json
    switch field.valueType {
    case .number where isText && field.role != .retryAfter: return "asNumber(\(source))"
    case .boolean where isText: return "asBoolean(\(source))"
    case .text, .integer, .number, .boolean, .json: return cut(source, place)
    }
  }

  private func source(of place: FieldPlace) -> String {
    if let header = place.header { return "headerValue(header, \(literal(header)))" }
    let tokens = place.pointer?.tokens ?? []
    switch carrier {
    case .json:
      return "at(" + ([place.isFromBody || !hasList ? "body" : "item"] + tokens.map(literal)).joined(separator: ", ")
        + ")"
    // The names of a challenge's parameters are compared without case.
    case .challenge: return "parameters[\(literal(tokens.joined().lowercased()))]"
    case .query: return "parameters[\(literal(tokens.joined()))]"
    }
  }

  private func cut(_ value: String, _ place: FieldPlace) -> String {
    var value = value
    for (function, argument) in [("until", place.until), ("after", place.after), ("withoutPrefix", place.prefix)] {
      if let argument { value = "\(function)(\(value), \(literal(argument)))" }
    }
    return value
  }

  private func literal(_ text: String) -> String { "\"\(GoLanguage().text(text))\"" }
}
