import ErrataCatalog
import ErrataMustache
import ErrataTemplates
import ErrataText

/// A catalogue as HTML templates see it.
struct HTMLCatalogView: FileView {
  let base: CatalogView
  private let style = "\n" + EmbeddedTemplates.pageStyle
  private let script = "\n" + EmbeddedTemplates.pageScript

  init(_ catalog: Catalog, surfaces: [Surface]) {
    base = CatalogView(catalog, surfaces: surfaces)
  }

  static let fields = TemplateFields<Self>(
    extending: \.base,
    with: .list("surfaces", is: "the surfaces, or the one that the file is for") { view in
      view.base.surfaceViews.map(HTMLSurfaceView.init)
    },
    .list("filters", is: "the choices that narrow the codes of the page") { htmlFilters(for: $0.base.catalog) },
    .formatted("style", is: "the style sheet of the page", \.style),
    .formatted("script", is: "the script of the page", \.script),
    .formatted("policy", is: "a Content-Security-Policy that allows `style` and `script` and nothing else") {
      contentSecurityPolicy(style: $0.style, script: $0.script)
    })
}

/// A surface as HTML templates see it.
struct HTMLSurfaceView: TemplateView {
  let base: SurfaceView

  static let fields = TemplateFields<Self>(
    extending: \.base,
    with: .list("errors", is: "its codes") { $0.base.errors.map(HTMLErrorView.init) },
    .list("retired", is: "its codes that are gone") { $0.base.retired.map(HTMLRetiredView.init) })
}

/// One code of a surface as HTML templates see it.
struct HTMLErrorView: TemplateView {
  let base: ErrorView

  static let fields = TemplateFields<Self>(
    extending: \.base,
    with: .flag("hasFacts", is: "whether there are `facts`") { !$0.facts.isEmpty },
    .list("facts", is: "what is known of it beside its description, guidance, statuses and recovery", \.facts),
    .text("exampleTitle", is: "what the example shows", \.exampleTitle),
    .text("exampleLines", is: "the example, with each parameter of a redirect on a line of its own", \.exampleLines))

  private var facts: [HTMLFactView] {
    base.error.facts.compactMap { fact in
      fact.value.html(on: base.error.surface).map { HTMLFactView(label: fact.label, value: $0) }
    }
  }

  private var exampleTitle: String {
    switch base.error.surface.response.carrier {
    case .json: base.error.entry.statuses.first.map { "HTTP " + statusLine($0) } ?? "Response body"
    case .query: "Redirect back to the client"
    }
  }

  private var exampleLines: String {
    let example = ExampleResponse(of: base.error)
    return example.carrier == .query
      ? example.text.split(separator: "&").joined(separator: "\n&") : example.text
  }
}

/// A fact as HTML templates see it.
struct HTMLFactView: TemplateView {
  let label: String
  let value: String

  static let fields = TemplateFields<Self>(
    .text("label", is: "what it is about, in a word or two", \.label),
    .formatted("value", is: "the fact, in a few words", \.value))
}

/// A code that is gone, as HTML templates see it.
struct HTMLRetiredView: TemplateView {
  let base: RetiredView

  static let fields = TemplateFields<Self>(
    extending: \.base,
    with: .formatted("replacementLink", is: "a link to the code that took its place; may be missing") { view in
      view.base.code.replacement.map { htmlLink(to: $0, on: view.base.surface) }
    })
}

extension FactValue {
  /// nil for what the head of an entry shows.
  func html(on surface: Surface) -> String? {
    switch self {
    case .statuses, .recovery: nil
    case .words: htmlEscaped(words)
    case .endpoints(let endpoints): endpoints.map { htmlCode($0.description) }.joined(separator: " ")
    case .history(let deprecation):
      "since "
        + deprecation.words(code: { htmlLink(to: $0, on: surface) }, note: { htmlEscaped(singleLine($0)) })
    }
  }
}

private func htmlLink(to code: String, on surface: Surface) -> String {
  "<a href=\"#\(htmlEscaped(urlFragment(surface.anchor(for: code))))\">\(htmlCode(code))</a>"
}
