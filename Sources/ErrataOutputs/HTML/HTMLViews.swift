import ErrataCatalog
import ErrataMustache
import ErrataTemplates
import ErrataText

/// A catalogue in HTML templates.
struct HTMLCatalogView: FileView {
  let base: CatalogView
  private let style = "\n" + EmbeddedTemplates.pageStyle
  private let script = "\n" + EmbeddedTemplates.pageScript

  init(_ catalog: Catalog, surfaces: [Surface]) {
    base = CatalogView(catalog, surfaces: surfaces)
  }

  static let fields = TemplateFields<Self>(
    extending: \.base,
    with: .list("surfaces", is: "the surfaces, or the one of the file") { view in
      view.base.surfaceViews.map(HTMLSurfaceView.init)
    },
    .list("filters", is: "the filters for the codes of the page") { htmlFilters(for: $0.base.catalog) },
    .formatted("style", is: "the style sheet of the page", \.style),
    .formatted("script", is: "the script of the page", \.script),
    .formatted("policy", is: "a Content-Security-Policy that allows only `style` and `script`") {
      contentSecurityPolicy(style: $0.style, script: $0.script)
    })
}

/// A surface in HTML templates.
struct HTMLSurfaceView: TemplateView {
  let base: SurfaceView

  static let fields = TemplateFields<Self>(
    extending: \.base,
    with: .formatted("introduction", is: "how its errors are sent, in a few sentences") {
      $0.base.surface.response.introduction.html
    },
    .list("fields", is: "the fields and details of its errors") { view in
      let format = view.base.surface.response
      return (format.fields + format.details).map { HTMLFieldView(field: $0, format: format) }
    },
    .list("errors", is: "its codes") { $0.base.errors.map(HTMLErrorView.init) },
    .list("retired", is: "its retired codes") { $0.base.retired.map(HTMLRetiredView.init) })
}

/// A field of an error in HTML templates.
struct HTMLFieldView: TemplateView {
  let field: ResponseField
  let format: ResponseFormat

  static let fields = TemplateFields<Self>(
    extending: { FieldView($0.field) },
    with: .formatted("placeCell", is: "where it is, with code elements") { $0.field.location(in: $0.format).html })
}

/// A code of a surface in HTML templates.
struct HTMLErrorView: TemplateView {
  let base: ErrorView

  static let fields = TemplateFields<Self>(
    extending: \.base,
    with: .flag("hasFacts", is: "whether there are `facts`") { !$0.facts.isEmpty },
    .list("facts", is: "its facts other than description, causes, guidance, statuses and recovery", \.facts),
    .text("exampleTitle", is: "the title of the example", \.exampleTitle),
    .text("exampleLines", is: "the example, with each parameter of a redirect or a challenge on a separate line") {
      ExampleResponse(of: $0.base.error).text(parameterBreak: "\n")
    })

  private var facts: [FormattedFactView] {
    base.error.facts.compactMap { fact in
      fact.value.html(on: base.error.surface).map { FormattedFactView(label: fact.label, value: $0) }
    }
  }

  private var exampleTitle: String {
    switch base.error.surface.response.carrier {
    case .json, .challenge: base.error.entry.statuses.first.map { "HTTP " + statusLine($0) } ?? "Response body"
    case .query: "Redirect back to the client"
    }
  }
}

/// A retired code in HTML templates.
struct HTMLRetiredView: TemplateView {
  let base: RetiredView

  static let fields = TemplateFields<Self>(
    extending: \.base,
    with: .formatted("replacementLink", is: "a link to the code to use instead; may be missing") { view in
      view.base.code.replacement.map { htmlLink(to: $0, on: view.base.surface) }
    })
}

extension FactValue {
  /// nil for facts that the head of an entry shows.
  func html(on surface: Surface) -> String? {
    switch self {
    case .statuses, .recovery: nil
    case .text: htmlEscaped(text)
    case .endpoints(let endpoints): endpoints.map { htmlCode($0.description) }.joined(separator: " ")
    case .history(let deprecation):
      "since "
        + deprecation.phrase(code: { htmlLink(to: $0, on: surface) }, note: { htmlEscaped(singleLine($0)) })
    }
  }
}

private func htmlLink(to code: String, on surface: Surface) -> String {
  "<a href=\"#\(htmlEscaped(urlFragment(surface.anchor(for: code))))\">\(htmlCode(code))</a>"
}
