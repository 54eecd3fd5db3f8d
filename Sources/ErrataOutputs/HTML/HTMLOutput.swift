import ErrataCatalog

/// One self-contained page with every code, that searches and filters itself and makes no network requests.
package struct HTMLOutput: Output {
  /// There is nothing to choose.
  package init() {}

  /// One recipe: there is one file.
  package func recipes(for catalog: Catalog) -> [OutputRecipe] {
    TemplateOutput(BuiltInTemplate.html.template).recipes(for: catalog)
  }
}
