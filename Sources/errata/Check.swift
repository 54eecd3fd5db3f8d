import ArgumentParser
import ErrataCatalog
import ErrataDiagnostics
import ErrataOutputs
import ErrataProject
import ErrataText

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check a catalogue and report all problems.")

  @Argument(
    help: "The catalogue: a file, a folder of files, or - for standard input. (default: the catalogue in errata.yaml)")
  var catalog: String?

  @OptionGroup var project: ProjectOptions
  @OptionGroup var warnings: WarningOptions
  @OptionGroup var reporting: ReportingOptions

  func run() async throws {
    let terminal = Terminal(format: reporting.format, warningsAsErrors: warnings.warningsAsErrors)
    Interruption.watch()
    try await terminal.reportingFailures(of: Self.self) {
      let name = try terminal.catalogName(catalog, project, example: "errata check")
      let (catalog, warnings) = try terminal.checkedCatalog(called: name)
      try terminal.writeResult(
        text: "\(counts(catalog)): \(warnings.isEmpty ? "no problems found" : counted(warnings.count, "warning"))",
        json: .object([
          ("codes", .number(catalog.codeCount)), ("surfaces", .number(catalog.surfaces.count)),
          ("warnings", .number(warnings.count)),
        ]))
    }
  }
}
