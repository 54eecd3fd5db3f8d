import ErrataCatalog
import ErrataText

/// The first page: the API, its surfaces and categories, and every code.
struct MarkdownIndexContext: TemplateContext {
  let generatedBy: String
  let frontMatter: String?
  let catalog: Catalog
  let columns: MarkdownColumns
  let rows: String

  /// - Parameter templates: `markdown-index-row`.
  init(_ catalog: Catalog, hasFrontMatter: Bool, templates: Templates) {
    generatedBy = GeneratedMark.text(for: catalog)
    frontMatter =
      hasFrontMatter
      ? ErrataOutputs.frontMatter(
        title: catalog.title, description: "The error codes of \(catalog.title): \(counts(catalog)).", for: catalog)
      : nil
    self.catalog = catalog
    let columns = MarkdownColumns(catalog.surfaces.lazy.flatMap(\.errors), of: catalog)
    self.columns = columns
    rows = catalog.surfaces.map { surface in
      let title = markdownEscaped(surface.title)
      return surface.errors.lazy.map { error in
        MarkdownIndexRow(
          anchor: CodeAnchor(error.code, on: surface), code: error.code, file: surface.fileName + ".md",
          surface: title, cells: columns.cells(error))
      }.rendered(by: templates["markdown-index-row"])
    }.joined()
  }

  static let fields = TemplateFields<Self>(
    .text("generatedBy", \.generatedBy),
    .text("frontMatter", \.frontMatter),
    .text("title", \.catalog.title),
    .text("description") { $0.catalog.description.flatMap(proseMarkdown) },
    .text("version", \.catalog.version.description),
    .text("counts") { counts($0.catalog) },
    .text("support") { $0.catalog.support.flatMap(proseMarkdown) },
    .flag("hasCategories") { !$0.catalog.categories.isEmpty },
    .list("categories") { $0.catalog.categories.map(MarkdownCategory.init) },
    .flag("hasStatus", \.columns.hasStatus),
    .flag("hasCategory", \.columns.hasCategory),
    .flag("hasRecovery", \.columns.hasRecovery),
    .list("surfaces") { $0.catalog.surfaces.map(MarkdownIndexSurface.init) },
    .text("rows") { block($0.rows) })
}

/// `41 codes on 3 surfaces`.
package func counts(_ catalog: Catalog) -> String {
  counted(catalog.codeCount, "code") + " on " + counted(catalog.surfaces.count, "surface")
}

struct MarkdownCategory: TemplateContext {
  let category: ErrataCatalog.Category

  static let fields = TemplateFields<Self>(
    .text("title", \.category.title),
    .text("recovery", \.category.recovery?.phrase),
    .text("guidance") { $0.category.guidance.flatMap(proseMarkdown) })
}

struct MarkdownIndexSurface: TemplateContext {
  let surface: Surface

  static let fields = TemplateFields<Self>(
    .text("title", \.surface.title),
    .text("file") { $0.surface.fileName + ".md" },
    .text("endpoints") { markdownEndpoints($0.surface, isInTable: true) },
    .text("count") { "\($0.surface.errors.count)" })
}

struct MarkdownIndexRow: TemplateContext {
  let anchor: CodeAnchor
  let code: String
  let file: String
  let surface: String
  let cells: String

  static let fields = TemplateFields<Self>(
    .text("anchor", \.anchor.id),
    .text("link", \.anchor.link),
    .text("code", \.code),
    .text("file", \.file),
    .text("surface", \.surface),
    .text("cells", \.cells))
}

func markdownEndpoints(_ surface: Surface, isInTable: Bool = false) -> String {
  surface.endpoints.map { markdownCode($0.description, isInTable: isInTable) }.joined(separator: ", ")
}
