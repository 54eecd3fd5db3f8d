import Foundation
import Testing
import TestSupport

/// Invalid input results in a clear message and the correct exit status, and existing outputs are not damaged.
struct BadInputTests {
  @Test func aMissingFile() async throws {
    let result = try await Errata.run("check", "/no/such/file.yaml")
    #expect(result.status == 2)
    #expect(result.error == "error: cannot read /no/such/file.yaml: No such file or directory [cannot-read]\n")
  }

  @Test func aFolderWithoutACatalogue() async throws {
    try await withTemporaryFolder { folder in
      let result = try await Errata.run("check", ".", in: folder)
      #expect(result.status == 2)
      #expect(result.error.hasPrefix("error: cannot read .: the folder has no .yaml file [cannot-read]\n"))
    }
  }

  @Test func aFolderAsConfiguration() async throws {
    try await withTemporaryFolder { folder in
      let result = try await Errata.run("generate", "--config", ".", in: folder)
      #expect(result.status == 2)
      #expect(result.error.hasPrefix("error: cannot read .: it is a folder [cannot-read]\n"))
    }
  }

  @Test func aConfigurationThatNamesAMissingCatalogue() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing("catalog: gone.yaml\noutputs: [{swift: out}]", to: "errata.yaml")
      let result = try await Errata.run("generate", in: folder)
      #expect(result.status == 2)
      #expect(result.error == "error: cannot read gone.yaml: No such file or directory [cannot-read]\n")
    }
  }

  @Test(arguments: [
    "", "\0", "\u{FEFF}", "\t", "---\n---\n", "[", "{", "\"", "a: *a", "a: !b c", "- a", "text", "%YAML 9.9\n---\n",
  ])
  func textThatIsNotACatalogue(_ text: String) async throws {
    let result = try await Errata.run("check", "-", input: text)
    #expect(result.status == 1)
    #expect(result.error.hasPrefix("<stdin>:") && result.error.contains(": error: "))
  }

  @Test func aHundredThousandLevels() async throws {
    let result = try await Errata.run("check", "-", input: String(repeating: "[", count: 100_000))
    #expect(result.status == 1 && result.error.contains("[too-deep]"))
  }

  @Test func aFileOf200MegabytesWithoutReadingIt() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing("", to: "huge.yaml")
      #expect(unsafe truncate(folder.appending(path: "huge.yaml").plainPath, 200 << 20) == 0)
      let result = try await Errata.run("check", "huge.yaml", in: folder)
      #expect(result.status == 1)
      #expect(
        result.error.hasPrefix("huge.yaml:1:1: error: this file is too large; the limit is 128 MiB [too-large]\n"))
    }
  }

  @Test(.slow) func aStreamWithoutEnd() async throws {
    let result = try await Errata.run("check", "/dev/zero")
    #expect(result.status == 1 && result.error.contains("[too-large]"))
  }

  @Test func anOutputFolderThatIsAFile() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing("mine", to: "out")
      let result = try await Errata.run("generate", "-", "--swift", "out", input: shop(), in: folder)
      #expect(result.status == 2)
      #expect(result.error.hasPrefix("error: cannot write to the folder out: it is a file [cannot-write]\n"))
      #expect(try folder.reading("out") == "mine")
    }
  }

  @Test func anOutputFolderBelowAFile() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing("mine", to: "out")
      let result = try await Errata.run("generate", "-", "--swift", "out/deeper", input: shop(), in: folder)
      #expect(result.status == 2)
      #expect(result.error.contains("Not a directory"))
      #expect(try folder.reading("out") == "mine")
    }
  }

  @Test func twoRunsAtOnce() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing(shop("Old"), to: "shop.yaml")
      for round in 0..<5 {
        try folder.writing(shop("Round \(round)"), to: "shop.yaml")
        let results = try await withThrowingTaskGroup(of: ProcessResult.self) { group in
          for _ in 0..<4 {
            group.addTask {
              try await Errata.run("generate", "shop.yaml", "--swift", "out", "--markdown", "docs", in: folder)
            }
          }
          return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.allSatisfy { $0.status == 0 }, "\(results.map(\.error))")
        #expect(
          try await Errata.run("generate", "shop.yaml", "--swift", "out", "--markdown", "docs", "--check", in: folder)
            .status == 0)
      }
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "out").plainPath).sorted() == [
          "ApiError.swift", "Shop.swift", "ShopReading.swift",
        ])
    }
  }

  /// A limit on the file size has the same effect as a full disk: a write fails halfway.
  @Test func aDiskThatFillsUp() async throws {
    try await withTemporaryFolder { folder in
      _ = try await Errata.run("generate", "-", "--swift", "out", "--markdown", "docs", input: shop("Old"), in: folder)
      let before = try folder.reading("out/Shop.swift")
      let result = try await runTool(
        "bash", ["-c", "ulimit -f 1; exec \"$0\" generate - --swift out --markdown docs", Errata.path],
        input: shop("New"), in: folder)
      #expect(result.status == 2)
      #expect(
        result.error.hasPrefix("error: cannot write out/Shop.swift: File too large")
          && result.error.contains("[cannot-write]"))
      #expect(try folder.reading("out/Shop.swift") == before)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "out").plainPath).sorted() == [
          "ApiError.swift", "Shop.swift", "ShopReading.swift",
        ])
    }
  }

  /// A run that is killed leaves every file complete, either old or new, and the next run cleans up.
  @Test func aRunThatIsKilled() async throws {
    try await withTemporaryFolder { folder in
      func catalogue(_ title: String) throws {
        let codes = (0..<3000).map { "      code_\($0): {status: 404, description: \(title) \($0)}\n" }.joined()
        try folder.writing(shop(title) + codes, to: "shop.yaml")
      }
      try catalogue("Old")
      #expect(try await Errata.run("generate", "shop.yaml", "--swift", "out", in: folder).status == 0)
      let before = try folder.reading("out/ApiError.swift")
      try catalogue("New")
      let script = """
        "$0" generate shop.yaml --swift out &
        run=$!
        while kill -0 $run 2>/dev/null; do
          if compgen -G 'out/.errata-*' >/dev/null; then kill -KILL $run; break; fi
        done
        wait $run
        exit 0
        """
      #expect(try await runTool("bash", ["-c", script, Errata.path], in: folder).status == 0)
      let between = try folder.reading("out/ApiError.swift")
      let next = try await Errata.run("generate", "shop.yaml", "--swift", "out", in: folder)
      #expect(next.status == 0 && next.error.isEmpty)
      let after = try folder.reading("out/ApiError.swift")
      #expect(between == before || between == after)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "out").plainPath).sorted() == [
          "ApiError.swift", "Shop.swift", "ShopReading.swift",
        ])
    }
  }

  @Test(arguments: [
    ("check /no/such/file 2>&-", 2), ("check /no/such/file 2>/dev/full", 2), ("check - >/dev/full", 2),
  ])
  func aClosedOrFullOutput(_ command: String, _ status: Int32) async throws {
    let result = try await runTool(
      "bash", ["-c", "\"$0\" \(command)", Errata.path], input: command.contains(" - ") ? shop() : "")
    #expect(result.status == status)
  }

  @Test func anInterruptedRun() async throws {
    try await withTemporaryFolder { folder in
      _ = try await Errata.run("generate", "-", "--swift", "out", input: shop("Old"), in: folder)
      let before = try folder.reading("out/Shop.swift")
      // Standard input stays open, so the run waits for the rest of the catalogue until it is terminated.
      let script = """
        mkfifo pipe
        exec 3<>pipe
        "$0" generate - --swift out <pipe &
        run=$!
        { sleep 20; kill -KILL $run; } 2>/dev/null &
        # More than the capacity of a pipe: once it is written, the run has begun to read.
        head -c 70000 /dev/zero | tr '\\0' '#' >&3
        kill -TERM $run
        wait $run
        echo $?
        kill %2
        """
      let result = try await runTool("bash", ["-c", script, Errata.path], in: folder)
      #expect(result.output == "143\n")
      #expect(result.error.contains("interrupted"))
      #expect(try folder.reading("out/Shop.swift") == before)
    }
  }

  @Test(arguments: [
    "check - --format sarif", "explain busy --catalog - --format sarif", "explain unknown-key --catalog -",
  ])
  func anInterruptedReader(_ command: String) async throws {
    let script = """
      mkfifo pipe
      exec 3<>pipe
      "$0" \(command) <pipe &
      run=$!
      { sleep 20; kill -KILL $run; } 2>/dev/null &
      # More than the capacity of a pipe: once it is written, the run has begun to read.
      head -c 70000 /dev/zero | tr '\\0' '#' >&3
      kill -TERM $run
      wait $run
      status=$?
      kill %2
      exit $status
      """
    try await withTemporaryFolder { folder in
      let result = try await runTool("bash", ["-c", script, Errata.path], in: folder)
      #expect(result.status == 143 && result.error.hasPrefix("errata: interrupted"), "\(result.error)")
      #expect(result.output.contains(#""executionSuccessful": false"#) == command.contains("sarif"), "\(result.output)")
    }
  }

  /// Another process may have made the shared file description non-blocking.
  @Test func nothingIsLostOnANonBlockingOutput() async throws {
    let script = """
      import os, subprocess, sys, time
      reading, writing = os.pipe()
      os.set_blocking(writing, False)
      run = subprocess.Popen(sys.argv[1:], stdout=writing, stderr=writing)
      os.close(writing)
      time.sleep(0.5)
      count = 0
      while part := os.read(reading, 65536): count += part.count(b"\\n")
      print(run.wait(), count)
      """
    try await withTemporaryFolder { folder in
      try folder.writing((0..<900).map { "unknown_key_\($0): value\n" }.joined(), to: "bad.yaml")
      let result = try await runTool(
        "python3", ["-c", script, Errata.path, "check", "bad.yaml", "--format", "json"], in: folder)
      // 900 unknown keys and five missing ones.
      #expect(result.output == "1 905\n", "\(result)")
      let surfaces = (0..<700).map {
        """
          s\($0): {title: T, endpoints: [/], response: {carrier: json, fields: {code: c\($0)}}, errors: {e: {description: E}}}
        """
      }
      try folder.writing(
        "errata: 1\nname: Shop\ntitle: T\nversion: 1.0.0\nsurfaces:\n" + surfaces.joined(separator: "\n"),
        to: "good.yaml")
      let output = String(repeating: "o", count: 150)
      let generated = try await runTool(
        "python3", ["-c", script, Errata.path, "generate", "good.yaml", "--markdown", output], in: folder)
      #expect(generated.output == "0 702\n", "\(generated)")
    }
  }

  /// A run that is blocked or computing does not check for a signal. Each is started, terminated once it is busy, and killed if it
  /// does not end.
  @Test(arguments: [
    "check pipe", "generate pipe --swift out", "validate pipe", "validate --catalog pipe log.ndjson",
    "swift-file out.swift pipe --watched watched", "validate slow.ndjson --catalog slow.yaml",
    "validate log.ndjson >full", "generate bad.yaml --swift out 2>full", "validate log.ndjson >full 2>&1",
  ])
  func aBusyRunThatIsTerminated(_ command: String) async throws {
    let catalogue = shop().replacing(
      "description: message", with: #"description: {name: message, pattern: "^((a+)+|The.*)$"}"#)
    let script = """
      mkfifo pipe full
      exec 3<>full
      for i in $(seq 20000); do echo '{"path":"/orders/1","status":404,"body":{"code":"none","message":"m"}}'; done >log.ndjson
      for i in $(seq 1000); do echo "unknown_key_with_a_long_name_$i: value"; done >bad.yaml
      "$0" \(command.contains("2>") ? command : command + " 2>err") &
      run=$!
      { sleep 60; kill -KILL $run; } 2>/dev/null &
      # A run that waits for a file to open cannot be observed, so give it time to get there.
      sleep 1
      kill -TERM $run
      wait $run
      echo $?
      kill %2
      """
    try await withTemporaryFolder { folder in
      try folder.writing(catalogue, to: "slow.yaml")
      try folder.writing(
        #"{"path":"/orders/1","status":404,"body":{"code":"not_found","message":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"}}"#,
        to: "slow.ndjson")
      try folder.writing(shop(), to: "errors.yaml")
      try folder.writing("catalog: errors.yaml\noutputs: [{swift: made}]\n", to: "errata.yaml")
      let result = try await runTool("bash", ["-c", script, Errata.path], in: folder)
      #expect(result.output == "143\n", "\(result)")
    }
  }

  // MARK: Recorded responses

  private static let entry =
    #"{"request":{"url":"/info"},"response":{"status":400,"content":{"text":"<html>"}}}"#

  /// What cannot be read is a finding, and the rest of the input is checked.
  @Test(arguments: [
    (
      "har", #"{"log":{"entries":[ENTRY,7,[ENTRY],null,ENTRY]}}"#,
      ["not-json", "broken-input", "broken-input", "broken-input", "not-json"]
    ),
    ("har", #"{"log":{"entries":[ENTRY,{"request":"#, ["not-json", "broken-input"]),
    ("har", "{\"log\":{\"entries\":[ENTRY,{\0}", ["not-json", "broken-input", "broken-input"]),
    ("har", #"{"log":{"entries":[ENTRY],"pages":[}}"#, ["not-json", "broken-input"]),
    ("har", #"{"log":{"entries":{"0":ENTRY}}}"#, ["broken-input"]),
    ("har", "", ["broken-input"]),
    (
      "exchanges", "\0\n{\"path\":\"/info\",\"status\":400,\"body\":\"<\"}\n{\"path\"",
      ["broken-input", "not-json", "broken-input"]
    ),
    ("exchanges", "ENTRY\n\u{1}\n[", ["input-format", "broken-input", "broken-input"]),
    ("lines --surface csc", "{\n\0\0\n\n{}", ["not-json", "not-json", "empty-body", "missing-code", "missing-field"]),
  ])
  func responsesThatCannotBeRead(_ kind: String, _ text: String, _ expected: [String]) async throws {
    let arguments =
      ["validate", "--catalog", "bankid", "--input"] + kind.split(separator: " ").map(String.init) + ["-"]
    let result = try await runTool(Errata.path, arguments, input: text.replacing("ENTRY", with: Self.entry))
    let findings = result.output.split(separator: "\n").filter { $0.hasPrefix("<stdin>:") }
    #expect(findings.map { String($0.split(separator: "[").last!.dropLast()) } == expected, "\(result)")
    #expect(result.status == 1)
  }

  /// A hundred megabytes in one entry: the next one is checked, and the large one is not kept in memory.
  @Test(.slow) func anEntryOfAHundredMegabytes() async throws {
    let script = """
      { printf '{"log":{"entries":[{"x":"'; head -c 100000000 /dev/zero | tr '\\0' x; printf '"},%s]}}' '\(Self.entry)'; } |
      { ulimit -v 1500000; exec "$0" validate --catalog bankid --input har -; }
      """
    let result = try await runTool("bash", ["-c", script, Errata.path])
    let findings = result.output.split(separator: "\n").filter { $0.hasPrefix("<stdin>:") }
    #expect(findings.count == 2 && result.status == 1)
    #expect(
      findings.first == "<stdin>:1:20: error: the entry is larger than 8 MiB and is not checked [too-large]",
      "\(result)")
    #expect(findings.last?.contains("[not-json]") == true)
  }

  @Test(
    .enabled(if: RequiredTool.setpriv.isExpected, "needs setpriv"),
    .enabled(if: getuid() == 0, "needs root to change the user"))
  func filesWithoutPermission() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing(shop(), to: "shop.yaml")
      try folder.writing("x", to: "secret/shop.yaml")
      let old =
        "// Generated by errata from the catalogue Shop 0.9.0. Do not edit: change the catalogue and generate again.\n"
      try folder.writing(old, to: "readonly/Shop.swift")
      #expect(unsafe chmod(folder.plainPath, 0o755) == 0)
      #expect(unsafe chmod(folder.appending(path: "secret/shop.yaml").plainPath, 0o600) == 0)
      let tool = folder.appending(path: "errata")
      try FileManager.default.copyItem(atPath: Errata.path, toPath: tool.plainPath)
      func asNobody(_ arguments: String...) async throws -> ProcessResult {
        try await runTool(
          RequiredTool.setpriv.path, ["--reuid=65534", "--regid=65534", "--clear-groups", tool.plainPath] + arguments,
          in: folder)
      }
      let unreadable = try await asNobody("check", "secret/shop.yaml")
      #expect(unreadable.status == 2)
      #expect(unreadable.error == "error: cannot read secret/shop.yaml: Permission denied [cannot-read]\n")
      let unwritable = try await asNobody("generate", "shop.yaml", "--swift", "readonly")
      #expect(unwritable.status == 2)
      #expect(unwritable.error.hasPrefix("error: cannot write readonly/Shop.swift: Permission denied [cannot-write]\n"))
      #expect(try folder.reading("readonly/Shop.swift") == old)
    }
  }
}
