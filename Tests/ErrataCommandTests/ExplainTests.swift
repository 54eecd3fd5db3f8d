import Foundation
import Testing
import TestSupport

struct ExplainTests {
  @Test func explainsBankIDsCodesOutsideAProject() async throws {
    try await withTemporaryFolder { folder in
      let result = try await Errata.run("explain", "token_already_used", in: folder)
      #expect(result.status == 0 && result.error.isEmpty)
      #expect(result.output.hasPrefix("token_already_used ") && result.output.contains("400 Bad Request"))
      #expect(!result.output.contains("\u{1B}"), "no colour in a pipe")
      #expect(
        result.output.hasSuffix(
          "\n\nThis is from the catalogue that is built into errata: BankID CSC Signing API 1.0.0.\n"))
    }
  }

  @Test func prefersTheProjectsCatalogue() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing(shop(), to: "shop.yaml")
      try folder.writing("catalog: shop.yaml\noutputs: []", to: "errata.yaml")
      #expect(try await Errata.run("explain", "not_found", in: folder).status == 0)
      let other = try await Errata.run("explain", "token_already_used", in: folder)
      #expect(other.status == 1)
      #expect(other.error.hasPrefix("error: Shop has no code `token_already_used` [no-such-code]\n"))
      let named = try await Errata.run("explain", "not_found", "--catalog", "shop.yaml", "--surface", "api", in: folder)
      #expect(named.status == 0 && named.output.contains("The order does not exist"))
      #expect(!named.output.contains("built into errata"))
    }
  }

  @Test func writesOneJSONObject() async throws {
    try await withTemporaryFolder { folder in
      let result = try await Errata.run("explain", "invalid_request", "--format", "json", in: folder)
      let object = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
      #expect(
        (object["surfaces"] as? [[String: Any]])?.map { $0["surface"] as? String } == [
          "csc", "oauth_token", "oauth_authorize",
        ])
      #expect(result.output.hasSuffix("}\n") && result.output.split(separator: "\n").count == 1)
      let missing = try await Errata.run("explain", "invalid_reqest", "--format", "json", in: folder)
      #expect(missing.status == 1 && missing.output.isEmpty)
      #expect(missing.error.contains(#""rule": "no-such-code""#) || missing.error.contains(#""rule":"no-such-code""#))
    }
  }

  @Test func explainsARuleOfEachFamily() async throws {
    try await withTemporaryFolder { folder in
      let result = try await Errata.run("explain", "too-deep", in: folder)
      #expect(result.status == 0 && result.error.isEmpty)
      let headings = result.output.split(separator: "\n").filter { $0.hasPrefix("too-deep ") }
      #expect(headings.count == 2 && headings[0].hasSuffix(" error in a catalogue"))
      #expect(headings.last?.hasSuffix(" error in a response") == true)
      for title in ["Why it matters", "Example", "How to fix it"] {
        #expect(result.output.split(separator: "\n").count { $0 == title } == 2)
      }
    }
  }

  @Test func explainsARuleAsJSON() async throws {
    try await withTemporaryFolder { folder in
      let result = try await Errata.run("explain", "wrong-type", "--format", "json", in: folder)
      let object = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
      let rules = try #require(object["rules"] as? [[String: Any]])
      #expect(object["rule"] as? String == "wrong-type")
      #expect(rules.map { $0["place"] as? String } == ["in a catalogue", "in a response"])
      #expect(
        rules.allSatisfy {
          Set($0.keys) == ["place", "severity", "summary", "explanation", "reason", "example", "remedy"]
        })
      #expect((rules[0]["example"] as? [String: String])?["commands"] == "errata check shop.yaml")
    }
  }

  @Test func prefersACodeToARuleOfTheSameName() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing(shop().replacing("not_found:", with: "pattern:"), to: "shop.yaml")
      let result = try await Errata.run("explain", "pattern", "--catalog", "shop.yaml", in: folder)
      #expect(result.status == 0 && result.output.contains("The order does not exist"))
      let last = result.output.split(separator: "\n").last
      #expect(
        last == "`pattern` is also a rule of errata: in a response, a field does not match its `pattern`")
      let json = try await Errata.run("explain", "pattern", "--catalog", "shop.yaml", "--format", "json", in: folder)
      let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
      #expect(object["code"] as? String == "pattern" && (object["rules"] as? [Any])?.count == 1)
      let surface = try await Errata.run(
        "explain", "unknown-key", "--surface", "api", "--catalog", "shop.yaml", in: folder)
      #expect(surface.status == 1 && surface.output.isEmpty, "with a surface it is a code")
    }
  }

  @Test func explainsARuleIfTheCatalogueViolatesIt() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing("errata: 1\nnam: Shop", to: "shop.yaml")
      try folder.writing("catalog: shop.yaml\noutputs: []", to: "errata.yaml")
      let rule = try await Errata.run("explain", "unknown-key", in: folder)
      #expect(rule.status == 0 && rule.error.isEmpty && rule.output.hasPrefix("unknown-key "))
      try folder.writing("catalogue: shop.yaml", to: "errata.yaml")
      #expect(try await Errata.run("explain", "unknown-key", in: folder).output == rule.output)
      #expect(try await Errata.run("explain", "unknown_key", in: folder).status == 1)
    }
  }

  /// On a terminal, the text has its width, and colours unless `NO_COLOR` is set.
  @Test func fitsTheTerminalAndHasColours() async throws {
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
    let prose = plain.split(separator: "\n").prefix { $0 != "Example" }
    #expect(prose.count > 8 && prose.allSatisfy { $0.count <= 44 })
    #expect(
      try await onTerminal(["NO_COLOR": "1", "COLUMNS": "100"]).contains(
        "is unavailable for the moment. Wait a little, then send the"))
  }
}
