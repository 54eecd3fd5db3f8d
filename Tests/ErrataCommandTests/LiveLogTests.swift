import Foundation
import TestSupport
import Testing

/// Logs that are validated while they are written, through a real pipe.
struct LiveLogTests {
  private static let exchange =
    #"{"path":"/info","status":400,"body":{"errorCode":"invalid_token","errorDescription":"x"}}"#
  private static let entry = #"{"request":{"url":"/info"},"response":{"status":400,"content":{"text":"<"}}}"#

  /// A log that grows, is rotated, truncated and removed while it is followed.
  @Test func aFollowedLog() async throws {
    let script = """
      # The next finding, without its message.
      finding() {
        while read -r -t 60 line <&4; do
          case $line in log:*) echo "${line%%: *}"; return;; esac
        done
        echo 'no finding'
        exit 1
      }
      note() {
        for _ in $(seq 600); do if grep -q "$1" err; then return; fi; sleep 0.1; done
        echo "no note: $1"
        exit 1
      }
      mkfifo out
      echo "$1" >log
      "$0" validate --catalog bankid --follow log >out 2>err & run=$!
      exec 4<out
      finding
      printf '%s' "$1" >>log
      echo >>log
      finding
      # Without a moment in which there is no log, which would be noted.
      ln log log.1
      { echo; echo "$1"; } >next
      echo "$1" >>log.1
      finding
      mv next log
      finding
      : >log
      note truncated
      echo "$1" >>log
      finding
      rm log
      note removed
      echo "$1" >log
      finding
      kill -TERM $run
      wait $run
      echo $?
      """
    try await withTemporaryFolder { folder in
      let result = try await runTool("bash", ["-c", script, Errata.path, Self.exchange], in: folder)
      let error = try folder.reading("err")
      #expect(
        result.output == "log:1:50\nlog:2:50\nlog:3:50\nlog:2:50\nlog:1:50\nlog:1:50\n143\n", "\(result), \(error)")
      #expect(
        error.hasPrefix(
          """
          errata: log was truncated; reading it from the start
          errata: log was removed; waiting for it
          errata: interrupted; the summary covers the responses checked so far
          6 responses read

          """), "\(error)")
    }
  }

  @Test(arguments: [
    "--follow", "--follow -", "--follow log log", "--follow session.har", "--follow --surface csc --input body log",
  ])
  func onlyOneLogIsFollowed(_ arguments: String) async throws {
    let result = try await runTool(
      Errata.path, ["validate", "--catalog", "bankid"] + arguments.split(separator: " ").map(String.init))
    #expect(result.status == 64 && result.error.contains("--follow needs"), "\(result)")
  }

  /// Each part is written after the finding in the part before it has been read.
  @Test(arguments: [
    (
      "exchanges", ["\(exchange)\n", "\(exchange)\n{", "}\n"],
      ["status-mismatch 1", "status-mismatch 2", "input-format 3"]
    ),
    ("lines --surface csc", ["x\n", "y\n", "z\n"], ["not-json 1", "not-json 2", "not-json 3"]),
    (
      "har", ["{\"log\":{\"entries\":[\n\(entry)", ",\n\(entry)", ",\n\(entry)"],
      ["not-json 2", "not-json 3", "not-json 4", "broken-input 4"]
    ),
  ])
  func aFindingDoesNotWaitForWhatFollows(_ kind: String, _ parts: [String], _ expected: [String]) async throws {
    let script = """
      mkfifo in out
      "$0" validate --catalog bankid --format json --input \(kind) - <in >out 2>err &
      exec 3>in 4<out
      for part in "$@"; do
        printf '%s' "$part" >&3
        read -r -t 60 line <&4 || { echo 'no finding'; exit 1; }
        echo "$line"
      done
      exec 3>&-
      cat <&4
      """
    try await withTemporaryFolder { folder in
      let result = try await runTool("bash", ["-c", script, Errata.path] + parts, in: folder)
      let findings = result.output.split(separator: "\n").map { line in
        func value(_ key: String) -> String {
          line.components(separatedBy: "\"\(key)\":").last?.prefix { $0 != "," }.filter { $0 != "\"" } ?? ""
        }
        return "\(value("rule")) \(value("line"))"
      }
      #expect(findings == expected, "\(result)")
    }
  }
}
