import ErrataCatalog
import ErrataMustache
import ErrataText

/// A catalogue as Markdown templates see it.
struct MarkdownCatalogView: FileView {
  let base: CatalogView
  /// The columns of its tables of codes: only those in which something stands.
  let columns: [FactKey]

  init(_ catalog: Catalog, surfaces: [Surface]) {
    base = CatalogView(catalog, surfaces: surfaces)
    let facts = Set(surfaces.lazy.flatMap { catalog.resolvedErrors(of: $0) }.flatMap(\.facts).map(\.key))
    columns = FactKey.allCases.filter { $0.isSummary && facts.contains($0) }
  }

  static let fields = TemplateFields<Self>(
    extending: \.base,
    with: .list("surfaces", is: "the surfaces, or the one that the file is for") { view in
      view.base.surfaceViews.map { MarkdownSurfaceView(base: $0, columns: view.columns) }
    },
    .list("columns", is: "the columns of a table of codes, as `cells` fills them") {
      $0.columns.map(MarkdownColumnView.init)
    })
}

/// A column of a table of codes as Markdown templates see it.
struct MarkdownColumnView: TemplateView {
  let key: FactKey

  static let fields = TemplateFields<Self>(.text("label", is: "what is in it, in a word or two", \.key.label))
}

/// A surface as Markdown templates see it.
struct MarkdownSurfaceView: TemplateView {
  let base: SurfaceView
  let columns: [FactKey]

  static let fields = TemplateFields<Self>(
    extending: \.base,
    with: .formatted("file", is: "the name of its page", \.base.surface.markdownFile),
    .list("endpoints", is: "its endpoints") { $0.base.surface.endpoints.map(MarkdownEndpointView.init) },
    .list("fields", is: "the fields of its errors") { $0.base.surface.response.fields.map(MarkdownFieldView.init) },
    .list("errors", is: "its codes") { view in
      view.base.errors.map { MarkdownErrorView(base: $0, columns: view.columns) }
    },
    .list("retired", is: "its codes that are gone") { $0.base.retired.map(MarkdownRetiredView.init) })
}

/// An endpoint as Markdown templates see it.
struct MarkdownEndpointView: TemplateView {
  let endpoint: EndpointPattern

  static let fields = TemplateFields<Self>(
    extending: { EndpointView($0.endpoint) },
    with: .code("pathSpan", is: "the path as a code span", \.endpoint.description),
    .formatted("pathCell", is: "the path as a code span in a table") {
      markdownCode($0.endpoint.description, isInTable: true)
    })
}

/// A field of an error as Markdown templates see it.
struct MarkdownFieldView: TemplateView {
  let field: ResponseField

  static let fields = TemplateFields<Self>(
    extending: { FieldView($0.field) },
    with: .formatted("nameCell", is: "the name as a code span in a table") {
      markdownCode($0.field.name, isInTable: true)
    })
}

/// One code of a surface as Markdown templates see it.
struct MarkdownErrorView: TemplateView {
  let base: ErrorView
  let columns: [FactKey]

  static let fields = TemplateFields<Self>(
    extending: \.base,
    with: .code("codeSpan", is: "the code as a code span", \.base.error.entry.code),
    .formatted("anchor", is: "its anchor in all documentation", \.base.error.anchor),
    .formatted("fragment", is: "the same, percent-encoded for a link") { urlFragment($0.base.error.anchor) },
    .list("cells", is: "what is in the `columns` of a table of codes") { view in
      let facts = view.base.error.facts
      return view.columns.map { key in MarkdownCellView(value: facts.first { $0.key == key }?.value.markdownCell) }
    },
    .list("facts", is: "what is known of it beside its description and guidance") { view in
      view.base.error.facts.map {
        MarkdownFactView(label: $0.label, value: $0.value.markdown(on: view.base.error.surface))
      }
    },
    .formatted("exampleBlock", is: "how it comes, as a fenced code block") {
      exampleBlock(ExampleResponse(of: $0.base.error))
    })
}

/// A cell in a table of codes as Markdown templates see it.
struct MarkdownCellView: TemplateView {
  let value: String?

  static let fields = TemplateFields<Self>(.formatted("value", is: "what is in it; may be missing", \.value))
}

/// A fact as Markdown templates see it.
struct MarkdownFactView: TemplateView {
  let label: String
  let value: String

  static let fields = TemplateFields<Self>(
    .text("label", is: "what it is about, in a word or two", \.label),
    .formatted("value", is: "the fact, in a few words", \.value))
}

/// A code that is gone, as Markdown templates see it.
struct MarkdownRetiredView: TemplateView {
  let base: RetiredView

  static let fields = TemplateFields<Self>(
    extending: \.base,
    with: .code("codeSpan", is: "the code as a code span", \.base.code.code),
    .formatted("anchor", is: "its anchor in all documentation") { $0.base.surface.anchor(for: $0.base.code.code) },
    .formatted("replacementLink", is: "a link to the code that took its place; may be missing") { view in
      view.base.code.replacement.map { markdownLink(to: $0, on: view.base.surface) }
    })
}
