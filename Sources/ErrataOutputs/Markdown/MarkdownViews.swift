import ErrataCatalog
import ErrataMustache
import ErrataText

/// A catalogue in Markdown templates.
struct MarkdownCatalogView: FileView {
  let base: CatalogView
  /// The columns of its tables of codes, without empty ones.
  let columns: [FactKey]

  init(_ catalog: Catalog, surfaces: [Surface]) {
    base = CatalogView(catalog, surfaces: surfaces)
    let errors = surfaces.flatMap { catalog.resolvedErrors(of: $0) }
    columns = FactKey.summary.filter { key in errors.contains { key.value(of: $0) != nil } }
  }

  static let fields = TemplateFields<Self>(
    extending: \.base,
    with: .list("surfaces", is: "the surfaces, or the one of the file") { view in
      view.base.surfaceViews.map { MarkdownSurfaceView(base: $0, columns: view.columns) }
    },
    .list("columns", is: "the columns of a table of codes, without empty ones") {
      $0.columns.map(MarkdownColumnView.init)
    })
}

/// A column of a table of codes in Markdown templates.
struct MarkdownColumnView: TemplateView {
  let key: FactKey

  static let fields = TemplateFields<Self>(.text("label", is: "the heading", \.key.label))
}

/// A surface in Markdown templates.
struct MarkdownSurfaceView: TemplateView {
  let base: SurfaceView
  let columns: [FactKey]

  static let fields = TemplateFields<Self>(
    extending: \.base,
    with: .formatted("file", is: "the file name of its page", \.base.surface.markdownFile),
    .list("endpoints", is: "its endpoints, in the catalogue's order") {
      $0.base.surface.endpoints.map(MarkdownEndpointView.init)
    },
    .formatted("introduction", is: "how its errors are sent, in a few sentences") {
      $0.base.surface.response.introduction.markdown()
    },
    .list("fields", is: "the fields and details of its errors") { view in
      let format = view.base.surface.response
      return (format.fields + format.details).map { MarkdownFieldView(field: $0, format: format) }
    },
    .list("errors", is: "its codes") { view in
      view.base.errors.map { MarkdownErrorView(base: $0, columns: view.columns) }
    },
    .list("retired", is: "its retired codes") { $0.base.retired.map(MarkdownRetiredView.init) })
}

/// An endpoint in Markdown templates.
struct MarkdownEndpointView: TemplateView {
  let endpoint: Endpoint

  static let fields = TemplateFields<Self>(
    extending: { EndpointView($0.endpoint) },
    with: .code("endpointSpan", is: "the endpoint as a code span", \.endpoint.description),
    .formatted("endpointCell", is: "the endpoint as a code span in a table") {
      markdownCode($0.endpoint.description, isInTable: true)
    })
}

/// A field of an error in Markdown templates.
struct MarkdownFieldView: TemplateView {
  let field: ResponseField
  let format: ResponseFormat

  static let fields = TemplateFields<Self>(
    extending: { FieldView($0.field) },
    with: .formatted("placeCell", is: "where it is, with code spans, in a table") {
      $0.field.location(in: $0.format).markdown(isInTable: true)
    })
}

/// A code of a surface in Markdown templates.
struct MarkdownErrorView: TemplateView {
  let base: ErrorView
  let columns: [FactKey]

  static let fields = TemplateFields<Self>(
    extending: \.base,
    with: .code("codeSpan", is: "the code as a code span", \.base.error.entry.code),
    .formatted("anchor", is: "its anchor in the documentation", \.base.error.anchor),
    .formatted("fragment", is: "the same, percent-encoded for a link") { urlFragment($0.base.error.anchor) },
    .list("cells", is: "the cells of a table of codes, in the order of `columns`") { view in
      view.columns.map { key in MarkdownCellView(value: key.value(of: view.base.error)?.markdownCell) }
    },
    .list("facts", is: "its properties other than description, causes and guidance") { view in
      view.base.error.facts.map {
        FormattedFactView(label: $0.label, value: $0.value.markdown(on: view.base.error.surface))
      }
    },
    .formatted("exampleBlock", is: "an example response, as a fenced code block") {
      exampleCodeBlock(ExampleResponse(of: $0.base.error))
    })
}

/// A cell in a table of codes in Markdown templates.
struct MarkdownCellView: TemplateView {
  let value: String?

  static let fields = TemplateFields<Self>(.formatted("value", is: "the content; may be missing", \.value))
}

/// A retired code in Markdown templates.
struct MarkdownRetiredView: TemplateView {
  let base: RetiredView

  static let fields = TemplateFields<Self>(
    extending: \.base,
    with: .code("codeSpan", is: "the code as a code span", \.base.code.code),
    .formatted("anchor", is: "its anchor in the documentation") { $0.base.surface.anchor(for: $0.base.code.code) },
    .formatted("replacementLink", is: "a link to the code to use instead; may be missing") { view in
      view.base.code.replacement.map { markdownLink(to: $0, on: view.base.surface) }
    })
}
