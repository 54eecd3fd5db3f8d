import ErrataCatalog

/// Whatever a template makes of a catalogue.
package struct TemplateOutput: Output {
  private let template: CodeTemplate

  /// - Parameter template: what makes the files.
  package init(_ template: CodeTemplate) {
    self.template = template
  }

  /// One recipe for each file.
  package func recipes(for catalog: Catalog) -> [OutputRecipe] {
    let files = template.isPerSurface ? catalog.surfaces.map { [$0] } : [catalog.surfaces]
    return files.map { surfaces in { [template.file(catalog, surfaces)] } }
  }
}
