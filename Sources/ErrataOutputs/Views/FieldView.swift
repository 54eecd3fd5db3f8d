import ErrataCatalog
import ErrataMustache

/// A field or a detail of an error in templates.
struct FieldView: TemplateView {
  let field: ResponseField

  init(_ field: ResponseField) {
    self.field = field
  }

  static let fields = TemplateFields<Self>(
    .text("key", is: "the role in the catalogue, or the detail's own name, in snake_case", \.field.key),
    .text(
      "wireName", is: "the field's name on the wire: of the member, the parameter or the header, or a JSON pointer",
      \.field.name),
    .text("meaning", is: "the meaning of the field, in a few words", \.field.meaning),
    .flag("isRequired", is: "whether every error has it", \.field.isRequired),
    .flag("isCode", is: "whether it is the code") { $0.field.role == .code },
    .flag("isStatus", is: "whether it is the copy of the status") { $0.field.role == .status },
    .flag("isRetryAfter", is: "whether it is the number of seconds after which to try again") {
      $0.field.role == .retryAfter
    },
    .flag("isCommonText", is: "whether it is a text with a role other than the code's") {
      $0.field.role?.isCommonText ?? false
    },
    .flag("isText", is: "whether readers give it as text") { $0.field.valueType == .text },
    .flag("isInteger", is: "whether readers give it as an integer") { $0.field.valueType == .integer },
    .flag("isNumber", is: "whether readers give it as a number") { $0.field.valueType == .number },
    .flag("isBoolean", is: "whether readers give it as a Boolean") { $0.field.valueType == .boolean },
    .flag("isJSON", is: "whether readers give it as a JSON value") { $0.field.valueType == .json },
    .flag("hasSeveralPlaces", is: "whether it can be in several places") { $0.field.places.count > 1 },
    .list("places", is: "where it can be; the first place with a value counts") { $0.field.places.map(PlaceView.init) })
}

/// Where a field can be, in templates.
struct PlaceView: TemplateView {
  let place: FieldPlace

  static let fields = TemplateFields<Self>(
    .flag("isMember", is: "whether it is a member of the body, or a parameter") { $0.place.pointer != nil },
    .flag(
      "isFromBody", is: "whether its path starts at the root of the body, not at the item of the list",
      \.place.isFromBody),
    .list("path", is: "the names and indexes that lead to the member, from the outside in") {
      $0.place.pointer?.tokens.map(PathStepView.init) ?? []
    },
    .text("pointer", is: "the path as a JSON pointer; missing for a header") { $0.place.pointer?.description },
    .text("header", is: "the name of the header in lower case; missing for a member", \.place.header),
    .text("prefix", is: "the text before the value on the wire; may be missing", \.place.prefix),
    .text("until", is: "the text at which the value ends; may be missing", \.place.until),
    .text("after", is: "the text after which the value begins; may be missing", \.place.after),
    .flag("isCut", is: "whether it has `prefix`, `until` or `after`", \.place.isCut))
}

/// A step of a path in templates.
struct PathStepView: TemplateView {
  let token: String

  init(_ token: String) {
    self.token = token
  }

  static let fields = TemplateFields<Self>(
    .text("name", is: "the name of a member, or the index of an item", \.token),
    .text("index", is: "the index of an item, if it can be one; a member may have this name, too") {
      JSONPointer.index(of: $0.token).map(String.init)
    })
}

/// A member that an object must have, in templates.
struct ConditionView: TemplateView {
  let condition: MemberCondition

  static let fields = TemplateFields<Self>(
    .text("name", is: "the name of the member", \.condition.name),
    .text("text", is: "its value, if it is text") {
      if case .text(let text) = $0.condition.value { text } else { nil }
    },
    .text("number", is: "its value, if it is a number, in the syntax of JSON") {
      if case .number(let number) = $0.condition.value { jsonNumber(number) } else { nil }
    },
    .text("boolean", is: "its value, if it is one: `true` or `false`") {
      if case .boolean(let value) = $0.condition.value { "\(value)" } else { nil }
    })
}

/// What to do about a response without a known code, in templates.
struct StatusRecoveryView: TemplateView {
  let status: StatusRecovery

  static let fields = TemplateFields<Self>(
    .text("key", is: "the status, or a class as in `5xx`", \.status.key),
    .flag("isClass", is: "whether it is a class of statuses") { $0.status.statuses.count > 1 },
    .text("first", is: "the lowest status") { "\($0.status.statuses.lowerBound)" },
    .text("last", is: "the highest status") { "\($0.status.statuses.upperBound)" },
    .text("recoveryKey", is: "the recovery, as in the catalogue", \.status.recovery.rawValue),
    .text("recoveryConstant", is: "the same in SCREAMING_CASE", \.status.recovery.constant),
    .text("recoveryPhrase", is: "the same as a short phrase", \.status.recovery.phrase))
}

/// `number` in the syntax of JSON, without a fraction if it has none.
func jsonNumber(_ number: Double) -> String {
  Int(exactly: number).map { "\($0)" } ?? "\(number)"
}
