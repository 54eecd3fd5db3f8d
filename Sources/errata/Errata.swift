import ArgumentParser

@main
struct Errata: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "errata",
    abstract: "Compiles an API's error catalogue into Swift, documentation and JSON Schema.",
    discussion: """
      A catalogue is a YAML file that holds every error code of an API once. What is made of it is in errata.yaml, \
      found here or in a folder above.

      Exit status: 0 nothing to object to, 1 objections, 2 could not do it, 64 wrong usage, \
      130 or 143 interrupted.
      """,
    version: "0.1.0",
    subcommands: [
      Generate.self, Check.self, Explain.self, Validate.self, Templates.self, SwiftFile.self,
    ])
}
