import ArgumentParser
import ErrataDiagnostics

/// Options of the commands that read `errata.yaml`.
struct ProjectOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The configuration file. (default: errata.yaml in this folder or a parent folder)", valueName: "file"))
  var config: String?
}

/// Options of the commands that report problems.
struct ReportingOptions: ParsableArguments {
  @Option(help: "The format of problems: text, one JSON object per line, GitHub annotations, or a SARIF log.")
  var format: DiagnosticFormat = .text
}

/// Options of the commands that check a catalogue before it is published.
struct WarningOptions: ParsableArguments {
  @Flag(help: "Treat warnings as errors.")
  var warningsAsErrors = false
}

/// Options of the commands that read exchanges.
struct ExchangeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The members of exchanges that have their parts, as in status=response.status,path=request.uri. Can be repeated.",
      valueName: "part=member"),
    transform: FieldsArgument.init)
  var fields: [FieldsArgument] = []
}

extension DiagnosticFormat: ExpressibleByArgument {}

/// The format of a report that can also be Markdown: a summary of responses, or the changes of a catalogue.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, github, sarif, markdown

  /// The format of problems. Markdown has none, so they are text.
  var diagnosticFormat: DiagnosticFormat {
    switch self {
    case .text, .markdown: .text
    case .json: .json
    case .github: .github
    case .sarif: .sarif
    }
  }
}
