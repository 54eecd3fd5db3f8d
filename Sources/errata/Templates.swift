import ArgumentParser
import ErrataDiagnostics
import ErrataOutputs
import ErrataProject
import Foundation

struct Templates: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List or show the built-in templates.",
    discussion: "To change one, save the output of `show` in a file: errata generate --template my.mustache=DIR",
    subcommands: [List.self, Show.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the templates, with a summary of each.")

    @OptionGroup var reporting: ReportingOptions

    func run() async throws {
      let terminal = Terminal(format: reporting.format)
      let templates = BuiltInTemplate.allCases
      let width = templates.map(\.rawValue.count).max() ?? 0
      try await terminal.reportingFailures(of: Self.self) {
        try terminal.writeResult(
          text: templates.map { $0.rawValue.padding(toLength: width + 2, withPad: " ", startingAt: 0) + $0.summary }
            .joined(separator: "\n"),
          json: .array(
            templates.map { .object([("name", .string($0.rawValue)), ("summary", .string($0.summary))]) }))
      }
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print a template.")

    @Argument(help: "The template's name.")
    var name: String

    @OptionGroup var reporting: ReportingOptions

    func run() async throws {
      let terminal = Terminal(format: reporting.format)
      try await terminal.reportingFailures(of: Self.self) {
        let (template, diagnostics) = BuiltInTemplate.named(name)
        terminal.diagnose(diagnostics)
        guard let template else { throw ExitCode(1) }
        let text = String(decoding: template.file.bytes.dropLast(), as: UTF8.self)
        try terminal.writeResult(
          text: text, json: .object([("name", .string(name)), ("template", .string(text + "\n"))]))
      }
    }
  }
}

/// A value of `--template`: a template and its output folder.
struct TemplateArgument: ExpressibleByArgument {
  let request: TemplateRequest

  init?(argument: String) {
    guard let separator = argument.firstIndex(of: "="), separator != argument.startIndex else { return nil }
    let folder = argument[argument.index(after: separator)...]
    if folder.isEmpty { return nil }
    request = TemplateRequest(template: String(argument[..<separator]), folder: String(folder))
  }
}
