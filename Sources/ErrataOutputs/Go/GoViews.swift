import ErrataCatalog
import ErrataMustache

/// A catalogue in Go templates.
struct GoCatalogView: FileView {
  let base: CatalogView

  init(_ catalog: Catalog, surfaces: [Surface]) {
    base = CatalogView(catalog, surfaces: surfaces)
  }

  static let fields = TemplateFields<Self>(
    extending: \.base,
    with: .list("surfaces", is: "the surfaces, or the one of the file") {
      $0.base.surfaceViews.map(GoSurfaceView.init)
    },
    .list("categories", is: "the categories") { $0.base.catalog.categories.map(GoCategoryView.init) },
    .list("recoveries", is: "all kinds of recovery") { _ in Recovery.allCases.map(GoRecoveryView.init) },
    .list("texts", is: "the texts besides the code that any of them has, each once") { view in
      view.base.texts.map(GoTextView.init)
    })
}

/// A text that errors have, in Go templates.
struct GoTextView: TemplateView {
  let field: ResponseField

  static let fields = TemplateFields<Self>(
    .text("key", is: "the role in the catalogue", \.field.key),
    .text("meaning", is: "the meaning of the text, in a few words", \.field.meaning),
    .text("identifier", is: "its name in a struct") { goFieldName($0.field) })
}

/// A category in Go templates.
struct GoCategoryView: TemplateView {
  let category: ErrataCatalog.Category

  static let fields = TemplateFields<Self>(
    extending: { CategoryView($0.category) },
    with: .text("identifier", is: "the end of its constant") { goName($0.category.key) },
    .text("recoveryIdentifier", is: "the end of its recovery's constant; may be missing") { view in
      view.category.recovery.map { goName($0.rawValue) }
    })
}

/// A recovery in Go templates.
struct GoRecoveryView: TemplateView {
  let recovery: Recovery

  static let fields = TemplateFields<Self>(
    extending: { RecoveryView($0.recovery) },
    with: .text("identifier", is: "the end of its constant") { goName($0.recovery.rawValue) })
}

/// A surface in Go templates.
struct GoSurfaceView: TemplateView {
  let base: SurfaceView

  static let fields = TemplateFields<Self>(
    extending: \.base,
    with: .list("fields", is: "the fields of its errors") { $0.views(of: $0.base.surface.response.fields) },
    .list("details", is: "its details: other values that clients use") {
      $0.views(of: $0.base.surface.response.details)
    },
    .list("statusRecoveries", is: "what to do about responses without a known code, exact statuses first") { view in
      view.base.statusRecoveries.map(GoStatusRecoveryView.init)
    },
    .list("errors", is: "its codes") { view in
      var names = UniqueNames()
      return view.base.errors.map { GoErrorView(base: $0, identifier: names.unique(goName($0.name))) }
    })

  private func views(of fields: [ResponseField]) -> [GoFieldView] {
    var names = UniqueNames()
    let response = base.surface.response
    return fields.map { field in
      GoFieldView(
        field: field, carrier: response.carrier, hasList: response.list != nil,
        identifier: names.unique(goFieldName(field)))
    }
  }
}

/// A code in Go templates.
struct GoErrorView: TemplateView {
  let base: ErrorView
  let identifier: String

  static let fields = TemplateFields<Self>(
    extending: \.base,
    with: .text("identifier", is: "the end of its constant, unique on the surface", \.identifier),
    .text("recoveryIdentifier", is: "the end of its recovery's constant; may be missing") { view in
      view.base.error.recovery.map { goName($0.rawValue) }
    },
    .text("categoryIdentifier", is: "the end of its category's constant; may be missing") { view in
      view.base.error.category.map { goName($0.key) }
    })
}

/// What to do about a response without a known code, in Go templates.
struct GoStatusRecoveryView: TemplateView {
  let base: StatusRecoveryView

  static let fields = TemplateFields<Self>(
    extending: \.base,
    with: .text("recoveryIdentifier", is: "the end of the recovery's constant") {
      goName($0.base.status.recovery.rawValue)
    })
}

/// A field or a detail in Go templates.
struct GoFieldView: TemplateView {
  let field: ResponseField
  let carrier: ResponseFormat.Carrier
  /// Whether the errors are items of a list.
  let hasList: Bool
  let identifier: String

  static let fields = TemplateFields<Self>(
    extending: { FieldView($0.field) },
    with: .text("identifier", is: "its name in a struct", \.identifier),
    .text("valueType", is: "its type in a struct", \.valueType),
    .formatted("reading", is: "the expression that finds the value") {
      GoReading(carrier: $0.carrier, hasList: $0.hasList).value(of: $0.field)
    })

  private var valueType: String {
    switch field.valueType {
    case .text: "string"
    case .integer: "*int64"
    case .number: "*float64"
    case .boolean: "*bool"
    case .json: "any"
    }
  }
}

private func goFieldName(_ field: ResponseField) -> String {
  field.role == .description ? "Message" : goName(field.key)
}
