import ErrataDiagnostics
import ErrataOutputs
import Foundation

/// What a run is about: the arguments first, `errata.yaml` for what they leave open.
package struct Project {
  /// The path of the catalogue.
  package let catalog: String
  /// What to make of it, and where.
  package let outputs: [OutputRequest]
  /// Warnings about the configuration and the templates.
  package let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - catalog: the path of the catalogue; nil for the configuration's.
  ///   - outputs: what to make; with `templates` empty, what the configuration says.
  ///   - templates: the templates to fill in.
  ///   - configuration: the path of the configuration; nil to look for `errata.yaml`.
  /// - Throws: `MissingConfiguration` when nothing says what to make; `Failure` when the configuration cannot be followed.
  package init(
    catalog: String?, outputs: [OutputRequest], templates: [TemplateRequest], configuration path: String?
  ) throws {
    var reader = TemplateReader()
    let outputs = try outputs + templates.map { try reader.read($0, in: { $0 }) }
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
        + file.configuration.templates.map { try reader.read($0, in: file.path) } : outputs
    diagnostics = file.diagnostics + reader.diagnostics
  }
}

/// There is no `errata.yaml` in the current folder or one above.
package struct MissingConfiguration: Error {}

/// A configuration and where it is.
package struct ConfigurationFile {
  package let configuration: Configuration
  /// Warnings about it.
  package let diagnostics: [Diagnostic]
  /// Empty, or ending in `/`.
  package let folder: String

  /// - Parameters:
  ///   - path: nil to look for `errata.yaml` in the current folder and those above.
  ///   - defaultAccess: who may use the Swift of an output that does not say so.
  /// - Returns: nil where there is none.
  /// - Throws: `Failure` when it cannot be read or has errors.
  package init?(_ path: String?, defaultAccess: SwiftOutput.Access = .public) throws {
    guard let path = path ?? Self.nearest() else { return nil }
    let (configuration, diagnostics) = readConfiguration(try readFile(path), defaultAccess: defaultAccess)
    guard let configuration else { throw Failure(.invalidInput, diagnostics) }
    self.configuration = configuration
    self.diagnostics = diagnostics
    folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// The path to open for `path`, which is relative to the configuration's folder.
  package func path(_ path: String) -> String {
    path.hasPrefix("/") ? path : folder + path
  }

  /// `errata.yaml` in the current folder or the nearest one above, as a relative path.
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

/// Reads the templates that requests name, and collects the warnings about them.
private struct TemplateReader {
  private(set) var diagnostics: [Diagnostic] = []

  /// The output of the template that `request` names: a built-in one by its name, any other by its path, which `place` turns into
  /// one to open.
  mutating func read(_ request: TemplateRequest, in place: (String) -> String) throws -> OutputRequest {
    let (template, diagnostics) = try template(request, in: place)
    self.diagnostics += diagnostics
    guard let template else { throw Failure(.invalidInput, self.diagnostics) }
    return OutputRequest(TemplateOutput(template), folder: place(request.folder))
  }

  private func template(
    _ request: TemplateRequest, in place: (String) -> String
  ) throws -> (template: CodeTemplate?, diagnostics: [Diagnostic]) {
    guard request.isBuiltIn else { return readTemplate(try readFile(place(request.template))) }
    let (builtIn, diagnostics) = BuiltInTemplate.named(request.template)
    return (builtIn?.template, diagnostics)
  }
}
