import ErrataCatalog
import ErrataTemplates
import ErrataText

/// The page: what it is about, a way to search it, every surface with its codes, the categories, and whom to ask.
struct HTMLPageContext: TemplateContext {
  let generatedBy: String
  let catalog: Catalog
  let style = "\n" + BuiltInTemplates.pageStyle
  let script = "\n" + BuiltInTemplates.pageScript
  let policy: String
  let filters: [HTMLFilter]
  let surfaces: [HTMLSurface]

  /// - Parameter templates: `html-entry`.
  init(_ catalog: Catalog, templates: Templates) {
    generatedBy = GeneratedMark.text(for: catalog)
    self.catalog = catalog
    policy = contentSecurityPolicy(style: style, script: script)
    filters = htmlFilters(for: catalog)
    surfaces = catalog.surfaces.map { HTMLSurface($0, of: catalog, entryTemplate: templates["html-entry"]) }
  }

  static let fields = TemplateFields<Self>(
    .text("generatedBy", \.generatedBy),
    .text("policy", \.policy),
    .text("style", \.style),
    .text("script", \.script),
    .text("pageTitle") { singleLine($0.catalog.title) },
    .text("version", \.catalog.version.description),
    .text("pageDescription") { $0.catalog.description.flatMap(proseHTML) },
    .text("counts") { counts($0.catalog) },
    .list("filters", \.filters),
    .list("surfaces", \.surfaces),
    .flag("hasCategories") { !$0.catalog.categories.isEmpty },
    .list("categories") { $0.catalog.categories.map(HTMLCategory.init) },
    .text("support") { $0.catalog.support.flatMap(proseHTML) })
}

struct HTMLCategory: TemplateContext {
  let category: ErrataCatalog.Category

  static let fields = TemplateFields<Self>(
    .text("title") { singleLine($0.category.title) },
    .text("recovery", \.category.recovery?.phrase),
    .text("guidance") { $0.category.guidance.flatMap(proseHTML) })
}
