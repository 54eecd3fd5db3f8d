import ArgumentParser
import ErrataCatalog
import ErrataDiagnostics
import ErrataOutputs
import ErrataProject
import ErrataText

struct Generate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Generate Swift, Markdown, HTML and JSON Schema from a catalogue.",
    discussion: """
      Without arguments, it generates the outputs in errata.yaml. With output options, errata.yaml is not needed.
      Files that are up to date are not written. Generated files that are no longer needed are removed.
      """)

  @Argument(help: "The catalogue: a file, a folder of files, or - for standard input.")
  var catalog: String?

  @Option(name: .customLong("swift"), help: ArgumentHelp("Generate Swift error types.", valueName: "dir"))
  var swiftFolder: String?

  @Option(name: .customLong("markdown"), help: ArgumentHelp("Generate Markdown pages.", valueName: "dir"))
  var markdownFolder: String?

  @Option(name: .customLong("html"), help: ArgumentHelp("Generate a searchable HTML page.", valueName: "dir"))
  var htmlFolder: String?

  @Option(name: .customLong("json-schema"), help: ArgumentHelp("Generate JSON Schema (2020-12).", valueName: "dir"))
  var schemaFolder: String?

  @Option(
    name: .customLong("template"),
    help: ArgumentHelp(
      "Render a template: the name of a built-in one, or a file. Can be repeated.",
      valueName: "file=dir"))
  var templates: [TemplateArgument] = []

  @Flag(help: "Write nothing; report files that are missing, out of date or no longer needed.")
  var check = false

  @OptionGroup var project: ProjectOptions
  @OptionGroup var warnings: WarningOptions
  @OptionGroup var reporting: ReportingOptions

  func run() async throws {
    let terminal = Terminal(format: reporting.format, warningsAsErrors: warnings.warningsAsErrors)
    Interruption.watch()
    try await terminal.reportingFailures(of: Self.self) {
      let project = try makeProject()
      try terminal.requireNoErrors(in: project.diagnostics)
      let catalog = try terminal.catalog(called: project.catalog)
      let plan = try await OutputPlan(project.outputs, for: catalog)
      let comparison = try OutputComparison(plan)
      if check {
        try report(comparison, catalog, terminal)
      } else {
        let done = try write(comparison, isInterrupted: { Interruption.isRequested })
        terminal.diagnose(comparison.warnings)
        try report(done, catalog, terminal)
        if terminal.hasErrors(comparison.warnings) { throw ExitCode(1) }
      }
    }
  }

  private func makeProject() throws -> Project {
    do {
      return try Project(
        catalog: catalog, outputs: outputs, templates: templates.map(\.request), configuration: project.config)
    } catch is MissingConfiguration {
      throw ValidationError(
        "No errata.yaml in this folder or a parent folder. "
          + (catalog == nil ? "Name a catalogue and an output" : "Name an output")
          + ", as in: errata generate \(catalog ?? "errors.yaml") --swift Sources/Errors")
    }
  }

  private var outputs: [OutputRequest] {
    OutputKind.allCases.compactMap { kind in folder(for: kind).map { OutputRequest(kind.output, folder: $0) } }
  }

  /// The folder given by the option for an output, if the output has an option.
  private func folder(for kind: OutputKind) -> String? {
    switch kind {
    case .swift: swiftFolder
    case .markdown: markdownFolder
    case .html: htmlFolder
    case .jsonSchema: schemaFolder
    case .kotlin, .go, .python, .typescript: nil
    }
  }

  private func report(_ comparison: OutputComparison, _ catalog: Catalog, _ terminal: Terminal) throws {
    terminal.diagnose(comparison.diagnostics)
    guard comparison.isCurrent else { throw ExitCode(1) }
    try terminal.writeResult(
      text: "\(counts(catalog)): \(counted(comparison.files.count, "file")) up to date",
      json: .object([
        ("codes", .number(catalog.codeCount)), ("surfaces", .number(catalog.surfaces.count)),
        ("unchanged", .array(comparison.files.map { .string($0.output.path) })),
      ]))
  }

  private func report(_ report: WriteReport, _ catalog: Catalog, _ terminal: Terminal) throws {
    var lines = report.written.map { "wrote   \($0)" } + report.removed.map { "removed \($0)" }
    var done = ["\(counted(report.written.count, "file")) written", "\(report.unchanged.count) up to date"]
    if !report.removed.isEmpty { done.append("\(report.removed.count) removed") }
    lines.append("\(counts(catalog)): \(done.joined(separator: ", "))")
    try terminal.writeResult(
      text: lines.joined(separator: "\n"),
      json: .object([
        ("codes", .number(catalog.codeCount)), ("surfaces", .number(catalog.surfaces.count)),
        ("written", .array(report.written.map(JSONValue.string))),
        ("unchanged", .array(report.unchanged.map(JSONValue.string))),
        ("removed", .array(report.removed.map(JSONValue.string))),
      ]))
  }

}
