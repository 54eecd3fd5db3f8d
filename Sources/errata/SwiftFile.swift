import ArgumentParser
import ErrataCatalog
import ErrataDiagnostics
import ErrataOutputs
import ErrataProject
import Foundation

/// What the build-tool plugin runs. A build must know the names of its files before it has read a catalogue, so the plugin
/// names one file, and everything goes into it.
struct SwiftFile: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write all Swift of a catalogue into one file, for a build.", shouldDisplay: false)

  @Argument(help: "The file to write.")
  var output: String

  @Argument(help: "The catalogue; by default the one of the configuration.")
  var catalog: String?

  @Option(
    help: ArgumentHelp("A list of the files that the build watches, touched where others are read.", valueName: "file"))
  var watched: String

  @OptionGroup var project: ProjectOptions

  func run() async throws {
    let terminal = Terminal(format: .text)
    Interruption.watch()
    try await terminal.reportingFailures(of: Self.self) {
      let (path, access) = try request(terminal)
      let files = try readCatalogFiles(path)
      let catalog = try terminal.catalog(in: files)
      for file in SwiftOutput(access: access, layout: .one).files(for: catalog) {
        try replaceGenerated(file.moved(to: output))
      }
      try askAgain(unlessWatched: files.map(\.path))
    }
  }

  /// The catalogue to read, and who may use its errors. Where nothing says so, they stay in the target.
  private func request(_ terminal: Terminal) throws -> (catalog: String, access: SwiftOutput.Access) {
    if let catalog { return (catalog, .internal) }
    guard let file = try ConfigurationFile(project.config, defaultAccess: .internal) else {
      throw ValidationError("Name a catalogue or a configuration")
    }
    terminal.diagnose(file.diagnostics)
    let outputs = file.configuration.outputs.compactMap { $0.output as? SwiftOutput }
    if outputs.count > 1 {
      terminal.diagnose([
        Diagnostic(
          .outputCollision, "errata.yaml asks for Swift \(outputs.count) times, and a build makes one file of it",
          hint: "leave one `swift` among the outputs")
      ])
      throw ExitCode(1)
    }
    let catalog = URL(filePath: file.configuration.catalog, relativeTo: URL(filePath: file.folder)).standardizedFileURL
    return (catalog.path(percentEncoded: false), outputs.first?.access ?? .internal)
  }

  /// Touches the list where `paths` are not all on it, so that the next build runs this command again.
  private func askAgain(unlessWatched paths: [String]) throws {
    func resolved(_ path: some StringProtocol) -> String {
      URL(filePath: String(path)).resolvingSymlinksInPath().path(percentEncoded: false)
    }
    let list = String(decoding: try readFile(watched).bytes, as: UTF8.self)
    let known = Set(list.split(separator: "\n").map(resolved))
    if known.isSuperset(of: paths.map(resolved)) { return }
    guard touch(watched) else {
      throw Failure(Diagnostic(.cannotWrite, "cannot touch \(watched): \(systemReason())"))
    }
  }
}
