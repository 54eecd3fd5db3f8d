import ArgumentParser
import ErrataCatalog
import ErrataDiagnostics
import ErrataOutputs
import ErrataProject
import ErrataText

struct Generate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write Swift, Markdown, HTML and JSON Schema from a catalogue.",
    discussion: """
      With no arguments it follows errata.yaml. With output options it needs no such file.
      Files that are right already are not touched; files that the catalogue no longer makes are removed.
      """)

  @Argument(help: "The catalogue: a file, a folder of files, or - for standard input.")
  var catalog: String?

  @Option(name: .customLong("swift"), help: ArgumentHelp("Write Swift enums of the codes.", valueName: "dir"))
  var swiftFolder: String?

  @Option(name: .customLong("markdown"), help: ArgumentHelp("Write Markdown pages.", valueName: "dir"))
  var markdownFolder: String?

  @Option(name: .customLong("html"), help: ArgumentHelp("Write one HTML page that searches itself.", valueName: "dir"))
  var htmlFolder: String?

  @Option(name: .customLong("json-schema"), help: ArgumentHelp("Write JSON Schema 2020-12.", valueName: "dir"))
  var schemaFolder: String?

  @Option(
    name: .customLong("template"),
    help: ArgumentHelp(
      "Write what a template makes: a built-in one by its name, or a file of yours. May be given several times.",
      valueName: "file=dir"))
  var templates: [TemplateArgument] = []

  @Flag(help: "Write nothing; name every file that is missing, stale or left over.")
  var check = false

  @OptionGroup var project: ProjectOptions
  @OptionGroup var reporting: ReportingOptions

  func run() async throws {
    let terminal = Terminal(format: reporting.format)
    Interruption.watch()
    try await terminal.reportingFailures(of: Self.self) {
      let job = try followed()
      terminal.diagnose(job.diagnostics)
      let catalog = try terminal.catalog(at: job.catalog)
      let plan = try await OutputPlan(job.outputs, for: catalog)
      let comparison = try OutputComparison(plan)
      if check {
        try report(comparison, catalog, terminal)
      } else {
        let done = try write(comparison, isInterrupted: { Interruption.isRequested })
        terminal.diagnose(comparison.warnings)
        try report(done, catalog, terminal)
      }
    }
  }

  private func followed() throws -> Project {
    do {
      return try Project(
        catalog: catalog, outputs: outputs, templates: templates.map(\.request), configuration: project.config)
    } catch is MissingConfiguration {
      throw ValidationError(
        "There is no errata.yaml here or in a folder above. "
          + (catalog == nil ? "Name a catalogue and an output" : "Name an output")
          + ", as in: errata generate \(catalog ?? "errors.yaml") --swift Sources/Errors")
    }
  }

  private var outputs: [OutputRequest] {
    OutputKind.allCases.compactMap { kind in folder(for: kind).map { OutputRequest(kind.output, folder: $0) } }
  }

  /// The folder that an option of its own names for an output.
  private func folder(for kind: OutputKind) -> String? {
    switch kind {
    case .swift: swiftFolder
    case .markdown: markdownFolder
    case .html: htmlFolder
    case .jsonSchema: schemaFolder
    case .kotlin, .python, .typescript: nil
    }
  }

  private func report(_ comparison: OutputComparison, _ catalog: Catalog, _ terminal: Terminal) throws {
    terminal.diagnose(comparison.diagnostics)
    guard comparison.isCurrent else { throw ExitCode(1) }
    try terminal.result(
      text: "\(counts(catalog)): \(counted(comparison.files.count, "file")) up to date",
      json: .object([
        ("codes", .number(catalog.codeCount)), ("surfaces", .number(catalog.surfaces.count)),
        ("unchanged", .array(comparison.files.map { .string($0.output.path) })),
      ]))
  }

  private func report(_ report: WriteReport, _ catalog: Catalog, _ terminal: Terminal) throws {
    var lines = report.written.map { "wrote   \($0)" } + report.removed.map { "removed \($0)" }
    var done = ["\(counted(report.written.count, "file")) written", "\(report.unchanged.count) already right"]
    if !report.removed.isEmpty { done.append("\(report.removed.count) removed") }
    lines.append("\(counts(catalog)): \(done.joined(separator: ", "))")
    try terminal.result(
      text: lines.joined(separator: "\n"),
      json: .object([
        ("codes", .number(catalog.codeCount)), ("surfaces", .number(catalog.surfaces.count)),
        ("written", .array(report.written.map(JSONValue.string))),
        ("unchanged", .array(report.unchanged.map(JSONValue.string))),
        ("removed", .array(report.removed.map(JSONValue.string))),
      ]))
  }

}
