import Foundation
import TestSupport
import Testing

/// The log of a gateway, with successes and errors, pages of a proxy, empty bodies, a base path, unknown codes and a broken line.
/// Its summary answers which errors came, how often and from where.
struct GatewayLogTests {
  private static let log = "Tests/Fixtures/logs/gateway.ndjson"
  private static let options = ["validate", "--catalog", "bankid", "--base", "/csc/v2"]

  private func run(_ options: String...) async throws -> ProcessResult {
    try await runTool(Errata.path, Self.options + options + [Self.log], in: Repository.root)
  }

  @Test func theSummary() async throws {
    try expectGolden(try await run("--summary").output, "logs/gateway.summary.txt")
    try expectGolden(try await run("--summary", "--all").output, "logs/gateway.summary-all.txt")
    try expectGolden(try await run("--format", "markdown").output, "logs/gateway.summary.md")
    let json = try await run("--summary", "--format", "json").output
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8))
    let pretty = try JSONSerialization.data(
      withJSONObject: object, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    try expectGolden(String(decoding: pretty, as: UTF8.self) + "\n", "logs/gateway.summary.json")
  }

  @Test func withoutItsBase() async throws {
    let result = try await runTool(
      Errata.path, ["validate", "--catalog", "bankid", "--summary", Self.log], in: Repository.root)
    #expect(result.status == 1)
    try expectGolden(result.output + result.error, "logs/gateway.without-base.txt")
  }

  @Test func theRowsAddUpToWhatWasRead() async throws {
    struct Summary: Decodable {
      struct Entry: Decodable {
        let count: Int
      }
      let read, checked, successes, unmatched, otherHosts, notRecorded, notRedirects, unreadable: Int
      let codes, codeless, paths: [Entry]
      let otherCodes, otherCodeless, otherPaths: Int
    }
    let json = try await run("--summary", "--format", "json").output
    let summary = try JSONDecoder().decode(Summary.self, from: Data(json.utf8))
    func sum(_ entries: [Summary.Entry]) -> Int { entries.map(\.count).reduce(0, +) }
    #expect(summary.read == (try Repository.text(Self.log)).split(separator: "\n").count)
    #expect(
      summary.read == summary.checked + summary.successes + summary.unmatched + summary.otherHosts
        + summary.notRecorded + summary.notRedirects + summary.unreadable)
    #expect(
      summary.checked == sum(summary.codes) + summary.otherCodes + sum(summary.codeless) + summary.otherCodeless)
    #expect(summary.unmatched == sum(summary.paths) + summary.otherPaths)
  }
}
