import ErrataCatalog
import ErrataOutputs
import Testing
import TestSupport

/// What comes out of the test catalogues, file by file. BankID's outputs are in `Generated/`, where `errata generate --check`
/// holds them.
struct GoldenTests {
  private static let outputs: [(name: String, output: any Output)] = [
    ("swift", SwiftOutput()), ("markdown", MarkdownOutput()), ("html", HTMLOutput()),
    ("json-schema", JSONSchemaOutput()),
  ]

  @Test(arguments: [TestCatalogue.nasty, .minimal], outputs.map(\.name))
  func writesExactly(_ catalogue: TestCatalogue, _ name: String) throws {
    let catalog = try catalogue.read()
    let output = try #require(Self.outputs.first { $0.name == name }?.output)
    for file in output.files(for: catalog) {
      try expectGolden(file.contents, "goldens/\(catalogue.rawValue)/\(name)/\(file.path)")
    }
  }

  /// The other outputs of a thousand codes are a thousand times the same; the Swift comes in pieces.
  @Test func writesAThousandCodesInPieces() throws {
    let files = SwiftOutput().files(for: try TestCatalogue.thousand.read())
    let file = try #require(files.first { $0.path == "APIError.swift" })
    try expectGolden(file.contents, "goldens/thousand/swift/APIError.swift")
  }

  @Test(arguments: TestCatalogue.allCases, outputs.map(\.name))
  func writesTheSameEveryTime(_ catalogue: TestCatalogue, _ name: String) throws {
    let output = try #require(Self.outputs.first { $0.name == name }?.output)
    let first = output.files(for: try catalogue.read())
    let second = output.files(for: try catalogue.read())
    #expect(first.map(\.path) == second.map(\.path) && first.map(\.contents) == second.map(\.contents))
  }

  @Test(arguments: TestCatalogue.allCases, outputs.map(\.name))
  func writesTidyText(_ catalogue: TestCatalogue, _ name: String) throws {
    let output = try #require(Self.outputs.first { $0.name == name }?.output)
    for file in output.files(for: try catalogue.read()) {
      #expect(
        file.contents.hasSuffix("\n") && !file.contents.hasSuffix("\n\n"), "\(file.path) ends with one line break")
      #expect(!file.contents.contains("\n\n\n"), "\(file.path) has no two empty lines together")
      let trailing = file.contents.split(separator: "\n").first { $0.hasSuffix(" ") }
      #expect(trailing == nil, "\(file.path) has no white space at the end of a line")
      #expect(!file.contents.unicodeScalars.contains { $0 == "\0" || $0 == "\u{202E}" || $0 == "\u{F8FF}" })
    }
  }

  @Test(arguments: SwiftOutput.Access.allCases)
  func declaresWithTheWantedAccess(_ access: SwiftOutput.Access) throws {
    let files = SwiftOutput(access: access).files(for: try TestCatalogue.nasty.read())
    let modifier = access == .internal ? "" : access.rawValue + " "
    // What reads responses is nobody else's.
    for file in files where file.path != "NastyReading.swift" {
      let declarations = file.contents.split(separator: "\n").filter {
        $0.contains(/^ *(\w+ )?nonisolated (enum|struct|protocol)/) && !$0.contains("private ")
      }
      #expect(!declarations.isEmpty)
      #expect(declarations.allSatisfy { $0.drop { $0 == " " }.hasPrefix(modifier + "nonisolated ") })
    }
  }

  @Test(arguments: TestCatalogue.allCases)
  func writesTheSameDeclarationsInOneFile(_ catalogue: TestCatalogue) throws {
    let catalog = try catalogue.read()
    let one = SwiftOutput(layout: .one).files(for: catalog)
    #expect(one.map(\.path) == [catalog.name + ".swift"])
    let lines = { (file: OutputFile) in file.contents.split(separator: "\n").dropFirst(2).map(String.init) }
    #expect(one.flatMap(lines).sorted() == SwiftOutput().files(for: catalog).flatMap(lines).sorted())
  }
}
