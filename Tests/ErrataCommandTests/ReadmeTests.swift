import Foundation
import Testing
import TestSupport

/// The examples in the README work as shown.
struct ReadmeTests {
  private func block(_ language: String, beginningWith start: String) throws -> String {
    try Repository.block(of: "README.md", language, beginningWith: start)
  }

  @Test func theCatalogueAndTheCommandsWork() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing(block("yaml", beginningWith: "errata: 1"), to: "errors.yaml")
      let commands = try block("sh", beginningWith: "errata check").split(separator: "\n")
      #expect(commands.count == 2)
      for command in commands {
        let arguments = command.split(separator: " ").dropFirst().map(String.init)
        let result = try await runTool(Errata.path, arguments, in: folder)
        #expect(result.status == 0 && result.error.isEmpty, "\(command): \(result.error)")
      }
      let explain = try block("sh", beginningWith: "errata explain").split(whereSeparator: \.isWhitespace).dropFirst()
      let explanation = try await runTool(Errata.path, explain.map(String.init), in: folder)
      #expect(explanation.status == 0 && explanation.output.contains("The shop is closed for a moment"))
      #expect(try folder.reading("Sources/Errors/OrdersError.swift").contains("case soldOut"))
      try folder.writing(block("yaml", beginningWith: "catalog: errors.yaml"), to: "errata.yaml")
      // Writes the outputs that the commands above did not.
      let generated = try await Errata.run("generate", in: folder)
      #expect(
        generated.output.contains("wrote   android/src/main/kotlin/Shop.kt\n")
          && generated.output.contains(": 1 file written"))
      let result = try await Errata.run("generate", "--check", in: folder)
      #expect(result.status == 0, "\(result.error)")
    }
  }

  @Test func theMistakeIsReportedAsShown() async throws {
    try await withTemporaryFolder { folder in
      let catalogue = try block("yaml", beginningWith: "errata: 1").replacing("category: stock", with: "categry: stock")
      try folder.writing(catalogue, to: "errors.yaml")
      let result = try await Errata.run("check", "errors.yaml", in: folder)
      #expect(result.status == 1)
      #expect(try result.error == block("text", beginningWith: "errors.yaml:"))
    }
  }

  @Test func theLogIsValidatedAsShown() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing(block("json", beginningWith: "{\"path\":"), to: "gateway.ndjson")
      let command = try block("sh", beginningWith: "errata validate").split(separator: " ").dropFirst()
      let arguments = command.map { $0.trimmingCharacters(in: .newlines) }
      let result = try await runTool(Errata.path, arguments, in: folder)
      #expect(result.status == 1)
      #expect(try result.output == block("text", beginningWith: "gateway.ndjson:"))
      #expect(try result.error.hasPrefix(block("text", beginningWith: "2 responses read")), "\(result.error)")
    }
  }
}
