import ArgumentParser
import ErrataCatalog
import ErrataDiagnostics
import ErrataProject
import ErrataText
import ErrataValidation
import Foundation

struct Validate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Judge real responses by the catalogue.",
    discussion: """
      An input is told apart by its name: .json is one body, .har a recording, .ndjson and .jsonl have an exchange a line, \
      or with --surface a body a line; a URL with an error is a redirect. --input says it where the name does not. \
      Findings go to standard output, the summary to standard error.
      """)

  @Argument(help: "Files, URLs of redirects, or - for standard input, which is also what is read where none is named.")
  var inputs: [String] = []

  @Option(help: "The catalogue: a file or a folder of files. By default the one of errata.yaml, or BankID's.")
  var catalog: String?

  @Option(help: "The surface that all answers belong to. By default their paths say it.")
  var surface: String?

  @Option(
    help: ArgumentHelp(
      "The path below which the API is served, as in /csc/v2, where the catalogue's endpoints begin after it.",
      valueName: "path"))
  var base: String = ""

  @Option(help: "The HTTP status of answers that come without one.")
  var status: Int?

  @Option(name: .customLong("input"), help: ArgumentHelp("What the inputs hold.", valueName: "kind"))
  var kind: InputKind?

  @Option(help: ArgumentHelp("The least severity that makes the run fail.", valueName: "severity"))
  var failOn: Severity = .error

  @Flag(help: "Take a code that the catalogue does not have for an error.")
  var strict = false

  @OptionGroup var project: ProjectOptions
  @OptionGroup var reporting: ReportingOptions

  func run() async throws {
    let terminal = Terminal(format: reporting.format)
    Interruption.watch()
    // A reader of the findings may have read enough: then writing fails, and the run ends.
    signal(SIGPIPE, SIG_IGN)
    try await terminal.reportingFailures(of: Self.self) {
      let catalog = try terminal.knownCatalog(self.catalog, project)
      let request = try ValidationRequest(self, catalog)
      let progress = ValidationProgress(terminal)
      var run = ValidationRun(
        Validator(catalog, strict: strict, base: base), request.options, to: STDOUT_FILENO, progress)
      let ending = try run.validate(request.inputs)
      terminal.say(ending)
      terminal.summarize(run.summary, isInterrupted: ending != .complete)
      if ending == .interrupted { throw ExitCode(Interruption.exitStatus) }
      let isFailure = run.summary.errors > 0 || (failOn == .warning && run.summary.warnings > 0)
      if run.hasUnreadableInputs { throw ExitCode(2) }
      if isFailure || ending == .unread { throw ExitCode(1) }
    }
  }
}

extension InputKind: ExpressibleByArgument {}
extension Severity: ExpressibleByArgument {}

/// What is to be validated, and how: the arguments, checked against the catalogue.
struct ValidationRequest {
  let inputs: [ValidationInput]
  let options: ValidationOptions

  /// - Throws: `ValidationError` where the arguments do not say enough.
  init(_ arguments: Validate, _ catalog: Catalog) throws {
    if let status = arguments.status, !(100...599).contains(status) {
      throw ValidationError("\(status) is no HTTP status. Give a number from 100 to 599.")
    }
    if let key = arguments.surface, !catalog.surfaces.contains(where: { $0.key == key }) {
      let nearest = nearestName(to: key, among: catalog.surfaces.map(\.key)).map { " Did you mean `\($0)`?" } ?? ""
      throw ValidationError(
        "The catalogue has no surface `\(key)`.\(nearest) It has \(Self.list(catalog.surfaces)).")
    }
    let paths = arguments.inputs.isEmpty ? ["-"] : arguments.inputs
    inputs = paths.map {
      ValidationInput(path: $0, kind: arguments.kind ?? Self.kind(of: $0, surface: arguments.surface))
    }
    options = ValidationOptions(
      format: arguments.reporting.format,
      color: Terminal.showsColor(STDOUT_FILENO),
      surface: try arguments.surface ?? Self.onlySurface(of: catalog, for: inputs),
      status: arguments.status,
      threads: ProcessInfo.processInfo.activeProcessorCount)
  }

  private static func kind(of path: String, surface: String?) -> InputKind {
    if path.contains("://") { return .url }
    switch path.split(separator: "/").last?.split(separator: ".").last?.lowercased() {
    case "json": return .body
    case "har": return .har
    case "ndjson", "jsonl": return surface == nil ? .exchanges : .lines
    default: return surface == nil ? .exchanges : .body
    }
  }

  /// The surface of bodies that come without a path: there must be one only, or the user must name it.
  private static func onlySurface(of catalog: Catalog, for inputs: [ValidationInput]) throws -> String? {
    guard let input = inputs.first(where: { $0.kind == .body || $0.kind == .lines }) else { return nil }
    let surfaces = catalog.surfaces.filter { $0.response.carrier == .json }
    guard surfaces.count == 1 else {
      throw ValidationError(
        "A body alone, as in \(input.path), does not say where it came from. "
          + "Name its surface with --surface: \(list(surfaces)).")
    }
    return surfaces[0].key
  }

  private static func list(_ surfaces: [Surface]) -> String {
    enumerated(surfaces.map(\.key), "or")
  }
}
