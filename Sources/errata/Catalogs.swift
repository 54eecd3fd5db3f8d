import ArgumentParser
import ErrataBuiltIn
import ErrataCatalog
import ErrataDiagnostics
import ErrataProject
import ErrataText

extension Terminal {
  /// Reads the catalogue called `name`, and reports its problems.
  /// - Throws: `Failure` if it cannot be read; `ExitCode(1)` if it has errors.
  func catalog(called name: String) throws -> Catalog {
    try catalog(in: files(ofCatalogCalled: name))
  }

  /// Reads the catalogue in `files`, and reports its problems.
  /// - Throws: `ExitCode(1)` if it has errors.
  func catalog(in files: [SourceFile]) throws -> Catalog { try checkedCatalog(in: files).catalog }

  /// The same, and the warnings that it has.
  func checkedCatalog(called name: String) throws -> (catalog: Catalog, warnings: [Diagnostic]) {
    try checkedCatalog(in: files(ofCatalogCalled: name))
  }

  /// The same, without an end of the command at warnings that count as errors.
  /// - Throws: `ExitCode(1)` if the catalogue has other errors.
  func catalogDespiteWarnings(called name: String) throws -> (catalog: Catalog, warnings: [Diagnostic]) {
    let (catalog, diagnostics) = readCatalog(try files(ofCatalogCalled: name))
    guard let catalog, !diagnostics.hasErrors else {
      try requireNoErrors(in: diagnostics)
      throw ExitCode(1)
    }
    diagnose(diagnostics)
    return (catalog, diagnostics)
  }

  private func checkedCatalog(in files: [SourceFile]) throws -> (catalog: Catalog, warnings: [Diagnostic]) {
    let (catalog, diagnostics) = readCatalog(files)
    try requireNoErrors(in: diagnostics)
    guard let catalog else { throw ExitCode(1) }
    return (catalog, diagnostics)
  }

  /// The name of the catalogue: the argument, or else the `catalog` of the configuration.
  /// - Parameter example: the start of a command that names one.
  /// - Throws: `ValidationError` if there is neither.
  func catalogName(_ argument: String?, _ options: ProjectOptions, example: String) throws -> String {
    guard let name = try argument ?? configuration(options)?.catalogPath else {
      throw missingCatalog(example: example)
    }
    return name
  }

  /// The files of the catalogue of the argument or the configuration, or else of the built-in one.
  func catalogFilesOrBuiltIn(
    _ argument: String?, _ options: ProjectOptions
  ) throws -> (files: [SourceFile], isBuiltIn: Bool) {
    let name = try argument ?? configuration(options)?.catalogPath ?? BuiltInCatalog.identifier
    return (try files(ofCatalogCalled: name), name == BuiltInCatalog.identifier)
  }

  /// The configuration; nil if there is none. Its warnings are reported.
  func configuration(_ options: ProjectOptions) throws -> ConfigurationFile? {
    let file = try ConfigurationFile(options.config)
    try requireNoErrors(in: file?.diagnostics ?? [])
    return file
  }

  /// The files of the catalogue at a path, or of the built-in one by its name.
  func files(ofCatalogCalled name: String) throws -> [SourceFile] {
    if name == BuiltInCatalog.identifier { return [SourceFile(path: BuiltInCatalog.name, bytes: BuiltInCatalog.bytes)] }
    return try readCatalogFiles(name)
  }
}

extension ConfigurationFile {
  /// The path of the catalogue.
  var catalogPath: String { path(configuration.catalog) }
}

/// The error that no catalogue is named, with how to name one: a file that is near, if there is one.
/// - Parameter example: the start of a command that names one.
func missingCatalog(example: String) -> ValidationError {
  let nearby = nearbyCatalogs()
  let hint =
    nearby.isEmpty
    ? "Name a catalogue, as in: \(example) errors.yaml"
    : "To use \(enumerated(nearby, "or")): \(example) \(nearby[0])"
  return ValidationError("No errata.yaml in this folder or a parent folder. \(hint)")
}
