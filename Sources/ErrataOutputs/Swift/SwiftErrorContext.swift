import ErrataCatalog
import ErrataText

/// The error of one surface: what a response or a redirect holds beside its code.
struct SwiftErrorContext: TemplateContext {
  let access: String
  let type: String
  let namespace: String
  let documentation: String
  let codeName: String
  /// Those of every role but the code's.
  let fieldContexts: [SwiftFieldContext]
  /// What every error has a property for, and this surface no field.
  let absent: [SwiftAbsentFieldContext]
  let wire: [SwiftWireFieldContext]

  init(_ surface: Surface, of catalog: Catalog, access: SwiftOutput.Access) {
    self.access = access.modifier
    type = surface.typePrefix + "Error"
    namespace = catalog.name
    let noun = surface.response.carrier == .json ? "An error response" : "An error that a redirect carries"
    var comment = DocumentationComment(indent: 0)
    comment.add([
      singleLine("\(noun): \(surface.title) (\(surface.endpoints.map(\.description).joined(separator: ", "))).")
    ])
    documentation = comment.text
    codeName = surface.response.field(.code)?.name ?? ""
    fieldContexts = surface.response.fields.compactMap(SwiftFieldContext.init)
    absent = [ResponseField.Role.description, .reference].filter { surface.response.field($0) == nil }
      .compactMap { role in role.property.map { SwiftAbsentFieldContext(property: $0, meaning: role.propertyMeaning) } }
    wire = surface.response.fields.enumerated().map { SwiftWireFieldContext(field: $1, isFirst: $0 == 0) }
  }

  static let fields = TemplateFields<Self>(
    .text("access", \.access),
    .text("type", \.type),
    .text("namespace", \.namespace),
    .text("documentation", \.documentation),
    .text("codeName", \.codeName),
    .list("fields", \.fieldContexts),
    .list("absent", \.absent),
    .flag("hasMessage") { context in context.fieldContexts.contains { $0.field.role == .description } },
    .flag("hasReference") { context in context.fieldContexts.contains { $0.field.role == .reference } },
    .list("wire", \.wire))
}

/// A field with a property of its own.
struct SwiftFieldContext: TemplateContext {
  let field: ResponseField
  let property: String

  /// nil for the code, which has a type of its own.
  init?(_ field: ResponseField) {
    guard let property = field.role.property else { return nil }
    self.field = field
    self.property = property
  }

  private var isURL: Bool { field.role == .uri }

  static let fields = TemplateFields<Self>(
    .text("name", \.field.name),
    .text("property", \.property),
    .text("valueType") { $0.isURL ? "URL?" : "String?" },
    .flag("isURL", \.isURL),
    .text("meaning", \.field.role.propertyMeaning),
    .text("parameter", \.field.role.parameterMeaning),
    .text("value") { $0.field.role == .description ? "message ?? code.summary" : $0.property })
}

/// A property that is always nil.
struct SwiftAbsentFieldContext: TemplateContext {
  let property: String
  let meaning: String

  static let fields = TemplateFields<Self>(.text("property", \.property), .text("meaning", \.meaning))
}

/// A field as an error writes it.
struct SwiftWireFieldContext: TemplateContext {
  let field: ResponseField
  let isFirst: Bool

  static let fields = TemplateFields<Self>(
    .text("name", \.field.name),
    .flag("isFirst", \.isFirst),
    .text("value") { context in
      switch context.field.role {
      case .code: "code.rawValue"
      case .description: "message ?? code.summary"
      case .reference: "reference"
      case .uri: "uri?.absoluteString"
      case .state: "state"
      }
    })
}

extension ResponseField.Role {
  /// The property that holds the field; nil for the code.
  fileprivate var property: String? {
    switch self {
    case .code: nil
    case .description: "message"
    case .reference: "reference"
    case .uri: "uri"
    case .state: "state"
    }
  }

  /// Without a last full stop.
  fileprivate var propertyMeaning: String {
    switch self {
    case .code: "Which error it is"
    case .description: "The error in the server's words"
    case .reference: "What names this one occurrence of the error, for support"
    case .uri: "Where the server says to read more about the error"
    case .state: "What the client sent along with its request"
    }
  }

  fileprivate var parameterMeaning: String {
    switch self {
    case .code: "which error it is."
    case .description: "the error in words; where none is given, what the catalogue documents."
    case .reference: "what names this one occurrence of the error, for support."
    case .uri: "where to read more about the error."
    case .state: "what the client sent along with its request."
    }
  }
}
