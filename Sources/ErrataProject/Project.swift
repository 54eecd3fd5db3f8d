import ErrataDiagnostics
import ErrataOutputs
import Foundation

/// The inputs and outputs of a run: from the arguments, or else from `errata.yaml`.
package struct Project {
  /// The path of the catalogue.
  package let catalog: String
  /// The outputs and their folders.
  package let outputs: [OutputRequest]
  /// Warnings about the configuration and the templates.
  package let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - catalog: the path of the catalogue; nil for the configuration's.
  ///   - outputs: the outputs; if both these and `templates` are empty, the configuration's.
  ///   - templates: the templates to render.
  ///   - configuration: the path of the configuration; nil to look for `errata.yaml`.
  /// - Throws: `MissingConfiguration` if there are neither outputs nor a configuration; `Failure` if the configuration has errors.
  package init(
    catalog: String?, outputs: [OutputRequest], templates: [TemplateRequest], configuration path: String?
  ) throws {
    var reader = TemplateReader()
    let outputs = try outputs + templates.map { try reader.read($0, resolvingWith: { $0 }) }
    if let catalog, !outputs.isEmpty {
      self.catalog = catalog
      self.outputs = outputs
      diagnostics = reader.diagnostics
      return
    }
    guard let file = try ConfigurationFile(path) else { throw MissingConfiguration() }
    self.catalog = catalog ?? file.path(file.configuration.catalog)
    self.outputs =
      outputs.isEmpty
      ? try file.configuration.outputs.map { OutputRequest($0.output, folder: file.path($0.folder)) }
        + file.configuration.templates.map { try reader.read($0, resolvingWith: file.path) } : outputs
    diagnostics = file.diagnostics + reader.diagnostics
  }
}

/// There is no `errata.yaml` in the current folder or its parents.
package struct MissingConfiguration: Error {}

/// A configuration and its folder.
package struct ConfigurationFile {
  package let configuration: Configuration
  /// Warnings about it.
  package let diagnostics: [Diagnostic]
  /// Its own path.
  let path: String
  /// Empty, or ending in `/`.
  package let folder: String

  /// - Parameters:
  ///   - path: nil to look for `errata.yaml` in the current folder and its parents.
  ///   - defaultAccess: the access level for `swift` outputs that don't specify one.
  /// - Returns: nil if there is none.
  /// - Throws: `Failure` if it cannot be read or has errors.
  package init?(_ path: String?, defaultAccess: SwiftOutput.Access = .public) throws {
    guard let path = path ?? Self.nearest() else { return nil }
    let (configuration, diagnostics) = readConfiguration(try readFile(path), defaultAccess: defaultAccess)
    guard let configuration else { throw Failure(.invalidInput, diagnostics) }
    self.configuration = configuration
    self.diagnostics = diagnostics
    self.path = path
    folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// The path to open for `path`, which is relative to the configuration's folder.
  package func path(_ path: String) -> String {
    path.hasPrefix("/") ? path : folder + path
  }

  /// Whether it names the catalogue at `path`, a path from the current folder.
  package func names(catalogAt path: String) -> Bool {
    FileSystem.canonicalPath(of: path) == FileSystem.canonicalPath(of: self.path(configuration.catalog))
  }

  /// The relative path of `errata.yaml` in the current folder or its nearest parent.
  private static func nearest() -> String? {
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

/// Reads requested templates, and collects the warnings about them.
private struct TemplateReader {
  private(set) var diagnostics: [Diagnostic] = []

  /// The output of a requested template: a built-in one by its name, or a file by its path, which `resolve` resolves.
  mutating func read(_ request: TemplateRequest, resolvingWith resolve: (String) -> String) throws -> OutputRequest {
    let (template, diagnostics) = try template(request, resolvingWith: resolve)
    self.diagnostics += diagnostics
    guard let template else { throw Failure(.invalidInput, self.diagnostics) }
    return OutputRequest(TemplateOutput(template), folder: resolve(request.folder))
  }

  private func template(
    _ request: TemplateRequest, resolvingWith resolve: (String) -> String
  ) throws -> (template: CodeTemplate?, diagnostics: [Diagnostic]) {
    guard request.isBuiltIn else { return readTemplate(try readFile(resolve(request.template))) }
    let (builtIn, diagnostics) = BuiltInTemplate.named(request.template)
    return (builtIn?.template, diagnostics)
  }
}
