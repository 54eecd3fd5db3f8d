import ErrataCatalog

/// One code of a surface, wherever it stands in the file.
struct SwiftCodeContext: TemplateContext {
  let identifier: SwiftIdentifier
  let error: ErrorEntry
  let documentation: String
  let category: String?

  static let fields = TemplateFields<Self>(
    .text("documentation", \.documentation),
    .text("identifier", \.identifier.declared),
    .text("member", \.identifier.member),
    .text("code", \.error.code),
    .text("status") { $0.error.statuses.first.map(String.init) },
    .text("category", \.category),
    .text("recovery") { $0.error.recovery.map { SwiftIdentifier($0).member } },
    .text("summary", \.error.description),
    .text("guidance") { $0.error.guidance.map { Prose($0).plain } })
}

/// The codes of a surface, in its order.
func swiftCodes(of surface: Surface, in catalog: Catalog) -> [SwiftCodeContext] {
  // Thousands of codes share a few categories.
  let categories = Dictionary(
    catalog.categories.map { ($0.key, (SwiftIdentifier($0).member, Prose.paragraphs(of: $0.guidance ?? ""))) },
    uniquingKeysWith: { first, _ in first })
  return surface.errors.map { error in
    let category = error.category.flatMap { categories[$0] }
    var comment = DocumentationComment(indent: 2)
    comment.add(Prose.paragraphs(of: error.description))
    comment.add(documentationFacts(of: error, in: catalog))
    comment.add(error.guidance.map(Prose.paragraphs) ?? category?.1 ?? [])
    return SwiftCodeContext(
      identifier: SwiftIdentifier(error), error: error, documentation: comment.text, category: category?.0)
  }
}
