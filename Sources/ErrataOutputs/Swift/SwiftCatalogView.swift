import ErrataCatalog
import ErrataMustache
import ErrataText

/// A catalogue as Swift templates see it.
struct SwiftCatalogView: FileView {
  let base: CatalogView
  let access: SwiftOutput.Access
  /// Whether declarations with `access` have types of Foundation.
  let showsFoundation: Bool

  init(_ catalog: Catalog, surfaces: [Surface]) {
    self.init(catalog, surfaces: surfaces, access: .public, showsFoundation: !surfaces.isEmpty)
  }

  init(_ catalog: Catalog, surfaces: [Surface], access: SwiftOutput.Access, showsFoundation: Bool) {
    base = CatalogView(catalog, surfaces: surfaces)
    self.access = access
    self.showsFoundation = showsFoundation
  }

  /// Where one file says who may see Foundation through it, every other must say so too.
  private var foundationImport: String {
    if showsFoundation { return access.modifier + "import" }
    return access == .internal ? "import" : "internal import"
  }

  static let fields = TemplateFields<Self>(
    extending: \.base,
    with: .text("access", is: "the access modifier and a space; empty for `internal`", \.access.modifier),
    .text("import", is: "`import` with the access that Foundation needs", \.foundationImport),
    .comment("documentation", is: "what its namespace is, as a documentation comment") { view in
      [singleLine("What \(view.base.catalog.title) says about its errors, whichever surface they come from.")]
    },
    .text("fallbackType", is: "the prefix of the first surface with errors in the body; may be missing") { view in
      view.base.surfaces.first { $0.response.carrier == .json }?.typePrefix
    },
    .list("surfaces", is: "the surfaces, or the one that the file is for") { view in
      view.base.surfaceViews.map(SwiftSurfaceView.init)
    },
    .list("categories", is: "the categories") { $0.base.catalog.categories.map(SwiftCategoryView.init) },
    .list("recoveries", is: "all kinds of recovery there are") { _ in Recovery.allCases.map(SwiftRecoveryView.init) })
}

/// A category as Swift templates see it.
struct SwiftCategoryView: TemplateView {
  let category: ErrataCatalog.Category

  static let fields = TemplateFields<Self>(
    extending: { CategoryView($0.category) },
    with: .text("identifier", is: "its case, where that is declared") { SwiftIdentifier($0.category).declared },
    .text("member", is: "its case after a dot") { SwiftIdentifier($0.category).member },
    .text("recoveryMember", is: "the case of its recovery after a dot; may be missing") {
      $0.category.recovery.map { SwiftIdentifier($0).member }
    })
}

/// A recovery as Swift templates see it.
struct SwiftRecoveryView: TemplateView {
  let recovery: Recovery

  static let fields = TemplateFields<Self>(
    extending: { RecoveryView($0.recovery) },
    with: .text("identifier", is: "its case, where that is declared") { SwiftIdentifier($0.recovery).declared })
}
