import ErrataCatalog

/// One code of a surface, wherever it stands in the file.
struct SwiftCodeContext: TemplateContext {
  let documentation: String?
  let identifier: SwiftIdentifier
  let code: String
  let status: String?
  let category: String?
  /// Its own, not its category's.
  let recovery: String?
  let summary: String
  /// Its own, not its category's.
  let guidance: String?

  static let fields = TemplateFields<Self>(
    .text("documentation", \.documentation),
    .text("identifier", \.identifier.declared),
    .text("member", \.identifier.member),
    .text("code", \.code),
    .text("status", \.status),
    .text("category", \.category),
    .text("recovery", \.recovery),
    .text("summary", \.summary),
    .text("guidance", \.guidance))
}

/// The codes of a surface, in its order.
func swiftCodes(of surface: Surface, in catalog: Catalog) -> [SwiftCodeContext] {
  // Thousands of codes share a few categories.
  let categories = Dictionary(
    catalog.categories.map {
      ($0.key, (member: argument(for: $0, in: catalog), guidance: Prose($0.guidance ?? "").source))
    },
    uniquingKeysWith: { first, _ in first })
  return surface.errors.map { error in
    let category = error.category.flatMap { categories[$0] }
    let guidance = error.guidance.map(Prose.init)
    var comment = DocumentationComment(indent: 2)
    comment.add(Prose(error.description).source)
    let facts = ErrorFacts(error, in: catalog)
    comment.add([facts.line].compactMap(\.self) + facts.sentences)
    comment.add(guidance?.source ?? category?.guidance ?? [])
    return SwiftCodeContext(
      documentation: comment.text.isEmpty ? nil : comment.text, identifier: SwiftIdentifier(error), code: error.code,
      status: error.statuses.first.map(String.init), category: category?.member,
      recovery: error.recovery.map { SwiftIdentifier($0).member }, summary: error.description, guidance: guidance?.plain
    )
  }
}

/// A category where an optional one is expected: there `.none` would be no category.
private func argument(for category: ErrataCatalog.Category, in catalog: Catalog) -> String {
  let member = SwiftIdentifier(category).member
  return member == "none" ? "\(catalog.name).Category.none" : ".\(member)"
}
