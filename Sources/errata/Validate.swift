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

  @Option(
    help: ArgumentHelp(
      "The members of exchanges that have their parts, as in status=response.status,path=request.uri. Can be repeated.",
      valueName: "part=member"),
    transform: FieldsArgument.init)
  var fields: [FieldsArgument] = []

  @Flag(help: "Treat unknown and retired codes as errors.")
  var strict = false

  @Option(
    name: .customLong("rule"),
    help: ArgumentHelp(
      "The severity of a rule: off, warning or error, as in extra-field=off. Can be repeated.",
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

  @Option(help: "The format: text, one JSON object per line, GitHub annotations, or the summary in Markdown.")
  var format: ValidationFormat = .text

  @OptionGroup var project: ProjectOptions

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
        request.validator, request.options, request.selection, to: STDOUT_FILENO, ValidationProgress(terminal))
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
      case .markdown: summary.markdown
      case .text, .github: summary.text(showsAll: all)
      }
    if isSummaryOnly { try terminal.writeResult(text + "\n") } else { terminal.write(text + "\n") }
  }

  /// Whether nothing but the summary is written.
  fileprivate var isSummaryOnly: Bool { summary || format == .markdown }

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
      case .severity(.warning): summary.errors + summary.warnings > 0
      case .rule(let rule): summary.rules.contains { $0.rule == rule }
      }
    }
  }
}

/// The inputs and options of a validation, from arguments that were checked against the catalogue.
struct ValidationRequest {
  let inputs: [ValidationInput]
  let validator: Validator
  let options: ValidationOptions
  let selection: FindingLimiter.Selection

  /// - Throws: `ValidationError` if the arguments are invalid or a surface is missing.
  init(_ arguments: Validate, _ catalog: Catalog, _ configuration: ValidationConfiguration?) throws {
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
      ValidationInput(
        path: $0, kind: arguments.kind ?? Self.kind(of: $0, surface: arguments.surface), isFollowed: arguments.follow)
    }
    if arguments.follow { try Self.expectOneLog(inputs) }
    try Self.expectErrorsInBodies(of: catalog.surfaces.first { $0.key == arguments.surface }, inputs)

    var rules = configuration?.rules ?? RuleSettings()
    for setting in arguments.rules { rules.set(setting.rule, to: setting.level) }
    validator = Validator(catalog, strict: arguments.strict, rules: rules, base: arguments.base)
    selection = arguments.isSummaryOnly ? .none : arguments.all ? .all : .some
    options = ValidationOptions(
      format: arguments.format.diagnosticFormat,
      color: Terminal.supportsColor(STDOUT_FILENO),
      surface: try arguments.surface ?? Self.onlySurface(of: catalog, for: inputs),
      status: arguments.status,
      host: arguments.host,
      fields: try Self.fields(arguments.fields, addedTo: configuration?.fields ?? [:]),
      threads: ProcessInfo.processInfo.activeProcessorCount)
  }

  /// - Throws: `ValidationError` if an input is a body, and the errors of `surface` are in headers.
  private static func expectErrorsInBodies(of surface: Surface?, _ inputs: [ValidationInput]) throws {
    guard let surface, surface.response.carrier == .challenge, let input = inputs.first(where: \.isBody) else { return }
    throw ValidationError(
      "The errors of `\(surface.key)` are in the header `WWW-Authenticate`, and \(input.path) has no headers. "
        + "Validate exchanges or a recording, as with --input exchanges.")
  }

  /// - Throws: `ValidationError` unless there is one input that is a file with lines.
  private static func expectOneLog(_ inputs: [ValidationInput]) throws {
    guard inputs.count == 1, let input = inputs.first, input.path != "-" else {
      throw ValidationError("--follow needs exactly one file.")
    }
    guard input.kind == .lines || input.kind == .exchanges else {
      throw ValidationError("--follow needs a file with lines: exchanges, or bodies with --surface and --input lines.")
    }
  }

  private static func fields(
    _ arguments: [FieldsArgument], addedTo names: [ExchangeFields.Role: String]
  ) throws -> ExchangeFields {
    var names = names
    for (role, name) in arguments.flatMap(\.names) { names[role] = name }
    do { return try ExchangeFields(names) } catch { throw ValidationError("Invalid --fields: \(error.message).") }
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
