import ErrataCatalog

/// JSON Schema 2020-12 for the error responses of each surface: strict, tolerant, and the whole exchange. Every file stands
/// alone.
public struct JSONSchemaOutput: Output {
  /// There is nothing to choose.
  public init() {}

  /// One recipe for each surface, which makes its three schemas.
  public func recipes(for catalog: Catalog) -> [OutputRecipe] {
    catalog.surfaces.map { surface -> OutputRecipe in
      {
        let schemas = SurfaceSchemas(surface, of: catalog)
        return [("strict", schemas.strict), ("tolerant", schemas.tolerant), ("exchange", schemas.exchange)].map {
          OutputFile(path: "\(surface.fileName).\($0).schema.json", contents: $1.text(width: 100) + "\n")
        }
      }
    }
  }
}
