import Foundation
import TestSupport
import Testing

/// Logs that are validated while they are written, through a real pipe.
struct LiveLogTests {
  private static let exchange =
    #"{"path":"/info","status":400,"body":{"errorCode":"invalid_token","errorDescription":"x"}}"#
  private static let entry = #"{"request":{"url":"/info"},"response":{"status":400,"content":{"text":"<"}}}"#

  /// Each part is written after the finding in the part before it has been read.
  @Test(arguments: [
    (
      "exchanges", ["\(exchange)\n", "\(exchange)\n{", "}\n"],
      ["status-mismatch 1", "status-mismatch 2", "broken-input 3"]
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
