import Foundation
import Testing
import TestSupport

struct ExplainTests {
  @Test func explainsBankIDsCodesAwayFromAnyProject() async throws {
    try await withTemporaryFolder { folder in
      let result = try await Errata.run("explain", "token_already_used", in: folder)
      #expect(result.status == 0 && result.error.isEmpty)
      #expect(result.output.hasPrefix("token_already_used ") && result.output.contains("400 Bad Request"))
      #expect(!result.output.contains("\u{1B}"), "no colour in a pipe")
    }
  }

  @Test func asksTheProjectsCatalogueFirst() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing(shop(), to: "shop.yaml")
      try folder.writing("catalog: shop.yaml\noutputs: []", to: "errata.yaml")
      #expect(try await Errata.run("explain", "not_found", in: folder).status == 0)
      let other = try await Errata.run("explain", "token_already_used", in: folder)
      #expect(other.status == 1)
      #expect(other.error.hasPrefix("error: Shop has no code `token_already_used` [no-such-code]\n"))
      let named = try await Errata.run("explain", "not_found", "--catalog", "shop.yaml", "--surface", "api", in: folder)
      #expect(named.status == 0 && named.output.contains("The order does not exist"))
    }
  }

  @Test func answersProgramsWithOneObject() async throws {
    try await withTemporaryFolder { folder in
      let result = try await Errata.run("explain", "invalid_request", "--format", "json", in: folder)
      let answer = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
      #expect(
        (answer["surfaces"] as? [[String: Any]])?.map { $0["surface"] as? String } == [
          "csc", "oauth_token", "oauth_authorize",
        ])
      #expect(result.output.hasSuffix("}\n") && result.output.split(separator: "\n").count == 1)
      let missing = try await Errata.run("explain", "invalid_reqest", "--format", "json", in: folder)
      #expect(missing.status == 1 && missing.output.isEmpty)
      #expect(missing.error.contains(#""rule": "no-such-code""#) || missing.error.contains(#""rule":"no-such-code""#))
    }
  }

  /// On a real terminal: its width, and colours unless `NO_COLOR` is set.
  @Test func fitsTheTerminalAndColoursOnlyThere() async throws {
    func onTerminal(_ environment: [String: String]) async throws -> String {
      let script = "stty cols 44; exec '\(Errata.path)' explain service_unavailable"
      return try await withTemporaryFolder { folder in
        try await runTool(
          "python3", ["-c", "import pty, sys; pty.spawn(sys.argv[1:])", "sh", "-c", script], in: folder,
          environment: environment.merging(["TERM": "xterm"]) { first, _ in first }
        ).output.replacing("\r\n", with: "\n")
      }
    }
    let colored = try await onTerminal(["NO_COLOR": "", "COLUMNS": ""])
    #expect(colored.contains("\u{1B}[1mservice_unavailable\u{1B}[0m"))
    let plain = try await onTerminal(["NO_COLOR": "1", "COLUMNS": ""])
    #expect(!plain.contains("\u{1B}"))
    let prose = plain.split(separator: "\n").prefix { $0 != "How it comes" }
    #expect(prose.count > 8 && prose.allSatisfy { $0.count <= 44 })
    #expect(
      try await onTerminal(["NO_COLOR": "1", "COLUMNS": "100"]).contains(
        "is unavailable for the moment. Wait a little, then send the"))
  }
}
