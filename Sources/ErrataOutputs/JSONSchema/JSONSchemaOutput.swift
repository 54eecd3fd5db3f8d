import ErrataCatalog
import ErrataText

/// JSON Schema 2020-12 for the error responses of each surface: strict, tolerant, and the whole exchange. The files don't refer to
/// each other.
package struct JSONSchemaOutput: Output {
  package init() {}

  /// One job for each schema, since these are the longest files.
  package func jobs(for catalog: Catalog) -> [OutputJob] {
    catalog.surfaces.flatMap { surface -> [OutputJob] in
      let schemas = SurfaceSchemas(surface, of: catalog)
      func job(_ kind: String, _ schema: @escaping @Sendable () -> JSONValue) -> OutputJob {
        {
          let contents = schema().text(width: 100) + "\n"
          return [
            OutputFile(
              path: "\(surface.fileName).\(kind).schema.json", contents: contents,
              markedAs: OutputKind.jsonSchema.markForm)
          ]
        }
      }
      return [
        job("strict") { schemas.strict }, job("tolerant") { schemas.tolerant },
        job("exchange") { schemas.exchange },
      ]
    }
  }
}
