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
        try await runTool(Errata.path, ["validate"] + arguments, in: folder).status
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
      #expect(try await status("clean.ndjson", "--input", "yaml") == 64)
    }
  }

  /// A log that is empty or has only other paths does not show that the responses are valid.
  @Test func reportsThatNoResponsesWereChecked() async throws {
    let elsewhere = #"{"path":"/elsewhere/info","status":500,"body":"x"}"#
    let outside = try await Errata.run("validate", input: elsewhere)
    #expect(
      outside.status == 0 && outside.error.contains("\nno responses checked\n      = help: if paths have a prefix"))
    let below = #"{"path":"/csc/v2/info?x","status":500,"body":"x"}"#
    for base in ["/csc/v2", "/csc/v2/"] {
      #expect(try await Errata.run("validate", "--base", base, input: below).output.contains("[not-json]"))
    }
    #expect(try await Errata.run("validate", "--base", "/csc/v", input: below).status == 0)
    #expect(try await Errata.run("validate", "--base", "/other", input: below).status == 0)
    let empty = try await Errata.run("validate", input: "")
    #expect(empty.status == 0 && empty.error == "responses checked  0\nno responses checked\n")
  }

  @Test func findingsGoToOutputAndTheSummaryToError() async throws {
    let result = try await Errata.run("validate", "-", input: [clean, warned, wrong].joined(separator: "\n"))
    #expect(
      result.output == """
        <stdin>:2:50: warning: unknown code `invalid_tokn`; did you mean `invalid_token`? [unknown-code]
            2 | …status":401,"body":{"errorCode":"invalid_tokn","errorDescription":"x"}}
              |                                  ^^^^^^^^^^^^^^
        <stdin>:3:50: error: expected status 401 for `invalid_token`, found 400 [status-mismatch]
            3 | …status":400,"body":{"errorCode":"invalid_token","errorDescription":"x"}}
              |                                  ^^^^^^^^^^^^^^^

        """)
    #expect(
      result.error == """
        responses checked           3
          csc                       3
            invalid_token           2
            (not in the catalogue)  1
        findings                    2
          status-mismatch           1
          unknown-code              1
        1 error, 1 warning

        """)
  }

  @Test func otherFormats() async throws {
    let input = [clean, warned].joined(separator: "\n")
    let json = try await Errata.run("validate", "--format", "json", input: input)
    #expect(
      json.output == """
        {"rule":"unknown-code","severity":"warning","message":"unknown code `invalid_tokn`; did you mean \
        `invalid_token`?","surface":"csc","code":"invalid_tokn","status":401,"file":"<stdin>","line":2,"column":50,\
        "pointer":"/errorCode"}

        """)
    #expect(
      json.error == """
        {"judged": 2, "successes": 0, "outside": 0, "errors": 0, "warnings": 1, "interrupted": false, \
        "surfaces": {"csc": 2}, "codes": {"csc": {"invalid_token": 1}}, "unknownCodes": 1, \
        "rules": {"unknown-code": 1}}

        """)
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
        let result = try await runTool(Errata.path, ["validate"] + arguments, input: input, in: folder)
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

  @Test func theCatalogueIsTheGivenOneOrTheProjectsOrBankIDs() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing(shop(), to: "shop.yaml")
      let body = #"{"code":"not_foun","message":"x"}"#
      let named = try await runTool(
        Errata.path, ["validate", "--catalog", "shop.yaml", "--input", "body"], input: body, in: folder)
      #expect(
        named.output.contains("did you mean `not_found`?"),
        "a catalogue with one surface needs no --surface: \(named.error)")
      try folder.writing("catalog: shop.yaml\noutputs: []\n", to: "errata.yaml")
      let project = try await runTool(Errata.path, ["validate", "--input", "body"], input: body, in: folder)
      #expect(project.output == named.output)
      let unnamed = try await Errata.run(
        "validate", "--surface", "api", in: FileManager.default.temporaryDirectory)
      #expect(unnamed.status == 64 && unnamed.error.contains("Expected csc, oauth_token or oauth_authorize."))
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
        let result = try await runTool(Errata.path, ["validate", name, "wrong.ndjson"], in: folder)
        #expect(result.status == 2 && result.output.contains("[status-mismatch]"))
        return result.error.components(separatedBy: "responses checked")[0]
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
      "$0" validate log.ndjson >/dev/null 2>whole; echo $?
      "$0" validate log.ndjson 2>cut | head -n 1 >/dev/null; echo "${PIPESTATUS[0]}"
      cmp whole cut && echo same
      yes '\(warned)' | "$0" validate - 2>stream | head -n 1 >/dev/null; echo "${PIPESTATUS[1]}"
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
      (trap - INT; exec "$0" validate --format json - <in >out 2>err) & run=$!
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

  @Test func badBytesInALine() async throws {
    try await withTemporaryFolder { folder in
      var bytes = Array("\(wrong)\n".utf8)
      bytes += [0xFF, 0x00, 0x0A]
      bytes += Array(#"{"path":"/info","status":401,"body":{"errorCode":"invalid_token","errorDescription":""#.utf8)
      bytes += [0xE6] + Array("\"}}\n".utf8) + Array(wrong.utf8)
      try Data(bytes).write(to: folder.appending(path: "log.ndjson"))
      let result = try await Errata.run("validate", "log.ndjson", in: folder)
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
