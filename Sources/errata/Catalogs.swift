import ArgumentParser
import ErrataBuiltIn
import ErrataCatalog
import ErrataDiagnostics
import ErrataProject

extension Terminal {
  /// Reads the catalogue at `path`, and reports its problems.
  /// - Throws: `Failure` if it cannot be read; `ExitCode(1)` if it has errors.
  func catalog(at path: String) throws -> Catalog {
    try catalog(in: readCatalogFiles(path))
  }

  /// Reads the catalogue in `files`, and reports its problems.
  /// - Throws: `ExitCode(1)` if it has errors.
  func catalog(in files: [SourceFile]) throws -> Catalog {
    let (catalog, diagnostics) = readCatalog(files)
    diagnose(diagnostics)
    guard let catalog, !diagnostics.hasErrors else {
      summarize(diagnostics)
      throw ExitCode(1)
    }
    return catalog
  }

  /// The path of the catalogue: the argument, or else the `catalog` of the configuration.
  /// - Throws: `ValidationError` if there is neither.
  func catalogPath(_ argument: String?, _ options: ProjectOptions) throws -> String {
    guard let path = try argument ?? configuredCatalog(options) else {
      throw ValidationError(
        "No errata.yaml in this folder or a parent folder. Name a catalogue, as in: errata check errors.yaml")
    }
    return path
  }

  /// The catalogue of the argument or the configuration, or else the built-in one.
  func catalogOrBuiltIn(_ argument: String?, _ options: ProjectOptions) throws -> Catalog {
    try catalog(in: catalogFilesOrBuiltIn(argument, options))
  }

  /// The files of the catalogue of the argument or the configuration, or else of the built-in one.
  func catalogFilesOrBuiltIn(_ argument: String?, _ options: ProjectOptions) throws -> [SourceFile] {
    if let path = try argument ?? configuredCatalog(options) { return try readCatalogFiles(path) }
    return [SourceFile(path: BuiltInCatalog.name, bytes: BuiltInCatalog.bytes)]
  }

  /// The path of the configuration's catalogue; nil if there is no configuration.
  private func configuredCatalog(_ options: ProjectOptions) throws -> String? {
    guard let file = try ConfigurationFile(options.config) else { return nil }
    diagnose(file.diagnostics)
    return file.path(file.configuration.catalog)
  }
}
