import ArgumentParser
import ErrataCatalog
import ErrataDiagnostics
import ErrataOutputs
import ErrataProject
import Foundation

/// The command that the build-tool plugin runs. A build must know its output files before it reads the catalogue, so all code
/// goes into one file that the plugin names.
struct SwiftFile: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Generate the Swift code of a catalogue in one file, for a build.", shouldDisplay: false)

  @Argument(help: "The file to write.")
  var output: String

  @Argument(help: "The catalogue. (default: the catalogue in the configuration)")
  var catalog: String?

  @Option(
    help: ArgumentHelp(
      "A list of the files that the build watches. It is touched if the catalogue has other files.", valueName: "file"))
  var watched: String

  @OptionGroup var project: ProjectOptions

  func run() async throws {
    let terminal = Terminal(format: .text)
    Interruption.watch()
    try await terminal.reportingFailures(of: Self.self) {
      let (path, access) = try source(terminal)
      let files = try readCatalogFiles(path)
      let catalog = try terminal.catalog(in: files)
      for file in SwiftOutput(access: access, layout: .one).files(for: catalog) {
        try replaceGenerated(file.moved(to: output))
      }
      try requestRebuild(unlessWatched: files.map(\.path))
    }
  }

  /// The path of the catalogue, and the access level of the generated code: `internal`, unless the configuration has another.
  private func source(_ terminal: Terminal) throws -> (catalog: String, access: SwiftOutput.Access) {
    if let catalog { return (catalog, .internal) }
    guard let file = try ConfigurationFile(project.config, defaultAccess: .internal) else {
      throw ValidationError("Name a catalogue or a configuration.")
    }
    terminal.diagnose(file.diagnostics)
    let outputs = file.configuration.outputs.compactMap { $0.output as? SwiftOutput }
    if outputs.count > 1 {
      terminal.diagnose([
        Diagnostic(
          .outputCollision, "errata.yaml has \(outputs.count) `swift` outputs; the limit for a build is 1",
          hint: "remove all `swift` outputs but one")
      ])
      throw ExitCode(1)
    }
    let catalog = URL(filePath: file.configuration.catalog, relativeTo: URL(filePath: file.folder)).standardizedFileURL
    return (catalog.path(percentEncoded: false), outputs.first?.access ?? .internal)
  }

  /// Touches the list of watched files unless it contains all `paths`, so that the next build runs this command again.
  private func requestRebuild(unlessWatched paths: [String]) throws {
    func resolved(_ path: some StringProtocol) -> String {
      URL(filePath: String(path)).resolvingSymlinksInPath().path(percentEncoded: false)
    }
    let list = String(decoding: try readFile(watched).bytes, as: UTF8.self)
    let watchedPaths = Set(list.split(separator: "\n").map(resolved))
    if watchedPaths.isSuperset(of: paths.map(resolved)) { return }
    guard touch(watched) else {
      throw Failure(Diagnostic(.cannotWrite, "cannot touch \(watched): \(systemReason())"))
    }
  }
}
