import ErrataCatalog

/// One self-contained page with every code, that searches and filters itself and asks nobody for anything.
package struct HTMLOutput: Output {
  /// There is nothing to choose.
  package init() {}

  /// One recipe: there is one file.
  package func recipes(for catalog: Catalog) -> [OutputRecipe] {
    [
      {
        let templates = Templates("html-page", "html-entry")
        let page = templates["html-page"].render(HTMLPageContext(catalog, templates: templates))
        return [OutputFile(path: "index.html", contents: page, markedAs: .html)]
      }
    ]
  }
}
