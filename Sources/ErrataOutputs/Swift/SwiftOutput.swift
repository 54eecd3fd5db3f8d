import ErrataCatalog

/// Swift error types: one file for the catalogue's namespace, and one for the codes of each surface.
public struct SwiftOutput: Output {
  /// Who may use the generated types.
  public enum Access: String, Sendable, CaseIterable {
    case `public`
    case package
    case `internal`

    /// What stands before a declaration.
    var modifier: String { self == .internal ? "" : rawValue + " " }
  }

  /// Who may use the generated types.
  public let access: Access

  /// - Parameter access: who may use the generated types; everybody by default.
  public init(access: Access = .public) {
    self.access = access
  }

  /// One recipe for the namespace, and one for each surface.
  public func recipes(for catalog: Catalog) -> [OutputRecipe] {
    let namespace: OutputRecipe = {
      let template = Templates("swift-namespace")["swift-namespace"]
      let contents = template.render(SwiftNamespaceContext(catalog, access: access))
      return [OutputFile(path: "\(catalog.name).swift", contents: contents)]
    }
    let templates = Templates("swift-error-code", "swift-case", "swift-raw-value", "swift-entry")
    let surfaces = catalog.surfaces.map { surface -> OutputRecipe in
      {
        let context = SwiftErrorCodeContext(surface, of: catalog, access: access, templates: templates)
        let contents = templates["swift-error-code"].render(context)
        return [OutputFile(path: "\(surface.typePrefix)ErrorCode.swift", contents: contents)]
      }
    }
    return [namespace] + surfaces
  }
}
