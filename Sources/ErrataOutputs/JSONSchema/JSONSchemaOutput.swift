import ErrataCatalog
import ErrataText

/// JSON Schema 2020-12 for the error responses of each surface: strict, tolerant, and the whole exchange. Every file stands
/// alone.
package struct JSONSchemaOutput: Output {
  /// There is nothing to choose.
  package init() {}

  /// One recipe for each schema: they are the longest files, and can be made at once.
  package func recipes(for catalog: Catalog) -> [OutputRecipe] {
    catalog.surfaces.flatMap { surface -> [OutputRecipe] in
      let schemas = SurfaceSchemas(surface, of: catalog)
      func recipe(_ kind: String, _ schema: @escaping @Sendable () -> JSONValue) -> OutputRecipe {
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
        recipe("strict") { schemas.strict }, recipe("tolerant") { schemas.tolerant },
        recipe("exchange") { schemas.exchange },
      ]
    }
  }
}
