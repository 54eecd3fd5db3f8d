import ErrataCatalog
import ErrataText
import Mustache

/// One surface on the page: how its errors come, its codes, and those that are gone.
struct HTMLSurface: TemplateContext {
  let surface: Surface
  let entries: String

  /// - Parameter entryTemplate: `html-entry`.
  init(_ surface: Surface, of catalog: Catalog, entryTemplate: MustacheTemplate) {
    self.surface = surface
    entries = htmlEntries(of: surface, in: catalog).rendered(by: entryTemplate)
  }

  static let fields = TemplateFields<Self>(
    .text("key", \.surface.key),
    .text("title") { singleLine($0.surface.title) },
    .text("count") { "\($0.surface.errors.count)" },
    .text("endpoints") { $0.surface.endpoints.map { htmlCode($0.description) }.joined(separator: " ") },
    .text("carrier", \.surface.response.carrier.sentence),
    .list("fields") { $0.surface.response.fields.map(HTMLField.init) },
    .text("entries") { block($0.entries) },
    .flag("hasRetired") { !$0.surface.retired.isEmpty },
    .list("retired") { page in page.surface.retired.map { HTMLRetiredCode(retired: $0, surface: page.surface) } })
}

struct HTMLField: TemplateContext {
  let field: ResponseField

  static let fields = TemplateFields<Self>(
    .text("name") { htmlCode($0.field.name) },
    .text("meaning", \.field.meaning),
    .text("presence") { $0.field.isRequired ? "always there" : "optional" })
}

struct HTMLRetiredCode: TemplateContext {
  let retired: RetiredCode
  let surface: Surface

  static let fields = TemplateFields<Self>(
    .text("anchor") { $0.surface.anchor(for: $0.retired.code) },
    .text("code", \.retired.code),
    .text("since", \.retired.since.description),
    .text("replacement") { context in context.retired.replacement.map { htmlLink(to: $0, on: context.surface) } ?? "" },
    .text("note") { singleLine($0.retired.note ?? "") })
}

func htmlLink(to code: String, on surface: Surface) -> String {
  "<a href=\"#\(htmlEscaped(fragment(surface.anchor(for: code))))\">\(htmlCode(code))</a>"
}
