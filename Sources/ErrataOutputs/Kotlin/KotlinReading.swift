import ErrataCatalog

/// Expressions of Kotlin that find the values of fields in a response.
struct KotlinReading {
  let carrier: ResponseFormat.Carrier
  /// Whether the errors are items of a list.
  let hasList: Bool

  /// The value of `field`: that of the first place with one.
  func value(of field: ResponseField) -> String {
    field.places.map { value(of: field, at: $0) }.joined(separator: " ?: ")
  }

  private func value(of field: ResponseField, at place: FieldPlace) -> String {
    let isText = place.header != nil || carrier != .json
    let source = source(of: place)
    if field.role == .retryAfter { return "RetryAfter.of(\(source))" }
    if field.valueType == .text || place.isCut {
      let text = (isText ? source : "\(source).text()") + cut(place)
      if field.valueType == .integer { return "\(text).integer()" }
      return text
        + (field.role == .code ? code(place, isPrefixed: field.isPrefixedCode) : call("withoutPrefix", place.prefix))
    }
    return switch field.valueType {
    case .integer: "\(source).integer()"
    case .number: isText ? "\(source).asNumber()" : "\(source).number()"
    case .boolean: isText ? "\(source).asBoolean()" : "\(source) as? Boolean"
    case .text, .json: source
    }
  }

  private func source(of place: FieldPlace) -> String {
    if let header = place.header { return "headers.first(\(literal(header)))" }
    let path = (place.pointer?.tokens ?? []).map(literal).joined(separator: ", ")
    if carrier != .json { return "parameters[\(path)]" }
    return place.isFromBody && hasList ? "root.at(\(path))" : "error.at(\(path))"
  }

  private func cut(_ place: FieldPlace) -> String {
    call("substringBefore", place.until) + call("substringAfter", place.after)
  }

  private func code(_ place: FieldPlace, isPrefixed: Bool) -> String {
    if let prefix = place.prefix { return call("toCode", prefix) }
    return isPrefixed ? "?.toCode()" : "?.ifEmpty { null }"
  }

  private func call(_ function: String, _ argument: String?) -> String {
    argument.map { "?.\(function)(\(literal($0)))" } ?? ""
  }

  private func literal(_ text: String) -> String { KotlinLanguage().literal(text) }
}
