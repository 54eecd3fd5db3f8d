import ArgumentParser
import ErrataCatalog
import ErrataDiagnostics
import ErrataOutputs
import ErrataProject
import Foundation

struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what an error code or a rule means, and what to do.",
    discussion: """
      It shows the code on every surface that has it. Where no catalogue is named and there is no errata.yaml, it is \
      looked up in the catalogue built into the tool, BankID's. A name that is no code of the catalogue can be that of a \
      rule, as errata reports it in brackets: errata explain unknown-key.
      """)

  @Argument(help: "The code, as it is on the wire, or the name of a rule.")
  var name: String

  @Option(help: ArgumentHelp("Look on this surface only.", valueName: "key"))
  var surface: String?

  @Option(help: "The catalogue: a file, a folder of files, or - for standard input. By default the one of errata.yaml.")
  var catalog: String?

  @OptionGroup var project: ProjectOptions
  @OptionGroup var reporting: ReportingOptions

  func run() async throws {
    let terminal = Terminal(format: reporting.format)
    try await terminal.reportingFailures(of: Self.self) {
      let (width, color) = (Terminal.columns, Terminal.showsColor(STDOUT_FILENO))
      let rule = explainRule(surface == nil ? name : "")
      guard let catalog = try catalog(for: rule, terminal) else {
        return try terminal.result(text: rule.text(width: width, color: color), json: rule.json)
      }
      let (explanation, diagnostics) = explain(name, on: surface, in: catalog)
      if let explanation {
        let text = explanation.text(width: width, color: color)
        try terminal.result(
          text: rule.isEmpty ? text : text + "\n\n" + rule.note, json: rule.json(addedTo: explanation.json))
      } else if !rule.isEmpty {
        try terminal.result(text: rule.text(width: width, color: color), json: rule.json)
      } else {
        terminal.diagnose(diagnostics)
        throw ExitCode(1)
      }
    }
  }

  /// The catalogue to look the name up in. That of a rule is explained without one too: a catalogue with errors is often why it
  /// is looked up.
  private func catalog(for rule: RuleExplanation, _ terminal: Terminal) throws -> Catalog? {
    if rule.isEmpty { return try terminal.knownCatalog(catalog, project) }
    guard let files = try? terminal.knownCatalogFiles(catalog, project) else { return nil }
    let (catalog, diagnostics) = readCatalog(files)
    return diagnostics.hasErrors ? nil : catalog
  }
}
