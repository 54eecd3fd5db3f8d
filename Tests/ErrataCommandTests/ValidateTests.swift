import Foundation
import TestSupport
import Testing

/// `errata validate` as a process: arguments, formats, exit statuses, and invalid input.
struct ValidateTests {
  private let clean = #"{"path":"/info","status":401,"body":{"errorCode":"invalid_token","errorDescription":"x"}}"#
  private let warned = #"{"path":"/info","status":401,"body":{"errorCode":"invalid_tokn","errorDescription":"x"}}"#
  private let wrong = #"{"path":"/info","status":400,"body":{"errorCode":"invalid_token","errorDescription":"x"}}"#

  @Test func exitStatuses() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing(clean + "\n", to: "clean.ndjson")
      try folder.writing(warned + "\n", to: "warned.jsonl")
      try folder.writing(wrong + "\n", to: "wrong.ndjson")
      func status(_ arguments: String...) async throws -> Int32 {
        try await runTool(Errata.path, ["validate", "--catalog", "bankid"] + arguments, in: folder).status
      }
      #expect(try await status("clean.ndjson") == 0)
      #expect(try await status("warned.jsonl") == 0)
      #expect(try await status("warned.jsonl", "--fail-on", "warning") == 1)
      #expect(try await status("warned.jsonl", "--strict") == 1)
      #expect(try await status("wrong.ndjson") == 1)
      #expect(try await status("clean.ndjson", "wrong.ndjson") == 1)
      #expect(try await status("missing.ndjson", "wrong.ndjson") == 2)
      #expect(try await status("clean.ndjson", "--surface", "cc") == 64)
      #expect(try await status("clean.ndjson", "--status", "99") == 64)
      #expect(try await status("clean.ndjson", "--input", "lines") == 64)
      #expect(try await status("clean.ndjson", "--fail-on", "nothing") == 64)
      #expect(try await status("warned.jsonl", "--fail-on", "unknown-code") == 1)
      #expect(try await status("wrong.ndjson", "--fail-on", "unknown-code") == 0)
      #expect(try await status("wrong.ndjson", "--fail-on", "unknown-code,error") == 1)
      #expect(try await status("wrong.ndjson", "--rule", "status-mismatch=warning") == 0)
      #expect(try await status("warned.jsonl", "--rule", "unknown-code=error") == 1)
      #expect(try await status("warned.jsonl", "--rule", "unknown-code=off", "--fail-on", "warning") == 0)
      #expect(try await status("clean.ndjson", "--input", "yaml") == 64)
    }
  }

  /// A log that is empty or has only other paths does not show that the responses are valid.
  @Test func checkingNothingIsAFailure() async throws {
    let elsewhere = #"{"path":"/elsewhere/7","status":500,"body":"x"}"#
    let outside = try await Errata.run("validate", input: "\(elsewhere)\n\(elsewhere)\n")
    #expect(outside.status == 1)
    #expect(
      outside.error == """
        2 responses read
          2  at no endpoint of the catalogue

        at no endpoint of the catalogue
          2  /elsewhere/*

        no responses checked
        error: 2 responses read, none of them at an endpoint of the catalogue [nothing-checked]
              = help: check --base, and `endpoints` in the catalogue

        """)
    #expect(try await Errata.run("validate", "--allow-empty", input: elsewhere).status == 0)
    let empty = try await Errata.run("validate", input: "")
    #expect(empty.status == 1)
    #expect(
      empty.error.hasSuffix(
        "\nerror: no responses were read [nothing-checked]\n      = help: if the input can be empty, add --allow-empty\n"
      ))
    #expect(try await Errata.run("validate", "--allow-empty", input: "").status == 0)
    // Successes at an endpoint are no errors that could be checked, but they were looked at.
    #expect(try await Errata.run("validate", input: #"{"path":"/info","status":200,"body":{}}"#).status == 0)
  }

  @Test func theBaseThatMatchesIsNamed() async throws {
    let below = #"{"path":"/csc/v2/info?x","status":500,"body":"x"}"#
    for base in ["/csc/v2", "/csc/v2/"] {
      #expect(try await Errata.run("validate", "--base", base, input: below).output.contains("[not-json]"))
    }
    for arguments in [[], ["--base", "/csc/v"], ["--base", "/other"]] {
      let result = try await runTool(Errata.path, ["validate"] + arguments, input: below, in: Repository.root)
      #expect(result.status == 1)
      #expect(
        result.error.hasSuffix(
          "      = help: every such path begins with /csc/v2: did you mean --base /csc/v2?\n"), "\(result)")
    }
  }

  @Test func findingsGoToOutputAndTheSummaryToError() async throws {
    let result = try await Errata.run("validate", "-", input: [clean, warned, wrong].joined(separator: "\n"))
    #expect(
      result.output == """
        <stdin>:2:50: warning: unknown code `invalid_tokn`; did you mean `invalid_token`? [unknown-code]
            2 | …status":401,"body":{"errorCode":"invalid_tokn","errorDescription":"x"}}
              |                                  ^^^^^^^^^^^^^^
              | /info
        <stdin>:3:50: error: expected status 401 for `invalid_token`, found 400 [status-mismatch]
            3 | …status":400,"body":{"errorCode":"invalid_token","errorDescription":"x"}}
              |                                  ^^^^^^^^^^^^^^^
              | /info

        """)
    #expect(
      result.error.hasPrefix(
        """
        3 responses read
          3  checked

        csc: 3 checked
          1  400  invalid_token  status not documented  /info
          1  401  invalid_token  /info
          1  401  invalid_tokn   unknown, did you mean `invalid_token`?  /info

        documented, but never seen
          csc: invalid_request, invalid_parameters,
        """), "\(result.error)")
    #expect(
      result.error.hasSuffix(
        """

        findings
          1  error    status-mismatch
          1  warning  unknown-code

        1 error, 1 warning

        """))
  }

  @Test func otherFormats() async throws {
    let input = [clean, warned].joined(separator: "\n")
    let json = try await Errata.run("validate", "--format", "json", input: input)
    #expect(
      json.output == """
        {"rule":"unknown-code","documentation":"docs/rules.md#response-unknown-code","severity":"warning","message":"unknown \
        code `invalid_tokn`; did you mean `invalid_token`?","surface":"csc","code":"invalid_tokn","status":401,"path":"/info","file":"<stdin>","line":2,"column":50,\
        "pointer":"/errorCode"}

        """)
    let summary = try #require(try JSONSerialization.jsonObject(with: Data(json.error.utf8)) as? [String: Any])
    #expect(summary["read"] as? Int == 2 && summary["checked"] as? Int == 2 && summary["warnings"] as? Int == 1)
    let only = try await Errata.run("validate", "--format", "json", "--summary", input: input)
    #expect(only.output == json.error && only.error.isEmpty)
    let gitHub = try await Errata.run("validate", "--format", "github", input: input)
    #expect(
      gitHub.output.hasPrefix("::warning file=<stdin>,line=2,col=50,endColumn=64,title=unknown-code::unknown code"))
  }

  @Test func theFormatOfAnInputIsDetectedByItsName() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing(#"{"errorCode":"invalid_token","errorDescription":7}"#, to: "body.json")
      try folder.writing("x\n" + #"{"errorCode":"invalid_token","errorDescription":"x"}"#, to: "bodies.ndjson")
      try folder.writing(
        """
        {"log":{"entries":[{"request":{"url":"https://gateway.example/oauth2/token"},"response":{"status":400,
        "content":{"text":"{\\"error\\":\\"invalid_grnt\\",\\"error_description\\":\\"x\\"}"}}}]}}
        """, to: "recording.har")
      func output(_ arguments: String..., input: String = "") async throws -> String {
        let result = try await runTool(
          Errata.path, ["validate", "--catalog", "bankid"] + arguments, input: input, in: folder)
        return result.output.split(separator: "\n").filter { $0.contains(": ") && !$0.hasPrefix(" ") }
          .map { "\($0.split(separator: " ")[0]) \($0.split(separator: " ").last!)" }.joined(separator: ", ")
      }
      #expect(try await output("body.json", "--surface", "csc") == "body.json:1:49: [wrong-type]")
      #expect(try await output("bodies.ndjson", "--surface", "csc") == "bodies.ndjson:1:1: [not-json]")
      #expect(try await output("recording.har") == "recording.har:2:31: [unknown-code]")
      #expect(
        try await output("https://app.example/back?error=access_denied&error_description=No")
          == "https://app.example/back?error=access_denied&error_description=No:1:1: [missing-state]")
      #expect(try await output("--surface", "csc", input: "x") == "<stdin>:1:1: [not-json]")
      #expect(
        try await output(
          "--surface", "csc", "--status", "400", "--input", "lines",
          input: #"{"errorCode":"invalid_token","errorDescription":"x"}"#) == "<stdin>:1:14: [status-mismatch]")
    }
  }

  @Test func theCatalogueIsTheGivenOneOrTheProjects() async throws {
    try await withTemporaryFolder { folder in
      func validate(_ arguments: String..., body: String = #"{"code":"not_foun","message":"x"}"#) async throws
        -> ProcessResult
      {
        try await runTool(Errata.path, ["validate", "--input", "body"] + arguments, input: body, in: folder)
      }
      let none = try await validate()
      #expect(none.status == 64)
      #expect(
        none.error.hasPrefix(
          "Error: No errata.yaml in this folder or a parent folder. Name a catalogue, as in: errata validate --catalog errors.yaml\n"
        ))
      try folder.writing(shop(), to: "shop.yaml")
      let near = try await validate()
      #expect(near.status == 64 && near.error.contains(" To use shop.yaml: errata validate --catalog shop.yaml\n"))
      let named = try await validate("--catalog", "shop.yaml")
      #expect(
        named.output.contains("did you mean `not_found`?"),
        "a catalogue with one surface needs no --surface: \(named.error)")
      try folder.writing("catalog: shop.yaml\noutputs: []\n", to: "errata.yaml")
      #expect(try await validate().output == named.output)
      let builtIn = try await validate("--catalog", "bankid", "--surface", "api")
      #expect(builtIn.status == 64 && builtIn.error.contains("Expected csc, oauth_token or oauth_authorize."))
    }
  }

  @Test(arguments: [
    (["--rule", "extra-fields=off"], "`extra-fields` is not a rule for responses. Did you mean `extra-field`?"),
    (["--rule", "extra-field=of"], "`of` is not a severity. Expected off, warning or error."),
    (["--rule", "extra-field"], "Expected a name and a value, as in extra-field=off."),
    (["--fail-on", "warnings"], "`warnings` is not a rule for responses. Did you mean `warning`?"),
    (["--fields", "statuss=code"], "`statuss` is not a part of an exchange. Did you mean `status`?"),
    (["--fields", "status=a,path=a.b"], "Invalid --fields: `a` is read more than once."),
    (["--fields", "path=a", "--fields", "path=b"], "--fields has two members for `path`."),
    (["--fields", "path=a", "--input", "har"], "--fields names the members of exchanges, and no input has any."),
    (
      ["--base", "https://api.example/csc"], "`https://api.example/csc` is not a path. Expected the start of all paths"
    ),
    (["--base", "/csc?x"], "`/csc?x` is not a path."), (["--base", "csc"], "`csc` is not a path."),
    (["--host", "https://api.example"], "`https://api.example` is not a host. Expected its name"),
    (["--host", ""], "`` is not a host."),
  ])
  func namesInOptionsAreChecked(_ options: [String], _ message: String) async throws {
    let result = try await runTool(Errata.path, ["validate"] + options, input: clean, in: Repository.root)
    #expect(result.status == 64 && result.error.contains(message), "\(result.error)")
  }

  @Test func theRulesAndFieldsOfTheConfiguration() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing(shop(), to: "shop.yaml")
      try folder.writing(
        """
        catalog: shop.yaml
        outputs: []
        validate:
          rules: {not-json: {severity: warning, status: [502]}, extra-field: off}
          fields: {path: request.uri, status: upstream_status}
        """, to: "errata.yaml")
      let html = #"{"request":{"uri":"/orders/7"},"upstream_status":"504, 502","body":"<html>"}"#
      let extra = #"{"request.uri":"/orders/7","upstream_status":404,"body":{"code":"not_found","message":"x","y":1}}"#
      let result = try await runTool(
        Errata.path, ["validate", "--format", "json"], input: "\(html)\n\(extra)\n", in: folder)
      #expect(result.status == 0)
      #expect(
        result.output.hasPrefix(
          #"{"rule":"not-json","documentation":"docs/rules.md#response-not-json","severity":"warning","#))
      #expect(result.output.contains(#""status":502,"path":"/orders/7","#))
      #expect(result.output.split(separator: "\n").count == 1, "\(result.output)")
      let override = try await runTool(
        Errata.path, ["validate", "--rule", "not-json=error"], input: html, in: folder)
      #expect(override.status == 1)
    }
  }

  /// As text, the first findings of each kind are shown; GitHub shows ten annotations.
  @Test func manyFindingsOfOneKind() async throws {
    let many = Array(repeating: warned, count: 30) + Array(repeating: wrong, count: 2)
    let text = try await Errata.run("validate", input: many.joined(separator: "\n"))
    #expect(text.output.split(separator: "\n").filter { $0.contains("[unknown-code]") }.count == 21)
    #expect(
      text.output.hasSuffix(
        "      | /info\n… and 10 more [unknown-code] `invalid_tokn`\n      = help: to show all of them, add --all\n"))
    let all = try await Errata.run("validate", "--all", input: many.joined(separator: "\n"))
    #expect(all.output.split(separator: "\n").filter { $0.contains("[unknown-code]") }.count == 30)
    let codes = (0..<12).map { warned.replacing("tokn", with: "xyz\($0)") }
    let gitHub = try await Errata.run(
      "validate", "--format", "github", input: (many + codes).joined(separator: "\n"))
    let lines = gitHub.output.split(separator: "\n")
    #expect(lines.count == 12 && lines.filter { $0.hasPrefix("::warning ") }.count == 10, "\(gitHub.output)")
    #expect(lines[11] == "… and 3 more kinds of warnings")
    #expect(lines[0].hasPrefix("::error ") && lines[0].hasSuffix("/info%0A… and 1 more"))
    #expect(lines[1].hasSuffix("/info%0A… and 29 more"))
  }

  @Test func theOtherFormatIsOneFinding() async throws {
    let bodies = Array(repeating: #"{"errorCode":"invalid_token","errorDescription":"x"}"#, count: 3)
    let asExchanges = try await Errata.run("validate", input: bodies.joined(separator: "\n"))
    #expect(asExchanges.status == 1)
    #expect(
      asExchanges.output.hasPrefix(
        "<stdin>:1:1: error: expected an exchange, found a body; read the input with `--input lines` and `--surface` [input-format]\n"
      ))
    #expect(asExchanges.output.split(separator: "\n").filter { $0.contains("error:") }.count == 1)
    #expect(asExchanges.error.contains("  3  could not be read\n"))
    let recording = try await Errata.run("validate", input: #"{"log": {"entries": []}}"#)
    #expect(
      recording.output.hasPrefix(
        "<stdin>:1:1: error: expected an exchange, found a recording; read the input with `--input har` [input-format]\n"
      ))
    let exchanges = [clean, warned, wrong]
    let asBodies = try await Errata.run(
      "validate", "--input", "lines", "--surface", "csc", input: (exchanges + bodies).joined(separator: "\n"))
    #expect(
      asBodies.output.hasPrefix(
        "<stdin>:1:1: error: expected a body, found an exchange; read the input with `--input exchanges` [input-format]\n"
      ))
    #expect(asBodies.output.split(separator: "\n").filter { $0.contains("error:") }.count == 1)
    #expect(asBodies.error.contains("  3  checked\n  3  could not be read\n"))
  }

  @Test func onlyOneHost() async throws {
    try await withTemporaryFolder { folder in
      let entries = ["api.example", "api.example:8443", "cdn.example"].map { host in
        #"{"request":{"method":"GET","url":"https://\#(host)/info"},"response":{"status":401,"content":{"text":"x"}}}"#
      }
      try folder.writing(#"{"log":{"entries":[\#(entries.joined(separator: ","))]}}"#, to: "x.har")
      for (host, checked) in [("api.example", 2), ("API.example:8443", 1), ("cdn.example", 1), ("other.example", 0)] {
        let result = try await runTool(
          Errata.path, ["validate", "--catalog", "bankid", "--host", host, "--format", "json", "--summary", "x.har"],
          in: folder)
        let summary = try #require(
          try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        #expect(summary["checked"] as? Int == checked && summary["otherHosts"] as? Int == 3 - checked)
        #expect(result.status == 1)
      }
    }
  }

  // MARK: Bad input

  @Test func unreadableInputsAreReported() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing(wrong, to: "wrong.ndjson")
      try FileManager.default.createDirectory(at: folder.appending(path: "logs"), withIntermediateDirectories: true)
      try Data([0x1F, 0x8B, 8, 0, 0]).write(to: folder.appending(path: "log.ndjson.gz"))
      try Data([0xFF, 0xFE, 0x7B, 0]).write(to: folder.appending(path: "wide.ndjson"))
      func error(_ name: String) async throws -> String {
        // The other input is still validated.
        let result = try await runTool(
          Errata.path, ["validate", "--catalog", "bankid", name, "wrong.ndjson"], in: folder)
        #expect(result.status == 2 && result.output.contains("[status-mismatch]"))
        return result.error.components(separatedBy: "1 response read")[0]
      }
      #expect(
        try await error("missing.ndjson")
          == "error: cannot read missing.ndjson: No such file or directory [cannot-read]\n")
      #expect(
        try await error("logs") == """
          error: cannot read logs: it is a folder [cannot-read]
                = help: name the files in it, as in logs/*.ndjson

          """)
      #expect(
        try await error("log.ndjson.gz") == """
          error: cannot read log.ndjson.gz: the file is compressed (gzip) [cannot-read]
                = help: decompress it first: gunzip -c log.ndjson.gz | errata validate --input exchanges -

          """)
      #expect(
        try await error("wide.ndjson") == """
          error: cannot read wide.ndjson: expected UTF-8, found UTF-16 [cannot-read]
                = help: convert it first: iconv -f UTF-16 -t UTF-8 wide.ndjson | errata validate --input exchanges -

          """)
    }
  }

  /// A billion bytes in one line, through a pipe: the other lines are checked, and the line is not kept in memory.
  @Test(.slow) func aLineOfAGigabyte() async throws {
    let script = """
      { echo '\(wrong)'; head -c 1000000000 /dev/zero | tr '\\0' x; echo; echo '\(wrong)'; } |
      { ulimit -v 1500000; exec "$0" validate -; }
      """
    let result = try await runTool("bash", ["-c", script, Errata.path])
    #expect(result.status == 1)
    let lines = result.output.split(separator: "\n").filter { $0.hasPrefix("<stdin>") }
    #expect(
      lines.count == 3 && lines[1] == "<stdin>:2:1: error: the line is larger than 8 MiB and is not checked [too-large]"
    )
    #expect(lines.last?.hasPrefix("<stdin>:3:50: error: expected status 401") == true)
  }

  /// If the reader closes the output, the summary and the exit status still cover the whole file. A stream, which may be endless,
  /// is not read further.
  @Test func aReaderThatClosesTheOutput() async throws {
    let script = """
      # The error comes last, after more warnings than the capacity of a pipe.
      { yes '\(warned)' | head -n 5000; echo '\(wrong)'; } >log.ndjson
      "$0" validate --all --catalog bankid log.ndjson >/dev/null 2>whole; echo $?
      "$0" validate --all --catalog bankid log.ndjson 2>cut | head -n 1 >/dev/null; echo "${PIPESTATUS[0]}"
      cmp whole cut && echo same
      yes '\(warned)' | "$0" validate --all --catalog bankid - 2>stream | head -n 1 >/dev/null; echo "${PIPESTATUS[1]}"
      """
    try await withTemporaryFolder { folder in
      let result = try await runTool("bash", ["-c", script, Errata.path], in: folder)
      #expect(result.output == "1\n1\nsame\n1\n", "\(result)")
      let stream = try folder.reading("stream")
      #expect(stream.hasPrefix("errata: stopped because the output was closed"), "\(stream)")
    }
  }

  @Test func anInterruptedRun() async throws {
    // An endless pipe, interrupted after the first finding. Background jobs of a shell ignore SIGINT unless they reset it.
    let script = """
      mkfifo in out
      (trap - INT; exec "$0" validate --catalog bankid --format json - <in >out 2>err) & run=$!
      exec 3>in 4<out
      for i in $(seq 1 12000); do echo '\(wrong)'; done >&3 &
      read -r line <&4
      cat <&4 >rest &
      kill -\("$1") $run
      wait $run
      echo $?
      cat err
      """
    for (signal, status) in [("INT", "130"), ("TERM", "143")] {
      try await withTemporaryFolder { folder in
        let result = try await runTool("bash", ["-c", script, Errata.path, signal], in: folder)
        let lines = result.output.split(separator: "\n")
        #expect(lines.first ?? "" == status, "\(result)")
        #expect(lines.last?.contains("\"interrupted\": true") == true, "\(result)")
      }
    }
  }

  /// Ctrl-C goes to both sides of a pipe. The end of the other side is not the end of a complete log.
  @Test func anInterruptedPipeline() async throws {
    let script = """
      trap : INT
      set -m
      # More than the capacity of a pipe: once it is written, errata has begun to read.
      (trap - INT; { printf '%70000s\\n' '\(wrong)'; : >started; exec sleep 60; } |
        { "$0" validate --catalog bankid --summary --format json -; echo $? >status; }) >out &
      for _ in $(seq 600); do if [ -e started ]; then break; fi; sleep 0.1; done
      kill -INT -- -$!
      wait $! || true
      """
    try await withTemporaryFolder { folder in
      let result = try await runTool("bash", ["-c", script, Errata.path], in: folder)
      // The shell that would write the status is interrupted, too, but not before errata has ended.
      let output = try folder.reading("out")
      #expect(
        output.hasPrefix("{\"read\": ") && output.contains("\"interrupted\": true"), "\(result) \(output.prefix(300))")
    }
  }

  @Test func badBytesInALine() async throws {
    try await withTemporaryFolder { folder in
      var bytes = Array("\(wrong)\n".utf8)
      bytes += [0xFF, 0x00, 0x0A]
      bytes += Array(#"{"path":"/info","status":401,"body":{"errorCode":"invalid_token","errorDescription":""#.utf8)
      bytes += [0xE6] + Array("\"}}\n".utf8) + Array(wrong.utf8)
      try Data(bytes).write(to: folder.appending(path: "log.ndjson"))
      let result = try await Errata.run("validate", "--catalog", "bankid", "log.ndjson", in: folder)
      let places = result.output.split(separator: "\n").filter { $0.hasPrefix("log.ndjson:") }
        .map { $0.prefix { $0 != " " } + " " + $0.split(separator: " ").last! }
      #expect(
        places == [
          "log.ndjson:1:50: [status-mismatch]", "log.ndjson:2:1: [broken-input]", "log.ndjson:3:86: [not-utf8]",
          "log.ndjson:4:50: [status-mismatch]",
        ])
    }
  }
}
