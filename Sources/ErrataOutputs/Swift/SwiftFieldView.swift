import ErrataCatalog
import ErrataMustache

/// A field or a detail of an error in Swift templates.
struct SwiftFieldView: TemplateView {
  let field: ResponseField
  let surface: Surface
  let catalog: Catalog

  static let fields = TemplateFields<Self>(
    extending: { FieldView($0.field) },
    with: .text("identifier", is: "its property in a declaration", \.identifier.declared),
    .text("member", is: "its property after a dot or before a colon", \.identifier.member),
    .text("propertyMeaning", is: "the documentation of its property", \.propertyMeaning),
    .text("parameterMeaning", is: "the documentation of its parameter of an initializer", \.parameterMeaning),
    .text("valueType", is: "the type of its property", \.valueType),
    .text("parameterType", is: "the type of its parameter of an initializer") {
      $0.field.role == .retryAfter ? "Int?" : "String?"
    },
    .formatted("value", is: "the expression that reads it", \.value),
    .formatted("assignment", is: "the statement that writes it to a response", \.assignment),
    .formatted("parameterName", is: "the name of its parameter on the wire, as a literal") { literal($0.field.name) },
    .formatted("parameterValue", is: "the expression of the text for its parameter on the wire", \.wireText),
    .text("initialValue", is: "the expression that initializes the property") {
      $0.field.role == .description ? "message ?? code.summary" : $0.identifier.member
    })

  private var identifier: SwiftIdentifier {
    switch field.role {
    case .description: SwiftIdentifier("message")
    case nil: SwiftIdentifier(detail: field)
    default: SwiftIdentifier(caseName(for: field.key) ?? field.key)
    }
  }

  private var valueType: String {
    switch (field.role, field.valueType) {
    case (.retryAfter, _): "\(catalog.name).RetryAfter?"
    case (_, .text): "String?"
    case (_, .integer): "Int?"
    case (_, .number): "Double?"
    case (_, .boolean): "Bool?"
    case (_, .json): "\(catalog.name).JSON?"
    }
  }
}

// How a value is read.
extension SwiftFieldView {
  /// The expression for the value: one for each place, until one has a value.
  private var value: String {
    let isIndented = surface.response.list != nil || surface.response.carrier == .query
    return field.places.map(reading).joined(separator: isIndented ? "\n        ?? " : "\n      ?? ")
  }

  private func reading(_ place: FieldPlace) -> String {
    let value = source(place)
    switch (field.role, field.valueType) {
    case (.code, .text):
      let prefix = place.prefix.map { ", prefix: \(literal($0))" } ?? ""
      return "\(surface.typePrefix)ErrorCode(\(value)?.\(text(place, prefix: nil))\(prefix))"
    case (.code, _): return "(\(value)?.integer).map(\(surface.typePrefix)ErrorCode.init(rawValue:))"
    case (.retryAfter, _): return "\(catalog.name).RetryAfter(seconds: \(value))"
    case (_, .text): return "\(value)?.\(text(place, prefix: place.prefix))"
    case (_, .integer): return "\(value)?.integer"
    case (_, .number): return "\(value)?\(isText(place) ? ".parsed" : "").number"
    case (_, .boolean): return "\(value)?\(isText(place) ? ".parsed" : "").boolean"
    case (_, .json): return value
    }
  }

  /// The expression for the value as it came.
  private func source(_ place: FieldPlace) -> String {
    switch (place.location, surface.response.carrier) {
    case (.header(let name), _): "fields[\(literal(name))]"
    case (.member(let pointer, let isFromBody), .json):
      "\(isFromBody && surface.response.list != nil ? "body" : "json")\(path(pointer))"
    case (.member(let pointer, _), .query): "parameters\(path(pointer))"
    case (.member(let pointer, _), .challenge): "challenge\(path(pointer))"
    }
  }

  /// The member of a value that is its text, or the part of it that counts.
  private func text(_ place: FieldPlace, prefix: String?) -> String {
    let parts = [("until", place.until), ("after", place.after), ("prefix", prefix)].compactMap { label, part in
      part.map { "\(label): \(literal($0))" }
    }
    return parts.isEmpty ? "text" : "text(\(parts.joined(separator: ", ")))"
  }

  /// Whether the value is always text on the wire.
  private func isText(_ place: FieldPlace) -> Bool {
    place.header != nil || surface.response.carrier != .json
  }
}

// How a value is written.
extension SwiftFieldView {
  /// The statement that puts the value into its first place.
  private var assignment: String {
    let place = field.place
    switch place.location {
    case .header(let name): return "headers[\(literal(name))] = \(wireText)"
    case .member(let pointer, let isFromBody):
      let target = isFromBody || surface.response.list == nil ? "body" : "item"
      return "\(target)\(path(pointer)) = \(wireValue)"
    }
  }

  /// The expression for the value as JSON.
  private var wireValue: String {
    let isText = field.place.type == .text
    switch (field.role, field.valueType) {
    case (.code, .integer): return ".number(Double(code.rawValue))"
    case (.code, _): return ".text(\(prefixed("code.rawValue")))"
    case (.status, _):
      return isText
        ? ".text(String(status ?? code.httpStatus ?? 500))" : ".number(Double(status ?? code.httpStatus ?? 500))"
    case (.retryAfter, _):
      return isText ? "retryAfter.map { .text(String($0)) }" : "retryAfter.map { .number(Double($0)) }"
    case (.description, _): return "(message ?? code.summary).map { .text(\(prefixed("$0"))) }"
    case (_, .text): return "\(variable).map { .text(\(prefixed("$0"))) }"
    case (_, .integer): return "\(variable).map { .number(Double($0)) }"
    case (_, .number): return "\(variable).map { .number($0) }"
    case (_, .boolean): return "\(variable).map { .boolean($0) }"
    case (_, .json): return variable
    }
  }

  /// The expression for the value as the text of a header or a parameter.
  private var wireText: String {
    let hasPrefix = field.place.prefix != nil
    switch (field.role, field.valueType) {
    case (.code, .integer): return "String(code.rawValue)"
    case (.code, _): return prefixed("code.rawValue")
    case (.status, _): return "String(status ?? code.httpStatus ?? 500)"
    case (.retryAfter, _): return "retryAfter.map { String($0) }"
    case (.description, _):
      return hasPrefix ? "(message ?? code.summary).map { \(prefixed("$0")) }" : "message ?? code.summary"
    case (_, .text): return hasPrefix ? "\(variable).map { \(prefixed("$0")) }" : variable
    default: return "\(variable).map { String($0) }"
    }
  }

  private func prefixed(_ text: String) -> String {
    field.place.prefix.map { "\(literal($0)) + \(text)" } ?? text
  }

  /// The parameter of an initializer, or the member of the parameter for details.
  private var variable: String { (field.role == nil ? "details." : "") + identifier.member }
}

/// A Swift string literal.
func literal(_ text: String) -> String { "\"\(SwiftLanguage().text(text))\"" }

/// The subscript that leads to a member.
func path(_ pointer: JSONPointer) -> String { "[\(pointer.tokens.map(literal).joined(separator: ", "))]" }

extension SwiftFieldView {
  /// Without a full stop.
  private var propertyMeaning: String {
    switch field.role {
    case .code: "The error code"
    case .title: "The kind of error, in the server's words"
    case .description: "The server's description of the error"
    case .reference: "Identifies this occurrence of the error, for support"
    case .uri: "The server's link to more about the error"
    case .state: "The state that the client sent with its request"
    case .target: "The part of the request that the error is about"
    case .status: "The HTTP status of this error alone"
    case .retryAfter: "When to send the request again, according to the body"
    case nil: "The detail `\(field.key)`"
    }
  }

  private var parameterMeaning: String {
    switch field.role {
    case .code: "the error code."
    case .title: "the kind of error."
    case .description: "a description of the error; by default the documented one."
    case .reference: "identifies this occurrence of the error, for support."
    case .uri: "a link to more about the error."
    case .state: "the state that the client sent with its request."
    case .target: "the part of the request that the error is about."
    case .status: "the HTTP status of this error alone."
    case .retryAfter: "the number of seconds after which to send the request again."
    case nil: "the detail `\(field.key)`."
    }
  }
}
