import ErrataCatalog
import ErrataMustache

/// A catalogue in TypeScript templates.
struct TypeScriptCatalogView: FileView {
  let base: ReaderCatalogView

  init(_ catalog: Catalog, surfaces: [Surface]) {
    base = ReaderCatalogView(base: CatalogView(catalog, surfaces: surfaces), syntax: TypeScriptSyntax())
  }

  static let fields = TemplateFields<Self>(extending: \.base)
}
