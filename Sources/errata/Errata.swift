import ArgumentParser

@main
struct Errata: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "errata",
    abstract: "Compile an API's error catalogue into Swift, documentation and JSON Schema.",
    discussion: """
      A catalogue is a YAML file with all error codes of an API. The file errata.yaml, in this folder or a parent folder, \
      lists the outputs to generate from it.

      Exit status: 0 no problems found, 1 problems found, 2 I/O error, 64 invalid usage, \
      130 or 143 interrupted.
      """,
    version: "0.1.0",
    subcommands: [
      Generate.self, Check.self, Explain.self, Diff.self, Validate.self, Templates.self, Init.self, Schema.self,
      SwiftFile.self,
    ])
}
