import ArgumentParser
import ErrataProject

struct Schema: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the JSON Schema of catalogues or of errata.yaml, for editors.",
    discussion: """
      With it an editor completes keys, explains them and underlines mistakes. `catalogue` is for a catalogue in one file, \
      `catalogue-part` for each file of a catalogue that is a folder, `configuration` for errata.yaml. Save it, and name it \
      in the first line of the YAML file: # yaml-language-server: $schema=catalogue.schema.json
      """)

  @Argument(help: "The format: \(EditorSchema.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: EditorSchema

  func run() async throws {
    let terminal = Terminal(format: .text)
    try await terminal.reportingFailures(of: Self.self) { try terminal.writeResult(format.text) }
  }
}

extension EditorSchema: ExpressibleByArgument {}
