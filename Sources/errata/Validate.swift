import ArgumentParser
import ErrataCatalog
import ErrataDiagnostics
import ErrataProject
import ErrataValidation
import Foundation

struct Validate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Validate real responses against the catalogue.",
    discussion: """
      The format of an input is detected by its name: .json is one body, .har a recording, .ndjson and .jsonl have one \
      exchange per line, or one body per line with --surface, and a URL is a redirect. --input sets the format. \
      Findings are written to standard output, the summary to standard error; with --summary, only the summary is \
      written, to standard output.
      """)

  @Argument(help: "Files, URLs of redirects, or - for standard input. (default: -)")
  var inputs: [String] = []

  @Option(
    help: "The catalogue: a file, a folder of files, or bankid. (default: the catalogue in errata.yaml)")
  var catalog: String?

  @Option(help: "The surface of all responses. (default: found by their paths)")
  var surface: String?

  @Option(
    help: ArgumentHelp(
      "The path prefix of the API, as in /csc/v2, if the catalogue's endpoints do not include it. (default: the catalogue's)",
      valueName: "path"))
  var base: String?

  @Option(help: "Check only the responses of this host. (default: all)")
  var host: String?

  @Option(help: "The HTTP status of responses that have none in the input.")
  var status: Int?

  @Option(name: .customLong("input"), help: ArgumentHelp("The format of the inputs.", valueName: "kind"))
  var kind: InputKind?

  @Flag(help: "Treat unknown and retired codes as errors.")
  var strict = false

  @Option(
    name: .customLong("rule"),
    help: ArgumentHelp(
      "The severities of rules: off, warning or error, as in extra-field=off,unknown-code=error. Can be repeated.",
      valueName: "rule=severity"),
    transform: RuleArgument.init)
  var rules: [RuleArgument] = []

  @Option(
    help: ArgumentHelp(
      "What makes the command fail: a severity or rules, as in warning or unknown-code,not-json. (default: error)",
      valueName: "severity|rule"),
    transform: FailureArgument.init)
  var failOn: [FailureArgument] = []

  @Flag(help: "Do not fail if no response is checked.")
  var allowEmpty = false

  @Flag(help: "Go on reading a file while it is written, also when it is replaced, as tail -F does, until interrupted.")
  var follow = false

  @Flag(help: "Write only the summary.")
  var summary = false

  @Flag(help: "Write all findings, and list everything in the summary.")
  var all = false

  @Option(
    help: "The format: text, one JSON object per line, GitHub annotations, a SARIF log, or the summary in Markdown.")
  var format: ReportFormat = .text

  @OptionGroup var exchanges: ExchangeOptions
  @OptionGroup var project: ProjectOptions

  func validate() throws {
    if summary, format == .sarif {
      throw ValidationError("A SARIF log has no place for the summary. Use --format json or --format markdown.")
    }
  }

  func run() async throws {
    let terminal = Terminal(format: format.diagnosticFormat)
    Interruption.watch()
    // If the reader of the findings closes the pipe, writing fails instead.
    signal(SIGPIPE, SIG_IGN)
    try await terminal.reportingFailures(of: Self.self) {
      let configuration = try terminal.configuration(project)
      guard let name = self.catalog ?? configuration?.catalogPath else {
        throw missingCatalog(example: "errata validate --catalog")
      }
      let catalog = try terminal.catalog(called: name)
      let request = try ValidationRequest(self, catalog, configuration?.configuration.validation)
      var run = ValidationRun(
        request.validator, request.options, request.selection, to: STDOUT_FILENO, log: terminal.log,
        ValidationProgress(terminal))
      let outcome = try run.validate(request.inputs)
      terminal.report(outcome)
      try report(run.summary, isInterrupted: outcome != .complete, terminal)
      if outcome == .interrupted { throw ExitCode(Interruption.exitStatus) }
      if run.hasUnreadableInputs { throw ExitCode(2) }
      let isEmpty = reportNothingChecked(run.summary, terminal)
      if isEmpty || isFailure(run.summary) || outcome == .outputClosed { throw ExitCode(1) }
    }
  }

  /// Writes the summary: to standard output if it is all that is asked for.
  private func report(_ summary: Summary, isInterrupted: Bool, _ terminal: Terminal) throws {
    let text =
      switch format {
      case .json: summary.json(isInterrupted: isInterrupted)
      case .markdown: summary.markdown(showsAll: all)
      case .text, .sarif: summary.text(showsAll: all)
      case .github: summary.text(showsAll: all).withoutCommands
      }
    if isSummaryOnly { try terminal.writeResult(text + "\n") } else { terminal.write(text + "\n") }
  }

  /// Whether nothing but the summary is written.
  var isSummaryOnly: Bool { summary || format == .markdown }

  /// Reports that no response was checked, unless that is allowed.
  private func reportNothingChecked(_ summary: Summary, _ terminal: Terminal) -> Bool {
    guard !allowEmpty, let diagnostic = summary.nothingChecked else { return false }
    terminal.diagnose([diagnostic])
    return true
  }

  private func isFailure(_ summary: Summary) -> Bool {
    let conditions = failOn.isEmpty ? [.severity(.error)] : failOn.flatMap(\.conditions)
    return conditions.contains { condition in
      switch condition {
      case .severity(.error): summary.errors > 0
      case .severity: summary.errors + summary.warnings > 0
      case .rule(let rule): summary.rules.contains { $0.rule == rule }
      }
    }
  }
}
