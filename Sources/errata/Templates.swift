import ArgumentParser
import ErrataDiagnostics
import ErrataOutputs
import ErrataProject
import Foundation

struct Templates: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List or show the templates that come with the tool.",
    discussion: "To change one, save what `show` writes and name that file: errata generate --template my.mustache=DIR",
    subcommands: [List.self, Show.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Name every template, and what it makes.")

    @OptionGroup var reporting: ReportingOptions

    func run() async throws {
      let terminal = Terminal(format: reporting.format)
      let templates = BuiltInTemplate.allCases
      let width = templates.map(\.rawValue.count).max() ?? 0
      try await terminal.reportingFailures(of: Self.self) {
        try terminal.result(
          text: templates.map { $0.rawValue.padding(toLength: width + 2, withPad: " ", startingAt: 0) + $0.summary }
            .joined(separator: "\n"),
          json: .array(
            templates.map { .object([("name", .string($0.rawValue)), ("summary", .string($0.summary))]) }))
      }
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Write a template to standard output.")

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
        try terminal.result(text: text, json: .object([("name", .string(name)), ("template", .string(text + "\n"))]))
      }
    }
  }
}

/// What `--template` takes: a template and the folder for what it makes.
struct TemplateArgument: ExpressibleByArgument {
  let request: TemplateRequest

  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="), sign != argument.startIndex else { return nil }
    let folder = argument[argument.index(after: sign)...]
    if folder.isEmpty { return nil }
    request = TemplateRequest(template: String(argument[..<sign]), folder: String(folder))
  }
}
