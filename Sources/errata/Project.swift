import ArgumentParser
import ErrataBuiltIn
import ErrataCatalog
import ErrataDiagnostics
import ErrataOutputs
import Foundation

/// What a run is about: the arguments first, `errata.yaml` for what they leave open.
struct Project {
  let catalog: String
  let outputs: [OutputRequest]

  /// - Throws: `ValidationError` when nothing says what to make; `Failure` when the configuration cannot be followed.
  init(
    catalog: String?, outputs: [OutputRequest], templates: [TemplateRequest], options: ProjectOptions,
    terminal: Terminal
  ) throws {
    let outputs = try outputs + templates.map { try readTemplate($0, in: { $0 }, terminal) }
    if let catalog, !outputs.isEmpty {
      self.catalog = catalog
      self.outputs = outputs
      return
    }
    guard let (configuration, folder) = try Self.configuration(options, terminal) else {
      throw ValidationError(
        "There is no errata.yaml here or in a folder above. "
          + (catalog == nil ? "Name a catalogue and an output" : "Name an output")
          + ", as in: errata generate \(catalog ?? "errors.yaml") --swift Sources/Errors")
    }
    func inProject(_ path: String) -> String { path.hasPrefix("/") || folder.isEmpty ? path : folder + path }
    self.catalog = catalog ?? inProject(configuration.catalog)
    self.outputs =
      outputs.isEmpty
      ? try configuration.outputs.map { OutputRequest($0.output, folder: inProject($0.folder)) }
        + configuration.templates.map { try readTemplate($0, in: inProject, terminal) } : outputs
  }

  /// The catalogue to read where no outputs are wanted.
  static func catalogPath(_ catalog: String?, options: ProjectOptions, terminal: Terminal) throws -> String {
    guard let path = try catalog ?? configuredCatalog(options, terminal) else {
      throw ValidationError(
        "There is no errata.yaml here or in a folder above. Name a catalogue, as in: errata check errors.yaml")
    }
    return path
  }

  /// The catalogue to ask where none has to be there: the one that is named, the project's, or the one in the tool.
  static func knownCatalog(_ catalog: String?, options: ProjectOptions, terminal: Terminal) throws -> Catalog {
    if let path = try catalog ?? configuredCatalog(options, terminal) {
      return try readCatalog(at: path, reportingTo: terminal)
    }
    let builtIn = SourceFile(path: BuiltInCatalog.name, bytes: BuiltInCatalog.bytes)
    return try readCatalog([builtIn], reportingTo: terminal)
  }

  /// The path of the catalogue that the configuration names; nil where there is no configuration.
  private static func configuredCatalog(_ options: ProjectOptions, _ terminal: Terminal) throws -> String? {
    guard let (configuration, folder) = try configuration(options, terminal) else { return nil }
    return configuration.catalog.hasPrefix("/") ? configuration.catalog : folder + configuration.catalog
  }

  /// The configuration and its folder, empty or ending in `/`; nil where there is none.
  static func configuration(
    _ options: ProjectOptions, defaultAccess: SwiftOutput.Access = .public, _ terminal: Terminal
  ) throws -> (Configuration, folder: String)? {
    guard let path = options.config ?? found() else { return nil }
    let (configuration, diagnostics) = readConfiguration(try readFile(path), defaultAccess: defaultAccess)
    terminal.diagnose(diagnostics)
    guard let configuration else { throw ExitCode(1) }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    return (configuration, folder)
  }

  /// `errata.yaml` in the current folder or the nearest one above, as a relative path.
  private static func found() -> String? {
    var depth = URL(filePath: FileManager.default.currentDirectoryPath).pathComponents.count - 1
    var path = "errata.yaml"
    while depth >= 0 {
      if FileManager.default.fileExists(atPath: path) { return path }
      path = "../" + path
      depth -= 1
    }
    return nil
  }
}
