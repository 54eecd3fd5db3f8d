import ErrataCatalog
import ErrataMustache

/// A catalogue in Kotlin templates.
struct KotlinCatalogView: FileView {
  let base: CatalogView

  init(_ catalog: Catalog, surfaces: [Surface]) {
    base = CatalogView(catalog, surfaces: surfaces)
  }

  static let fields = TemplateFields<Self>(
    extending: \.base,
    with: .list("surfaces", is: "the surfaces, or the one of the file") { view in
      view.base.surfaceViews.map(KotlinSurfaceView.init)
    },
    .list("texts", is: "the texts besides the code that any of them has, each once") { view in
      view.base.texts.map(KotlinTextView.init)
    })
}

/// A text that errors have, in Kotlin templates.
struct KotlinTextView: TemplateView {
  let field: ResponseField

  static let fields = TemplateFields<Self>(
    .text("key", is: "the role in the catalogue", \.field.key),
    .text("meaning", is: "the meaning of the text, in a few words", \.field.meaning),
    .formatted("property", is: "its property") { kotlinProperty($0.field.key) })
}

/// A surface in Kotlin templates.
struct KotlinSurfaceView: TemplateView {
  let base: SurfaceView

  static let fields = TemplateFields<Self>(
    extending: \.base,
    with: .list("paths", is: "the paths of its endpoints, each once") {
      $0.base.surface.paths.map(KotlinPathView.init)
    },
    .list("fields", is: "the fields of its errors") { $0.views(of: $0.base.surface.response.fields) },
    .list("details", is: "its details: other values that clients use") {
      $0.views(of: $0.base.surface.response.details)
    })

  private func views(of fields: [ResponseField]) -> [KotlinFieldView] {
    var properties = UniqueNames()
    let response = base.surface.response
    return fields.map { field in
      KotlinFieldView(
        field: field, carrier: response.carrier, hasList: response.list != nil,
        property: properties.unique(kotlinProperty(field.key)))
    }
  }
}

/// The path of an endpoint in Kotlin templates.
struct KotlinPathView: TemplateView {
  let path: EndpointPattern

  init(_ path: EndpointPattern) {
    self.path = path
  }

  static let fields = TemplateFields<Self>(
    extending: { PathView($0.path) },
    with: .formatted("literal", is: "the path as a string literal") { KotlinLanguage().literal($0.path.description) })
}

/// A field or a detail in Kotlin templates.
struct KotlinFieldView: TemplateView {
  let field: ResponseField
  let carrier: ResponseFormat.Carrier
  /// Whether the errors are items of a list.
  let hasList: Bool
  let property: String

  static let fields = TemplateFields<Self>(
    extending: { FieldView($0.field) },
    with: .formatted("property", is: "its property") { $0.property },
    .text("valueType", is: "the type of the value that readers find", \.valueType),
    .formatted("reading", is: "the expression that finds the value; null without one") {
      KotlinReading(carrier: $0.carrier, hasList: $0.hasList).value(of: $0.field)
    })

  private var valueType: String {
    switch field.valueType {
    case .text: "String"
    case .integer: "Long"
    case .number: "Double"
    case .boolean: "Boolean"
    case .json: "Any"
    }
  }
}

/// `key` in lowerCamelCase. A keyword has backticks, and `class` an underscore: its getter would be that of the object's class.
private func kotlinProperty(_ key: String) -> String {
  let name = caseName(for: key) ?? key
  if name == "class" { return "class_" }
  return hardKeywords.contains(name) ? "`\(name)`" : name
}

/// The hard keywords of Kotlin ("Keywords and operators").
private let hardKeywords: Set<String> = [
  "as", "break", "class", "continue", "do", "else", "false", "for", "fun", "if", "in", "interface", "is", "null",
  "object",
  "package", "return", "super", "this", "throw", "true", "try", "typealias", "typeof", "val", "var", "when", "while",
]
