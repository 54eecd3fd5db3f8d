import ArgumentParser
import ErrataDiagnostics
import ErrataDraft
import ErrataProject
import ErrataText

struct Init: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Start a catalogue, from examples or from recorded responses.",
    discussion: """
      It writes errors.yaml, a small catalogue to change, with an errata.yaml and the schemas for editors. With --from-log \
      the catalogue has the codes in a log: exchanges, one per line, or a recording (.har). With --like it only prints the \
      `response` block for the errors in some bodies, to paste into a catalogue. What is made from responses is a proposal: \
      its comments say what was seen, and what to decide. Existing files are never overwritten.
      """)

  @Argument(help: "The folder to write to. (default: this one)")
  var folder: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Print the response block for the errors in these bodies; - is standard input.", valueName: "body"))
  var like: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Write a catalogue with the codes in these logs; - is standard input.", valueName: "log"))
  var fromLog: [String] = []

  @Option(
    help: ArgumentHelp(
      "The path prefix of the API, as in /csc/v2. (default: what all paths have in common)", valueName: "path"))
  var base: String?

  @OptionGroup var exchanges: ExchangeOptions
  @OptionGroup var reporting: ReportingOptions

  func validate() throws {
    if folder == "" {
      throw ValidationError("Expected a folder, found an empty name. Omit it to write to this folder.")
    }
    if !like.isEmpty, !fromLog.isEmpty { throw ValidationError("Expected only one of --from-log and --like.") }
    if like.isEmpty, fromLog.isEmpty, base != nil || !exchanges.fields.isEmpty {
      throw ValidationError(
        "\(base != nil ? "--base" : "--fields") is only for --from-log, as in: errata init --from-log gateway.ndjson")
    }
    if !like.isEmpty, folder != nil || base != nil || !exchanges.fields.isEmpty {
      let excess = folder != nil ? "the folder" : base != nil ? "--base" : "--fields"
      throw ValidationError("--like only reads bodies, and writes to standard output. Remove \(excess).")
    }
    try checkBase(base)
  }

  func run() async throws {
    let terminal = Terminal(format: reporting.format)
    Interruption.watch()
    try await terminal.reportingFailures(of: Self.self) {
      if !like.isEmpty {
        try printResponse(terminal)
      } else if fromLog.isEmpty {
        try writeExample(terminal)
      } else {
        try writeProposal(terminal)
      }
    }
  }

  private func printResponse(_ terminal: Terminal) throws {
    let bodies = try like.flatMap(readBodies)
    guard let text = responseDraft(for: bodies) else {
      throw Failure.cannotPropose(
        "a response", from: like, because: "no body has a recognizable code",
        hint: "find a block for your API in docs/shapes.md")
    }
    try terminal.writeResult(text: String(text.dropLast()), json: .object([("response", .string(text))]))
  }

  private func writeExample(_ terminal: Terminal) throws {
    let project = try NewProject(in: folder ?? ".")
    try project.write(catalogue: starterCatalogue, configuration: configurationDraft(for: NewProject.catalogueName))
    let path = project.cataloguePath
    try terminal.writeResult(
      text: (project.report + [
        "Next: describe your errors in \(visible(path)), and run: errata check \(shellWord(path))"
      ])
      .joined(separator: "\n"),
      json: .object([("written", .array(project.paths.map(JSONValue.string)))]))
  }

  private func writeProposal(_ terminal: Terminal) throws {
    let project = try NewProject(in: folder ?? ".")
    var learned = LearnedErrors()
    let names = try fieldNames(exchanges.fields)
    let fields = try exchangeFields(names)
    for log in fromLog { try learn(from: log, fields, into: &learned) }
    guard let draft = CatalogueDraft(learned, base: base) else { throw Failure.nothingLearned(learned, from: fromLog) }
    let source = enumerated(fromLog.map { $0 == "-" ? "standard input" : $0 })
    try project.write(
      catalogue: draft.yaml(from: source),
      configuration: configurationDraft(for: NewProject.catalogueName, fields: names))
    try report(project, draft, learned, terminal)
  }

  private func report(
    _ project: NewProject, _ draft: CatalogueDraft, _ learned: LearnedErrors, _ terminal: Terminal
  ) throws {
    let found = "\(counted(draft.codeCount, "code")) on \(counted(draft.surfaceCount, "surface"))"
    var lines = project.report
    lines.append(
      "\(found), from \(counted(learned.errorCount, "error")) among \(counted(learned.responseCount, "response"))")
    if learned.codelessCount > 0 {
      lines.append("\(counted(learned.codelessCount, "error")) without a recognizable code")
    }
    if learned.unreadableCount > 0 {
      lines.append("\(counted(learned.unreadableCount, "line")) that could not be read")
    }
    if learned.droppedCount > 0 {
      lines.append("\(counted(learned.droppedCount, "error")) left out: the limit is \(LearnedErrors.codeLimit) codes")
    }
    let path = project.cataloguePath
    lines.append("Next: read \(visible(path)), decide what its comments ask, and run: errata check \(shellWord(path))")
    try terminal.writeResult(
      text: lines.joined(separator: "\n"),
      json: .object([
        ("written", .array(project.paths.map(JSONValue.string))), ("codes", .number(draft.codeCount)),
        ("surfaces", .number(draft.surfaceCount)), ("responses", .number(learned.responseCount)),
        ("errors", .number(learned.errorCount)), ("withoutCode", .number(learned.codelessCount)),
        ("unreadable", .number(learned.unreadableCount)), ("leftOut", .number(learned.droppedCount)),
      ]))
  }
}

extension NewProject {
  /// A line for each file that was written.
  fileprivate var report: [String] { paths.map { "wrote   \(visible($0))" } }
}

extension Failure {
  /// The reason why there is no code in `learned`.
  fileprivate static func nothingLearned(_ learned: LearnedErrors, from inputs: [String]) -> Failure {
    let (reason, hint): (String, String) =
      if learned.codelessCount > 0 {
        (
          "none of \(counted(learned.codelessCount, "error")) has a recognizable code",
          "write the catalogue by hand, with a response block of docs/shapes.md"
        )
      } else if learned.responseCount > 0 {
        ("none of \(counted(learned.responseCount, "response")) is an error", "name a log with errors")
      } else if learned.unreadableCount > 0 {
        (
          "none of \(counted(learned.unreadableCount, "line")) is an exchange",
          #"write one object per line, as in {"path": …, "status": …, "body": …}, or name the members with --fields"#
        )
      } else {
        ("there is nothing in it", "name a log with errors")
      }
    return cannotPropose("a catalogue", from: inputs, because: reason, hint: hint)
  }

  fileprivate static func cannotPropose(
    _ what: String, from inputs: [String], because reason: String, hint: String
  ) -> Failure {
    let names = enumerated(inputs.map { $0 == "-" ? "standard input" : $0 })
    return Failure(Diagnostic(.cannotRead, "cannot propose \(what) from \(names): \(reason)", hint: hint))
  }
}
