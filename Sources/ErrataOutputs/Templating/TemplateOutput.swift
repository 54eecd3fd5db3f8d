import ErrataCatalog

/// Whatever a template makes of a catalogue.
package struct TemplateOutput: Output {
  /// The template.
  package let template: CodeTemplate

  /// - Parameter template: what makes the files.
  package init(_ template: CodeTemplate) {
    self.template = template
  }

  /// One recipe for each file.
  package func recipes(for catalog: Catalog) -> [OutputRecipe] {
    let choices: [Surface?] = template.fileName.isPerSurface ? catalog.surfaces : [nil]
    return choices.map { surface in
      {
        let view = CatalogView(catalog, surfaces: surface.map { [$0] } ?? catalog.surfaces)
        let contents = template.template.render(view)
        return [
          OutputFile(path: template.fileName.fileName(catalog, surface), contents: contents, markedAs: template.form)
        ]
      }
    }
  }
}
