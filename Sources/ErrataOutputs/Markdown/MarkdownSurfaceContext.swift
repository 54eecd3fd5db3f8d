import ErrataCatalog

/// The page of one surface: how its errors come, a table of its codes, and a section for each.
struct MarkdownSurfaceContext: TemplateContext {
  let generatedBy: String
  let frontMatter: String?
  let catalog: Catalog
  let surface: Surface
  let columns: MarkdownColumns
  let rows: String
  let sections: String

  /// - Parameter templates: `markdown-surface-row` and `markdown-section`.
  init(_ surface: Surface, of catalog: Catalog, hasFrontMatter: Bool, templates: Templates) {
    generatedBy = GeneratedMark.text(for: catalog)
    frontMatter =
      hasFrontMatter
      ? ErrataOutputs.frontMatter(
        title: surface.title, description: "The error codes of \(surface.title), \(catalog.title).", for: catalog) : nil
    self.catalog = catalog
    self.surface = surface
    let columns = MarkdownColumns(surface.errors, of: catalog)
    self.columns = columns
    let errors = markdownErrors(of: surface, in: catalog, columns)
    rows = errors.rendered(by: templates["markdown-surface-row"])
    sections = errors.rendered(by: templates["markdown-section"])
  }

  static let fields = TemplateFields<Self>(
    .text("generatedBy", \.generatedBy),
    .text("frontMatter", \.frontMatter),
    .text("title", \.surface.title),
    .text("catalogTitle", \.catalog.title),
    .text("version", \.catalog.version.description),
    .text("endpoints") { markdownEndpoints($0.surface) },
    .text("carrier") { $0.surface.response.carrier.sentence },
    .list("fields") { $0.surface.response.fields.map(MarkdownField.init) },
    .flag("hasStatus", \.columns.hasStatus),
    .flag("hasCategory", \.columns.hasCategory),
    .flag("hasRecovery", \.columns.hasRecovery),
    .text("rows") { block($0.rows) },
    .text("sections") { block($0.sections) },
    .flag("hasRetired") { !$0.surface.retired.isEmpty },
    .list("retired") { page in page.surface.retired.map { MarkdownRetiredCode(retired: $0, surface: page.surface) } })
}

struct MarkdownField: TemplateContext {
  let field: ResponseField

  static let fields = TemplateFields<Self>(
    .text("name") { markdownCode($0.field.name, isInTable: true) },
    .text("meaning", \.field.meaning),
    .text("presence") { $0.field.isRequired ? "yes" : "no" })
}

struct MarkdownRetiredCode: TemplateContext {
  let retired: RetiredCode
  let surface: Surface

  static let fields = TemplateFields<Self>(
    .text("anchor") { $0.surface.anchor(for: $0.retired.code) },
    .text("code", \.retired.code),
    .text("since", \.retired.since.description),
    .text("replacement") { context in
      context.retired.replacement.map { markdownLink(to: $0, on: context.surface) } ?? ""
    },
    .text("note") { $0.retired.note ?? "" })
}
