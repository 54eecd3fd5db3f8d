import ArgumentParser
import ErrataCatalog
import ErrataDiagnostics
import ErrataProject
import ErrataText
import ErrataValidation
import Foundation

struct Validate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Validate real responses against the catalogue.",
    discussion: """
      The format of an input is detected by its name: .json is one body, .har a recording, .ndjson and .jsonl have one \
      exchange per line, or one body per line with --surface, and a URL is a redirect. --input sets the format. \
      Findings are written to standard output, the summary to standard error.
      """)

  @Argument(help: "Files, URLs of redirects, or - for standard input. (default: -)")
  var inputs: [String] = []

  @Option(
    help: "The catalogue: a file or a folder of files. (default: the catalogue in errata.yaml, or BankID's)")
  var catalog: String?

  @Option(help: "The surface of all responses. (default: found by their paths)")
  var surface: String?

  @Option(
    help: ArgumentHelp(
      "The path prefix of the API, as in /csc/v2, if the catalogue's endpoints do not include it. (default: the catalogue's)",
      valueName: "path"))
  var base: String?

  @Option(help: "The HTTP status of responses that have none in the input.")
  var status: Int?

  @Option(name: .customLong("input"), help: ArgumentHelp("The format of the inputs.", valueName: "kind"))
  var kind: InputKind?

  @Option(help: ArgumentHelp("The lowest severity that makes the command fail.", valueName: "severity"))
  var failOn: Severity = .error

  @Flag(help: "Treat unknown and retired codes as errors.")
  var strict = false

  @OptionGroup var project: ProjectOptions
  @OptionGroup var reporting: ReportingOptions

  func run() async throws {
    let terminal = Terminal(format: reporting.format)
    Interruption.watch()
    // If the reader of the findings closes the pipe, writing fails instead.
    signal(SIGPIPE, SIG_IGN)
    try await terminal.reportingFailures(of: Self.self) {
      let catalog = try terminal.catalogOrBuiltIn(self.catalog, project)
      let request = try ValidationRequest(self, catalog)
      let progress = ValidationProgress(terminal)
      var run = ValidationRun(
        Validator(catalog, strict: strict, base: base), request.options, to: STDOUT_FILENO, progress)
      let outcome = try run.validate(request.inputs)
      terminal.report(outcome)
      terminal.summarize(run.summary, isInterrupted: outcome != .complete)
      if outcome == .interrupted { throw ExitCode(Interruption.exitStatus) }
      let isFailure = run.summary.errors > 0 || (failOn == .warning && run.summary.warnings > 0)
      if run.hasUnreadableInputs { throw ExitCode(2) }
      if isFailure || outcome == .outputClosed { throw ExitCode(1) }
    }
  }
}

extension InputKind: ExpressibleByArgument {}
extension Severity: ExpressibleByArgument {}

/// The inputs and options of a validation, from arguments that were checked against the catalogue.
struct ValidationRequest {
  let inputs: [ValidationInput]
  let options: ValidationOptions

  /// - Throws: `ValidationError` if the arguments are invalid or a surface is missing.
  init(_ arguments: Validate, _ catalog: Catalog) throws {
    if let status = arguments.status, !(100...599).contains(status) {
      throw ValidationError("\(status) is not a valid HTTP status. Expected a number from 100 to 599.")
    }
    if let key = arguments.surface, !catalog.surfaces.contains(where: { $0.key == key }) {
      let nearest = nearestName(to: key, among: catalog.surfaces.map(\.key)).map { " Did you mean `\($0)`?" } ?? ""
      throw ValidationError(
        "Unknown surface `\(key)`.\(nearest) Expected \(Self.list(catalog.surfaces)).")
    }
    let paths = arguments.inputs.isEmpty ? ["-"] : arguments.inputs
    inputs = paths.map {
      ValidationInput(path: $0, kind: arguments.kind ?? Self.kind(of: $0, surface: arguments.surface))
    }
    try Self.expectErrorsInBodies(of: catalog.surfaces.first { $0.key == arguments.surface }, inputs)
    options = ValidationOptions(
      format: arguments.reporting.format,
      color: Terminal.supportsColor(STDOUT_FILENO),
      surface: try arguments.surface ?? Self.onlySurface(of: catalog, for: inputs),
      status: arguments.status,
      threads: ProcessInfo.processInfo.activeProcessorCount)
  }

  /// - Throws: `ValidationError` if an input is a body, and the errors of `surface` are in headers.
  private static func expectErrorsInBodies(of surface: Surface?, _ inputs: [ValidationInput]) throws {
    guard let surface, surface.response.carrier == .challenge, let input = inputs.first(where: \.isBody) else { return }
    throw ValidationError(
      "The errors of `\(surface.key)` are in the header `WWW-Authenticate`, and \(input.path) has no headers. "
        + "Validate exchanges or a recording, as with --input exchanges.")
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

  /// The surface of bodies, which have no path: the catalogue's only surface whose errors are in bodies.
  /// - Throws: `ValidationError` if the catalogue has several.
  private static func onlySurface(of catalog: Catalog, for inputs: [ValidationInput]) throws -> String? {
    guard let input = inputs.first(where: \.isBody) else { return nil }
    let surfaces = catalog.surfaces.filter { $0.response.carrier == .json }
    guard surfaces.count == 1 else {
      throw ValidationError(
        "The surface of \(input.path) is unknown, because a body has no path. "
          + "Name it with --surface: \(list(surfaces)).")
    }
    return surfaces[0].key
  }

  private static func list(_ surfaces: [Surface]) -> String {
    enumerated(surfaces.map(\.key), "or")
  }
}

extension ValidationInput {
  /// Whether its responses are bodies alone.
  fileprivate var isBody: Bool { kind == .body || kind == .lines }
}
