import Foundation
import TestSupport
import Testing

/// The Spark example has the same totals as a single process on the same lines.
@Suite(.enabled(if: RequiredTool.pyspark.isExpected, "needs pyspark: run Scripts/bootstrap --spark"))
struct SparkTests {
  @Test func aClusterHasTheSameTotalsAsOneProcess() async throws {
    try await withTemporaryFolder { folder in
      var expected: [String: Int] = [:]
      for part in 0..<4 {
        let lines = (0..<1_000).map { number in
          switch (number + part) % 5 {
          case 0: #"{"path":"/info","status":400,"body":{"errorCode":"invalid_token","errorDescription":"x"}}"#
          case 1: #"{"path":"/info","status":401,"body":{"errorCode":"invalid_tokn","errorDescription":null}}"#
          case 2: #"{"path":"/oauth2/token","status":503,"body":"<html>Wartung, prøv igjen</html>"}"#
          case 3: "not an exchange"
          default: #"{"path":"/info","status":401,"body":{"errorCode":"invalid_token","errorDescription":"x"}}"#
          }
        }
        try folder.writing(lines.joined(separator: "\n") + "\n", to: "exchanges/part-\(part).ndjson")
        let result = try await Errata.run("validate", "--format", "json", "exchanges/part-\(part).ndjson", in: folder)
        struct Summary: Decodable { let rules: [String: Int] }
        let summary = try JSONDecoder().decode(Summary.self, from: Data(result.error.utf8))
        expected.merge(summary.rules, uniquingKeysWith: +)
      }
      #expect(expected.keys.sorted() == ["broken-input", "not-json", "status-mismatch", "unknown-code", "wrong-type"])

      let script = Repository.root.appending(path: "Examples/spark/count_findings.py").plainPath
      let spark = try await runTool(
        RequiredTool.python.path,
        [script, "exchanges", "--errata", Errata.path, "--master", "local-cluster[2,1,1024]"], in: folder,
        environment: ["SPARK_LOCAL_IP": "127.0.0.1"])
      #expect(spark.status == 0, "\(spark.error.suffix(3_000))")
      #expect(try JSONDecoder().decode([String: Int].self, from: Data(spark.output.utf8)) == expected)

      let broken = try await runTool(
        RequiredTool.python.path,
        [script, "exchanges", "--errata", Errata.path, "--catalog", "missing.yaml", "--master", "local[1]"], in: folder,
        environment: ["SPARK_LOCAL_IP": "127.0.0.1"])
      #expect(broken.status != 0, "the job fails if a worker fails")
    }
  }
}
