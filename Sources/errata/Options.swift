import ArgumentParser
import ErrataDiagnostics

/// Options of the commands that follow `errata.yaml`.
struct ProjectOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The configuration to follow instead of the errata.yaml found here or above.", valueName: "file")
  )
  var config: String?
}

/// Options of the commands that report problems.
struct ReportingOptions: ParsableArguments {
  @Option(help: "How to show problems: for people, as a JSON object a line, or as annotations on GitHub.")
  var format: DiagnosticFormat = .text
}

extension DiagnosticFormat: ExpressibleByArgument {}
