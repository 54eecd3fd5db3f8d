import ArgumentParser
import ErrataCatalog
import ErrataDiagnostics
import ErrataOutputs
import ErrataProject
import Foundation

struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain an error code or a rule, and what to do about it.",
    discussion: """
      The code is shown for every surface that has it. Without a catalogue and without errata.yaml, it is looked up in \
      the built-in catalogue, BankID's. The name can also be that of a rule, which errata reports in brackets, as in: \
      errata explain unknown-key
      """)

  @Argument(help: "The code as it is sent by the API, or the name of a rule.")
  var name: String

  @Option(help: ArgumentHelp("Explain the code on this surface only.", valueName: "key"))
  var surface: String?

  @Option(
    help: """
      The catalogue: a file, a folder of files, or - for standard input. (default: the catalogue in errata.yaml, or the \
      built-in one)
      """)
  var catalog: String?

  @OptionGroup var project: ProjectOptions
  @OptionGroup var reporting: ReportingOptions

  func run() async throws {
    let terminal = Terminal(format: reporting.format)
    Interruption.watch()
    try await terminal.reportingFailures(of: Self.self) {
      let (width, color) = (Terminal.columns, Terminal.supportsColor(STDOUT_FILENO))
      let rule = explainRule(surface == nil ? name : "")
      guard let (catalog, isBuiltIn) = try catalog(for: rule, terminal) else {
        return try terminal.writeResult(text: rule.text(width: width, color: color), json: rule.json)
      }
      let (explanation, diagnostics) = explain(name, on: surface, in: catalog)
      if let explanation {
        let text = explanation.text(width: width, color: color) + (isBuiltIn ? "\n\n" + builtInNote(catalog) : "")
        try terminal.writeResult(
          text: rule.isEmpty ? text : text + "\n\n" + rule.note, json: rule.json(addedTo: explanation.json))
      } else if !rule.isEmpty {
        try terminal.writeResult(text: rule.text(width: width, color: color), json: rule.json)
      } else {
        terminal.diagnose(diagnostics)
        throw ExitCode(1)
      }
    }
  }

  /// The catalogue to look up the name in. A rule is explained even if the catalogue has errors, which are often the reason to
  /// look it up.
  private func catalog(
    for rule: RuleExplanation, _ terminal: Terminal
  ) throws -> (catalog: Catalog, isBuiltIn: Bool)? {
    if rule.isEmpty {
      let (files, isBuiltIn) = try terminal.catalogFilesOrBuiltIn(catalog, project)
      return (try terminal.catalog(in: files), isBuiltIn)
    }
    do {
      let (files, isBuiltIn) = try terminal.catalogFilesOrBuiltIn(catalog, project)
      let (catalog, diagnostics) = readCatalog(files)
      return diagnostics.hasErrors ? nil : catalog.map { ($0, isBuiltIn) }
    } catch let interruption as CancellationError {
      throw interruption
    } catch {
      return nil
    }
  }

  private func builtInNote(_ catalog: Catalog) -> String {
    "This is from the catalogue that is built into errata: \(catalog.title) \(catalog.version)."
  }
}
