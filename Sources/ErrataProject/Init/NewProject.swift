/// The files that `errata init` writes: a catalogue, its `errata.yaml`, and the schemas with which editors show both.
package struct NewProject: Sendable {
  /// The name of the catalogue's file.
  package static let catalogueName = "errors.yaml"
  /// The folder of the schemas, beside the catalogue. It is hidden, since nobody edits what is in it.
  private static let schemaFolder = ".errata"
  private static let schemas: [EditorSchema] = [.catalogue, .configuration]

  private let folder: String
  /// The path of the catalogue.
  package let cataloguePath: String
  private let configurationPath: String
  private let schemaPaths: [String]

  /// A project in a folder, which need not exist yet.
  /// - Throws: `Failure` under `cannot-write` if one of its files exists.
  package init(in folder: String) throws {
    func path(_ name: String) -> String { folder == "." ? name : joinedPath(folder, name) }
    self.folder = folder
    cataloguePath = path(Self.catalogueName)
    configurationPath = path("errata.yaml")
    schemaPaths = Self.schemas.map { path("\(Self.schemaFolder)/\($0.fileName)") }
    try requireAbsent(paths)
  }

  /// The paths of the files.
  package var paths: [String] { [cataloguePath, configurationPath] + schemaPaths }

  /// Writes the files. The catalogue and the configuration begin with a line that names their schema.
  /// - Throws: `Failure` under `cannot-write`, also if one of them exists; then none is written.
  package func write(catalogue: String, configuration: String) throws {
    func text(_ text: String, _ schema: EditorSchema) -> String {
      schema.modeline(in: Self.schemaFolder) + "\n\n" + text
    }
    try writeNew(
      [
        NewFile(path: cataloguePath, contents: text(catalogue, .catalogue)),
        NewFile(path: configurationPath, contents: text(configuration, .configuration)),
      ] + zip(schemaPaths, Self.schemas).map { NewFile(path: $0, contents: $1.text) }, in: folder)
  }
}
