import ErrataCatalog

/// Swift error types: the catalogue's namespace, what they share to read responses, and the error and the codes of each
/// surface.
package struct SwiftOutput: Output {
  /// Who may use the generated types.
  package enum Access: String, Sendable, CaseIterable {
    case `public`
    case package
    case `internal`

    /// What stands before a declaration.
    var modifier: String { self == .internal ? "" : rawValue + " " }
  }

  /// How the types are laid out in files.
  package enum Layout: String, Sendable, CaseIterable {
    /// One file for the namespace, one for what reads responses, and one for each surface.
    case perSurface = "per-surface"
    /// Everything in the namespace's file.
    case one
  }

  /// Who may use the generated types.
  package let access: Access
  /// How the types are laid out in files.
  package let layout: Layout

  /// - Parameters:
  ///   - access: who may use the generated types; everybody by default.
  ///   - layout: how they are laid out in files; a file for each surface by default.
  package init(access: Access = .public, layout: Layout = .perSurface) {
    self.access = access
    self.layout = layout
  }

  /// One recipe for each file.
  package func recipes(for catalog: Catalog) -> [OutputRecipe] {
    let isInBody = catalog.surfaces.contains { $0.response.carrier == .json }
    switch layout {
    case .one: return [recipe(.swift, catalog, showsFoundation: !catalog.surfaces.isEmpty)]
    case .perSurface:
      // Read once for all surfaces.
      let template = FileTemplate<SwiftCatalogView>(.swiftSurface)
      return [
        recipe(.swiftNamespace, catalog, showsFoundation: isInBody),
        recipe(.swiftReading, catalog, showsFoundation: false),
      ]
        + catalog.surfaces.map { surface -> OutputRecipe in
          { [file(template, catalog, [surface], showsFoundation: true)] }
        }
    }
  }

  private func recipe(_ template: BuiltInTemplate, _ catalog: Catalog, showsFoundation: Bool) -> OutputRecipe {
    return {
      [file(FileTemplate(template), catalog, catalog.surfaces, showsFoundation: showsFoundation)]
    }
  }

  private func file(
    _ template: FileTemplate<SwiftCatalogView>, _ catalog: Catalog, _ surfaces: [Surface], showsFoundation: Bool
  ) -> OutputFile {
    let view = SwiftCatalogView(catalog, surfaces: surfaces, access: access, showsFoundation: showsFoundation)
    return template.file(view, catalog, surfaces)
  }
}
