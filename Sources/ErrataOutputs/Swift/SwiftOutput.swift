import ErrataCatalog

/// Swift error types: the catalogue's namespace, the code that reads responses, and the error and codes of each surface.
package struct SwiftOutput: Output {
  /// The access level of the generated types.
  package enum Access: String, Sendable, CaseIterable {
    case `public`
    case package
    case `internal`

    /// The modifier of a declaration, with a space after it.
    var modifier: String { self == .internal ? "" : rawValue + " " }
  }

  /// How the types are laid out in files.
  package enum Layout: String, Sendable, CaseIterable {
    /// One file for the namespace, one for the code that reads responses, and one for each surface.
    case perSurface = "per-surface"
    /// Everything in the namespace's file.
    case one
  }

  /// The access level of the generated types.
  package let access: Access
  /// How the types are laid out in files.
  package let layout: Layout

  /// - Parameters:
  ///   - access: the access level of the generated types.
  ///   - layout: how they are laid out in files.
  package init(access: Access = .public, layout: Layout = .perSurface) {
    self.access = access
    self.layout = layout
  }

  /// One job for each file.
  package func jobs(for catalog: Catalog) -> [OutputJob] {
    switch layout {
    case .one: return [job(.swift, catalog, exposesFoundation: true)]
    case .perSurface:
      // Parsed once for all surfaces.
      let template = FileTemplate<SwiftCatalogView>(.swiftSurface)
      return [
        job(.swiftNamespace, catalog, exposesFoundation: true),
        job(.swiftReading, catalog, exposesFoundation: false),
      ]
        + catalog.surfaces.map { surface -> OutputJob in
          { [file(template, catalog, [surface], exposesFoundation: true)] }
        }
    }
  }

  private func job(_ template: BuiltInTemplate, _ catalog: Catalog, exposesFoundation: Bool) -> OutputJob {
    return {
      [file(FileTemplate(template), catalog, catalog.surfaces, exposesFoundation: exposesFoundation)]
    }
  }

  private func file(
    _ template: FileTemplate<SwiftCatalogView>, _ catalog: Catalog, _ surfaces: [Surface], exposesFoundation: Bool
  ) -> OutputFile {
    let view = SwiftCatalogView(catalog, surfaces: surfaces, access: access, exposesFoundation: exposesFoundation)
    return template.file(view, catalog, surfaces)
  }
}
