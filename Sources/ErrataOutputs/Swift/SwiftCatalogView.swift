import ErrataCatalog
import ErrataMustache
import ErrataText

/// A catalogue in Swift templates.
struct SwiftCatalogView: FileView {
  let base: CatalogView
  let access: SwiftOutput.Access
  /// Whether declarations with `access` use types of Foundation.
  let exposesFoundation: Bool

  init(_ catalog: Catalog, surfaces: [Surface]) {
    self.init(catalog, surfaces: surfaces, access: .public, exposesFoundation: true)
  }

  init(_ catalog: Catalog, surfaces: [Surface], access: SwiftOutput.Access, exposesFoundation: Bool) {
    base = CatalogView(catalog, surfaces: surfaces)
    self.access = access
    self.exposesFoundation = exposesFoundation
  }

  /// If one file's import of Foundation has an access level, every other file's must have one too.
  private var foundationImport: String {
    if exposesFoundation { return access.modifier + "import" }
    return access == .internal ? "import" : "internal import"
  }

  static let fields = TemplateFields<Self>(
    extending: \.base,
    with: .text("access", is: "the access modifier and a space; empty for `internal`", \.access.modifier),
    .text("import", is: "`import` with the access level that Foundation needs", \.foundationImport),
    .comment("documentation", is: "the documentation comment of the namespace") { view in
      Prose(literal: singleLine("The errors of \(view.base.catalog.title): what all surfaces share."))
    },
    .flag("hasResponses", is: "whether any surface has errors in responses") { view in
      view.base.surfaces.contains { $0.response.carrier != .query }
    },
    .flag("hasPaths", is: "whether any value is deeper than a member of the error") { $0.has(\.hasPaths) },
    .flag("hasHeaderPlaces", is: "whether any field can be in a header") { $0.has(\.hasHeaderPlaces) },
    .flag("hasLists", is: "whether any surface has a list of errors") { $0.has { $0.surface.response.list != nil } },
    .flag("hasRootLists", is: "whether such a list is the whole body") {
      $0.has { $0.surface.response.list?.pointer.tokens == [] }
    },
    .flag("hasCuts", is: "whether only a part of a text counts somewhere") { $0.has(\.hasCuts) },
    .flag("hasTextCodes", is: "whether the codes of any surface are texts") { $0.has { $0.has(.text, isCode: true) } },
    .flag("hasIntegers", is: "whether any field is an integer") { $0.has { $0.has(.integer) } },
    .flag("hasNumbers", is: "whether any number is read that may have a fraction") { $0.has(\.hasNumbers) },
    .flag("hasBooleans", is: "whether any Boolean is read") { $0.has(\.hasBooleans) },
    .flag("hasTextConditions", is: "whether any object must have a certain text") { $0.has(\.hasTextConditions) },
    .flag("hasParsedTexts", is: "whether a number or a Boolean is read from text") { $0.has(\.hasParsedTexts) },
    .flag("hasJSONDetails", is: "whether any detail is a JSON value") { $0.has { $0.has(.json) } },
    .flag("hasBooleanValues", is: "whether a Boolean in a body matters") { $0.has { $0.hasBooleans || $0.has(.json) } },
    .flag("hasListValues", is: "whether a list in a body matters") { $0.has(\.hasListValues) },
    .flag("hasRetryAfterFields", is: "whether any body says when to retry") {
      $0.has { $0.surface.response.field(.retryAfter) != nil }
    },
    .list("surfaces", is: "the surfaces, or the one of the file") { view in
      view.base.surfaceViews.map(SwiftSurfaceView.init)
    },
    .list("categories", is: "the categories") { $0.base.catalog.categories.map(SwiftCategoryView.init) },
    .list("recoveries", is: "all kinds of recovery") { _ in Recovery.allCases.map(SwiftRecoveryView.init) })

  private func has(_ isUsed: (SurfaceUse) -> Bool) -> Bool {
    base.surfaces.contains { isUsed(SurfaceUse(surface: $0)) }
  }
}

/// A category in Swift templates.
struct SwiftCategoryView: TemplateView {
  let category: ErrataCatalog.Category

  static let fields = TemplateFields<Self>(
    extending: { CategoryView($0.category) },
    with: .text("identifier", is: "its case in a declaration") { SwiftIdentifier($0.category).declared },
    .text("member", is: "its case after a dot") { SwiftIdentifier($0.category).member },
    .text("recoveryMember", is: "the case of its recovery after a dot; may be missing") {
      $0.category.recovery.map { SwiftIdentifier($0).member }
    })
}

/// A recovery in Swift templates.
struct SwiftRecoveryView: TemplateView {
  let recovery: Recovery

  static let fields = TemplateFields<Self>(
    extending: { RecoveryView($0.recovery) },
    with: .text("identifier", is: "its case in a declaration") { SwiftIdentifier($0.recovery).declared })
}
