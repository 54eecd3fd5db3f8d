import ErrataCatalog
import ErrataText

/// The catalogue's namespace, and what its errors share.
struct SwiftNamespaceContext: TemplateContext {
  let access: String
  let name: String
  let documentation: String
  let categories: [SwiftCategoryContext]
  /// The surfaces whose errors come in a body.
  let responses: [SwiftResponseContext]
  let hasRedirects: Bool

  init(_ catalog: Catalog, access: SwiftOutput.Access) {
    self.access = access.modifier
    name = catalog.name
    var comment = DocumentationComment(indent: 0)
    comment.add([singleLine("What \(catalog.title) says about its errors, whichever surface they come from.")])
    documentation = comment.text
    categories = catalog.categories.map(SwiftCategoryContext.init)
    responses = catalog.surfaces.filter { $0.response.carrier == .json }.map(SwiftResponseContext.init)
    hasRedirects = catalog.surfaces.contains { $0.response.carrier == .query }
  }

  static let fields = TemplateFields<Self>(
    .text("access", \.access),
    .text("name", \.name),
    .text("documentation", \.documentation),
    .flag("hasCategories") { !$0.categories.isEmpty },
    .list("categories", \.categories),
    .flag("hasResponses") { !$0.responses.isEmpty },
    .list("responses", \.responses),
    .text("fallback") { $0.responses.first.map { $0.surface.typePrefix + "Error" } })
}

/// A surface whose errors come in a body.
struct SwiftResponseContext: TemplateContext {
  let surface: Surface

  /// String literals.
  private var endpoints: String {
    surface.endpoints.map { "\"\(swiftLiteral($0.description))\"" }.joined(separator: ", ")
  }

  static let fields = TemplateFields<Self>(
    .text("type") { $0.surface.typePrefix + "Error" },
    .text("endpoints", \.endpoints))
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
