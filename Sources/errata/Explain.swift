import ArgumentParser
import ErrataDiagnostics
import ErrataOutputs
import Foundation

struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what an error code means, and what to do.",
    discussion: """
      It shows the code on every surface that has it. Where no catalogue is named and there is no errata.yaml, it is \
      looked up in the catalogue built into the tool, BankID's.
      """)

  @Argument(help: "The code, as it is on the wire.")
  var code: String

  @Option(help: ArgumentHelp("Look on this surface only.", valueName: "key"))
  var surface: String?

  @Option(help: "The catalogue: a file, a folder of files, or - for standard input. By default the one of errata.yaml.")
  var catalog: String?

  @OptionGroup var project: ProjectOptions
  @OptionGroup var reporting: ReportingOptions

  func run() async throws {
    let terminal = Terminal(format: reporting.format)
    try await terminal.reportingFailures(of: Self.self) {
      let catalog = try terminal.knownCatalog(catalog, project)
      let (explanation, diagnostics) = explain(code, on: surface, in: catalog)
      guard let explanation else {
        terminal.diagnose(diagnostics)
        throw ExitCode(1)
      }
      try terminal.result(
        text: explanation.text(width: Terminal.columns, color: Terminal.showsColor(STDOUT_FILENO)),
        json: explanation.json)
    }
  }
}
