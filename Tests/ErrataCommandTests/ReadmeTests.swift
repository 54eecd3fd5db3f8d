import Foundation
import Testing
import TestSupport

/// What the README shows is what a reader gets.
struct ReadmeTests {
  private func block(_ language: String, beginningWith start: String) throws -> String {
    try Repository.block(of: "README.md", language, beginningWith: start)
  }

  @Test func itsCatalogueAndItsCommandsWork() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing(block("yaml", beginningWith: "errata: 1"), to: "errors.yaml")
      let commands = try block("sh", beginningWith: "errata check").split(separator: "\n")
      #expect(commands.count == 2)
      for command in commands {
        let arguments = command.split(separator: " ").dropFirst().map(String.init)
        let result = try await runTool(Errata.path, arguments, in: folder)
        #expect(result.status == 0 && result.error.isEmpty, "\(command): \(result.error)")
      }
      let question = try block("sh", beginningWith: "errata explain").split(whereSeparator: \.isWhitespace).dropFirst()
      let answer = try await runTool(Errata.path, question.map(String.init), in: folder)
      #expect(answer.status == 0 && answer.output.contains("The shop is closed for a moment"))
      #expect(try folder.reading("Sources/Errors/OrdersError.swift").contains("case soldOut"))
      try folder.writing(block("yaml", beginningWith: "catalog: errors.yaml"), to: "errata.yaml")
      // What the commands above did not make yet.
      let more = try await Errata.run("generate", in: folder)
      #expect(
        more.output.contains("wrote   android/src/main/kotlin/Shop.kt\n") && more.output.contains(": 1 file written"))
      let result = try await Errata.run("generate", "--check", in: folder)
      #expect(result.status == 0, "\(result.error)")
    }
  }

  @Test func itsMistakeIsSaidAsItShows() async throws {
    try await withTemporaryFolder { folder in
      let catalogue = try block("yaml", beginningWith: "errata: 1").replacing("category: stock", with: "categry: stock")
      try folder.writing(catalogue, to: "errors.yaml")
      let result = try await Errata.run("check", "errors.yaml", in: folder)
      #expect(result.status == 1)
      #expect(try result.error == block("text", beginningWith: "errors.yaml:"))
    }
  }

  @Test func itsLogIsJudgedAsItShows() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing(block("json", beginningWith: "{\"path\":"), to: "gateway.ndjson")
      let command = try block("sh", beginningWith: "errata validate").split(separator: " ").dropFirst()
      let arguments = command.map { $0.trimmingCharacters(in: .newlines) }
      let result = try await runTool(Errata.path, arguments, in: folder)
      #expect(result.status == 1)
      #expect(try result.output == block("text", beginningWith: "gateway.ndjson:"))
    }
  }
}
