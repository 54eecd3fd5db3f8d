import Foundation
import TestSupport
import Testing

/// The Spark example finds the same as a single process on the same lines, and has the same summary.
@Suite(.enabled(if: RequiredTool.pyspark.isExpected, "needs pyspark: run Scripts/bootstrap --spark"))
struct SparkTests {
  @Test func aClusterHasTheSameSummaryAsOneProcess() async throws {
    try await withTemporaryFolder { folder in
      let lines = try Repository.text("Tests/Fixtures/logs/gateway.ndjson").split(separator: "\n")
      for part in 0..<4 {
        let share = lines.indices.filter { $0 % 4 == part }.map { lines[$0] }
        try folder.writing(share.joined(separator: "\n") + "\n", to: "exchanges/part-\(part).ndjson")
      }
      let options = ["--catalog", "bankid", "--base", "/csc/v2"]
      let files = (0..<4).map { "exchanges/part-\($0).ndjson" }
      let single = try await runTool(Errata.path, ["validate", "--format", "json"] + options + files, in: folder)

      let script = Repository.root.appending(path: "Examples/spark/validate_logs.py").plainPath
      let spark = try await runTool(
        RequiredTool.python.path,
        [script, "exchanges", "--errata", Errata.path, "--master", "local-cluster[2,1,1024]", "--findings", "findings"]
          + options, in: folder, environment: ["SPARK_LOCAL_IP": "127.0.0.1"])
      #expect(spark.status == 0, "\(spark.error.suffix(3_000))")
      #expect(try summary(spark.output) == summary(single.error))

      let saved = try await runTool(
        RequiredTool.python.path,
        [
          "-c",
          """
          from pyspark.sql import SparkSession
          spark = SparkSession.builder.master("local[1]").getOrCreate()
          for row in spark.read.parquet("findings").toJSON().collect():
            print(row)
          """,
        ], in: folder, environment: ["SPARK_LOCAL_IP": "127.0.0.1"])
      #expect(try findings(saved.output) == findings(single.output))

      let broken = try await runTool(
        RequiredTool.python.path,
        [script, "exchanges", "--errata", Errata.path, "--catalog", "missing.yaml", "--master", "local[1]"], in: folder,
        environment: ["SPARK_LOCAL_IP": "127.0.0.1"])
      #expect(broken.status != 0, "the job fails if a worker fails")
    }
  }

  /// The members of a summary, with their lists as sets.
  private func summary(_ text: String) throws -> [String: Set<String>] {
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    return try object.mapValues { value in
      let items = value as? [[String: Any]]
      return try Set(
        items?.map { item in
          String(decoding: try JSONSerialization.data(withJSONObject: item, options: .sortedKeys), as: UTF8.self)
        } ?? ["\(value)"])
    }
  }

  /// The findings on lines of JSON, without their place in the input, which is relative to a partition.
  private func findings(_ text: String) throws -> [String] {
    try text.split(separator: "\n").map { line in
      var finding = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      finding["file"] = nil
      finding["line"] = nil
      return String(
        decoding: try JSONSerialization.data(withJSONObject: finding, options: .sortedKeys), as: UTF8.self)
    }.sorted()
  }
}
