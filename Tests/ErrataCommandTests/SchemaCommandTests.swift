import Foundation
import TestSupport
import Testing

/// `errata schema`.
struct SchemaCommandTests {
  /// BankID's catalogue and the `errata.yaml` of this repository name the schemas that are committed, in their first line.
  @Test(arguments: ["catalogue", "catalogue-part", "configuration"])
  func printsTheCommittedSchema(_ format: String) async throws {
    let result = try await Errata.run("schema", format)
    #expect(result.status == 0 && result.error.isEmpty)
    #expect(try result.output == Repository.text("catalog/\(format).schema.json"))
  }

  @Test func wrongUsage() async throws {
    for arguments in [["schema"], ["schema", "catalog"], ["schema", "catalogue", "configuration"]] {
      let result = try await runTool(Errata.path, arguments)
      #expect(result.status == 64 && result.error.contains("Usage: errata schema <format>"), "\(result.error)")
    }
  }

  @Test(arguments: ["catalog/bankid-csc.yaml", "errata.yaml"])
  func filesOfThisRepositoryNameTheirSchemas(_ path: String) throws {
    let line = try Repository.text(path).prefix { $0 != "\n" }
    let schema = try #require(line.wholeMatch(of: /# yaml-language-server: \$schema=(\S+)/)).output.1
    let file = Repository.root.appending(path: path).deletingLastPathComponent().appending(path: String(schema))
    #expect(FileManager.default.fileExists(atPath: file.plainPath), "\(line)")
  }
}
