import ArgumentParser
import ErrataBuiltIn
import ErrataDiagnostics
import ErrataProject
import ErrataText
import Foundation

struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare a catalogue with an earlier one, and check its version.",
    discussion: """
      Every change is rated: breaking, addition or documentation. The command fails if the version of the new catalogue \
      promises less than its changes deserve. errata.yaml can accept changes by their names. The report is written to \
      standard output.

      With git:REV, the earlier catalogue is read from the repository: git:v1.0.0, git:main, git:HEAD~3. If it had another \
      path then, it is found by errata.yaml or by git, or named: git:v1.0.0:old/errors.yaml
      """)

  @Option(
    help: ArgumentHelp(
      "The earlier catalogue: a file, a folder of files, - for standard input, or a revision in git.",
      valueName: "file|dir|git:rev"),
    transform: Baseline.init)
  var against: Baseline

  @Argument(
    help: "The catalogue: a file, a folder of files, or - for standard input. (default: the catalogue in errata.yaml)")
  var catalog: String?

  @Option(
    help: "The format: text, one JSON object per line, GitHub annotations, a SARIF log, or Markdown for a changelog.")
  var format: ReportFormat = .text

  @OptionGroup var project: ProjectOptions
  @OptionGroup var warnings: WarningOptions

  func validate() throws {
    if case .catalog("-") = against, catalog == "-" {
      throw ValidationError("Only one of the two catalogues can be standard input.")
    }
  }

  func run() async throws {
    let terminal = Terminal(format: format.diagnosticFormat, warningsAsErrors: warnings.warningsAsErrors)
    Interruption.watch()
    // If the reader of the report closes the pipe, writing fails instead.
    signal(SIGPIPE, SIG_IGN)
    try await terminal.reportingFailures(of: Self.self) {
      let configuration = try terminal.configuration(project)
      guard let name = catalog ?? configuration?.catalogPath else {
        throw missingCatalog(example: "errata diff --against \(against.argument)")
      }
      // Another catalogue has another history, and its changes are not accepted.
      let owner = configuration.flatMap { $0.names(catalogAt: name) ? $0 : nil }
      let (new, warnings) = try terminal.catalogDespiteWarnings(called: name)
      let old = try readOldCatalog(
        await oldFiles(name, owner, terminal), called: against.argument)
      let report = DiffReport(
        from: old, to: new, accepting: owner?.configuration.acceptances ?? [], on: .today)
      terminal.diagnose(report.warnings)
      try write(report, terminal)
      if !report.verdict.isSufficient || terminal.hasErrors(warnings + report.warnings) { throw ExitCode(1) }
    }
  }

  /// - Parameter configuration: the one that names the catalogue; nil if none does.
  private func oldFiles(
    _ name: String, _ configuration: ConfigurationFile?, _ terminal: Terminal
  ) async throws -> [SourceFile] {
    switch against {
    case .catalog(let old): return try terminal.files(ofCatalogCalled: old)
    case .revision(let revision, _):
      let earlier = try await revision.files(
        of: name == "-" || name == BuiltInCatalog.identifier ? nil : name,
        namedBy: configuration)
      if let guess = earlier.guess, terminal.format == .text {
        terminal.write("note: compared with \(visible(guess)), which git takes for the same catalogue\n")
      }
      return earlier.files
    }
  }

  private func write(_ report: DiffReport, _ terminal: Terminal) throws {
    switch format {
    case .text: try terminal.writeResult(report.text(color: Terminal.supportsColor(STDOUT_FILENO)))
    case .json: try terminal.writeResult(report.json)
    case .github: try terminal.writeResult(report.gitHub)
    case .sarif: try terminal.log?.write(report.diagnostics)
    case .markdown:
      try terminal.writeResult(report.markdown)
      // Nothing for a changelog.
      terminal.diagnose([report.insufficientVersion].compactMap(\.self))
    }
  }
}

/// A value of `--against`.
enum Baseline: Sendable {
  /// A catalogue that has a name: a path, `-`, or that of the built-in one.
  case catalog(String)
  case revision(GitReference, argument: String)

  /// - Throws: `ValidationError` if the argument is empty, or names no revision.
  init(_ argument: String) throws {
    if argument.isEmpty {
      throw ValidationError("Expected a file, a folder, - for standard input, or a revision, as in git:v1.0.0.")
    }
    guard argument.hasPrefix("git:") else {
      self = .catalog(argument)
      return
    }
    guard let reference = GitReference(argument) else {
      throw ValidationError(
        "`\(argument)` names no revision. Expected one, as in git:v1.0.0 or git:v1.0.0:errors.yaml.")
    }
    self = .revision(reference, argument: argument)
  }

  /// As the user wrote it.
  var argument: String {
    switch self {
    case .catalog(let name): name
    case .revision(_, let argument): argument
    }
  }
}
