import ArgumentParser
import ErrataCatalog
import ErrataDiagnostics
import ErrataOutputs

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read a catalogue and report every problem in it.")

  @Argument(
    help: "The catalogue: a file, a folder of files, or - for standard input. By default the one of errata.yaml.")
  var catalog: String?

  @OptionGroup var project: ProjectOptions
  @OptionGroup var reporting: ReportingOptions

  func run() async throws {
    let terminal = Terminal(format: reporting.format)
    try await terminal.reportingFailures(of: Self.self) {
      let path = try terminal.catalogPath(catalog, project)
      let catalog = try terminal.catalog(at: path)
      try terminal.result(
        text: "\(counts(catalog)): nothing to object to",
        json: .object([("codes", .number(catalog.codeCount)), ("surfaces", .number(catalog.surfaces.count))]))
    }
  }
}
