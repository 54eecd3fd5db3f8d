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

  public let access: Access

  public init(access: Access = .public) {
    self.access = access
  }

  public func files(for catalog: Catalog) -> [OutputFile] {
    let namespace = OutputFile(
      path: "\(catalog.name).swift",
      contents: Templates.render("swift-namespace", SwiftNamespaceContext(catalog, access: access)))
    let surfaces = catalog.surfaces.map { surface in
      OutputFile(
        path: "\(surface.typePrefix)ErrorCode.swift",
        contents: Templates.render("swift-error-code", SwiftErrorCodeContext(surface, of: catalog, access: access)))
    }
    return [namespace] + surfaces
  }
}
