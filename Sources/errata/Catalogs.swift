import ArgumentParser
import ErrataBuiltIn
import ErrataCatalog
import ErrataDiagnostics
import ErrataProject

extension Terminal {
  /// The catalogue at `path`, its problems reported.
  /// - Throws: `Failure` where it cannot be read; `ExitCode(1)` where it has errors.
  func catalog(at path: String) throws -> Catalog {
    try catalog(in: readCatalogFiles(path))
  }

  /// The catalogue in `files`, its problems reported.
  /// - Throws: `ExitCode(1)` where it has errors.
  func catalog(in files: [SourceFile]) throws -> Catalog {
    let (catalog, diagnostics) = readCatalog(files)
    diagnose(diagnostics)
    guard let catalog, !diagnostics.hasErrors else {
      summarize(diagnostics)
      throw ExitCode(1)
    }
    return catalog
  }

  /// The path of the catalogue to read: the argument, or what the configuration says.
  /// - Throws: `ValidationError` where neither names one.
  func catalogPath(_ argument: String?, _ options: ProjectOptions) throws -> String {
    guard let path = try argument ?? configuredCatalog(options) else {
      throw ValidationError(
        "There is no errata.yaml here or in a folder above. Name a catalogue, as in: errata check errors.yaml")
    }
    return path
  }

  /// The catalogue to look into where none has to be there: the one that is named, the project's, or the one in the tool.
  func knownCatalog(_ argument: String?, _ options: ProjectOptions) throws -> Catalog {
    try catalog(in: knownCatalogFiles(argument, options))
  }

  /// The files of the catalogue to look into where none has to be there.
  func knownCatalogFiles(_ argument: String?, _ options: ProjectOptions) throws -> [SourceFile] {
    if let path = try argument ?? configuredCatalog(options) { return try readCatalogFiles(path) }
    return [SourceFile(path: BuiltInCatalog.name, bytes: BuiltInCatalog.bytes)]
  }

  /// The path of the catalogue that the configuration names; nil where there is no configuration.
  private func configuredCatalog(_ options: ProjectOptions) throws -> String? {
    guard let file = try ConfigurationFile(options.config) else { return nil }
    diagnose(file.diagnostics)
    return file.path(file.configuration.catalog)
  }
}
