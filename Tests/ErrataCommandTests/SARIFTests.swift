import ErrataText
import Foundation
import TestSupport
import Testing

/// SARIF logs of every command that reports problems.
struct SARIFTests {
  private struct Log: Decodable {
    struct Run: Decodable {
      struct Result: Decodable {
        let ruleId: String
        let level: String
      }
      struct Invocation: Decodable {
        struct Notification: Decodable { let message: Message }
        struct Message: Decodable { let text: String }
        let executionSuccessful: Bool
        let toolExecutionNotifications: [Notification]?
      }
      struct Tool: Decodable {
        struct Driver: Decodable { let rules: [Rule] }
        struct Rule: Decodable { let id: String }
        let driver: Driver
      }
      let results: [Result]
      let invocations: [Invocation]
      let tool: Tool
    }
    let runs: [Run]
  }

  private func run(_ text: String) throws -> Log.Run {
    try #require(try JSONDecoder().decode(Log.self, from: Data(text.utf8)).runs.first)
  }

  @Test func aLog() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing(shop().replacing("title: API", with: "titel: API"), to: "a folder/errors.yaml")
      let result = try await Errata.run("check", "a folder/errors.yaml", "--format", "sarif", in: folder)
      let path = "a%20folder/errors.yaml"
      #expect(result.status == 1 && result.error.isEmpty)
      #expect(
        result.output.hasPrefix(
          """
          {"$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json", \
          "version": "2.1.0", "runs": [{"results": [
          {"ruleId": "unknown-key", "level": "error", "message": {"text": "unknown key `titel` in a surface\\nhelp: did you \
          mean `title`?"}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "\(path)"}, "region": \
          {"startLine": 7, "startColumn": 5, "endLine": 7, "endColumn": 10}}}]}
          ],
          "columnKind": "unicodeCodePoints",
          "invocations": [{"executionSuccessful": true}],
          "tool": {"driver": {"name": "errata", "rules": [{"id": "unknown-key", "shortDescription": \
          {"text": "A key is not part of the format."},
          """), "\(result.output)")
      #expect(result.output.contains(#""documentation": "docs/rules.md#catalogue-unknown-key""#))
    }
  }

  /// Standard output is a log whatever the command finds, and each rule of a result is described.
  @Test(
    .enabled(if: RequiredTool.python.isExpected, "needs .venv: run Scripts/bootstrap --tests"))
  func everyCommandWritesAValidLog() async throws {
    let cases: [(arguments: String, status: Int32, rules: [String])] = [
      ("check good.yaml", 0, []),
      ("check bad.yaml", 1, ["duplicate-key", "unknown-key"]),
      ("check missing.yaml", 2, ["cannot-read"]),
      ("generate good.yaml --swift out --check", 1, ["missing-output"]),
      ("generate good.yaml --swift out", 0, []),
      ("diff --against bad.yaml good.yaml", 2, ["cannot-read", "duplicate-key", "unknown-key"]),
      ("diff --against good.yaml good.yaml", 0, []),
      ("diff --against old.yaml good.yaml", 1, ["code-removed", "insufficient-version"]),
      ("explain not_fund --catalog good.yaml", 1, ["no-such-code"]),
      ("explain not_found --catalog good.yaml", 0, []),
      ("validate --catalog good.yaml log.ndjson", 1, ["broken-input", "unknown-code"]),
      ("validate --catalog bad.yaml log.ndjson", 1, ["duplicate-key", "unknown-key"]),
      ("validate --catalog good.yaml empty.ndjson", 1, ["nothing-checked"]),
      ("validate --catalog good.yaml missing.ndjson log.ndjson", 2, ["broken-input", "cannot-read", "unknown-code"]),
      ("validate --catalog good.yaml https://shop.example/?x=1", 1, ["broken-input", "nothing-checked"]),
      ("init --like body.json", 0, []),
      ("init --from-log empty.ndjson", 2, ["cannot-read"]),
    ]
    var logs: [JSONValue] = []
    try await withTemporaryFolder { folder in
      try folder.writing(shop(), to: "good.yaml")
      try folder.writing(shop() + "      sold_out: {status: 409, description: Sold out}\n", to: "old.yaml")
      try folder.writing(shop() + "titel: x\nname: y\n", to: "bad.yaml")
      try folder.writing("", to: "empty.ndjson")
      try folder.writing(#"{"code":"not_found","message":"The order does not exist"}"#, to: "body.json")
      try folder.writing(
        "{\"path\":\"/orders/1\",\"status\":404,\"body\":{\"code\":\"a\",\"message\":\"\u{1F600}\"}}\n{\n",
        to: "log.ndjson")
      for (arguments, status, rules) in cases {
        let words = arguments.split(separator: " ").map(String.init)
        let result = try await runTool(Errata.path, words + ["--format", "sarif"], in: folder)
        let log = try run(result.output)
        #expect(result.status == status, "\(arguments): \(result)")
        #expect(Set(log.results.map(\.ruleId)) == Set(rules), "\(arguments): \(result.output)")
        #expect(Set(log.tool.driver.rules.map(\.id)) == Set(rules), "\(arguments): \(result.output)")
        #expect(log.invocations.map(\.executionSuccessful) == [status != 2], "\(arguments)")
        logs.append(.string(result.output))
      }
    }
    let script = Repository.root.appending(path: "Tests/Tools/validate_sarif.py").plainPath
    let result = try await runTool(RequiredTool.python.path, [script], input: JSONValue.array(logs).line)
    #expect(result.status == 0, "\(result.error)")
  }

  /// As in text, a log has the first 20 findings of each kind, and says how many more there are.
  @Test func findingsAreLimited() async throws {
    let line = #"{"path":"/orders/1","status":404,"body":{"code":"a","message":"m"}}"# + "\n"
    try await withTemporaryFolder { folder in
      try folder.writing(shop(), to: "errors.yaml")
      let input = String(repeating: line, count: 1_000)
      for (options, count, notes) in [
        (["--all"], 1_000, []), ([], 20, ["and 980 more [unknown-code] `a`"]),
      ] {
        let result = try await runTool(
          Errata.path, ["validate", "--catalog", "errors.yaml", "--format", "sarif"] + options, input: input, in: folder
        )
        let log = try run(result.output)
        #expect(log.results.count == count)
        #expect((log.invocations[0].toolExecutionNotifications ?? []).map(\.message.text) == notes)
      }
    }
  }

  @Test func aLogThatCannotBeWritten() async throws {
    let result = try await runTool(
      "sh", ["-c", "\"$0\" check --format sarif /dev/null >/dev/full", Errata.path], environment: ["LC_ALL": "C"])
    #expect(result.status == 2)
    #expect(result.error.contains("cannot write the log to standard output: No space left on device"))
  }

  @Test func aSummaryIsNoLog() async throws {
    let result = try await Errata.run("validate", "--catalog", "bankid", "--summary", "--format", "sarif")
    #expect(result.status == 64 && result.error.contains("A SARIF log has no place for the summary"))
  }
}
