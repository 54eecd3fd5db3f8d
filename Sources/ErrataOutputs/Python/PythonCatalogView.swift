import ErrataCatalog
import ErrataMustache

/// A catalogue in Python templates.
struct PythonCatalogView: FileView {
  let base: ReaderCatalogView

  init(_ catalog: Catalog, surfaces: [Surface]) {
    base = ReaderCatalogView(base: CatalogView(catalog, surfaces: surfaces), syntax: PythonSyntax())
  }

  static let fields = TemplateFields<Self>(extending: \.base)
}
