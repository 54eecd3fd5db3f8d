import ErrataCatalog

/// The file with the catalogue's namespace.
struct SwiftNamespaceContext: TemplateContext {
  let generatedBy: String
  let access: String
  let name: String
  let documentation: String
  let categories: [SwiftCategoryContext]

  init(_ catalog: Catalog, access: SwiftOutput.Access) {
    generatedBy = GeneratedMark.text(for: catalog)
    self.access = access.modifier
    name = catalog.name
    var comment = DocumentationComment(indent: 0)
    comment.add([singleLine("What \(catalog.title) says about its errors, whichever surface they come from.")])
    documentation = comment.text
    categories = catalog.categories.map(SwiftCategoryContext.init)
  }

  static let fields = TemplateFields<Self>(
    .text("generatedBy", \.generatedBy),
    .text("access", \.access),
    .text("name", \.name),
    .text("documentation", \.documentation),
    .flag("hasCategories") { !$0.categories.isEmpty },
    .list("categories", \.categories))
}

struct SwiftCategoryContext: TemplateContext {
  let identifier: SwiftIdentifier
  let category: ErrataCatalog.Category
  let documentation: String

  init(_ category: ErrataCatalog.Category) {
    self.category = category
    identifier = SwiftIdentifier(category)
    var comment = DocumentationComment(indent: 4)
    comment.add([singleLine(category.title)])
    comment.add(Prose(category.guidance ?? "").source)
    documentation = comment.text
  }

  static let fields = TemplateFields<Self>(
    .text("documentation", \.documentation),
    .text("identifier", \.identifier.declared),
    .text("member", \.identifier.member),
    .text("key", \.category.key),
    .text("title", \.category.title),
    .text("guidance") { $0.category.guidance.map { Prose($0).plain } },
    .text("recovery") { $0.category.recovery.map { "." + SwiftIdentifier($0).member } ?? "nil" })
}
