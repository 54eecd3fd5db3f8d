import Foundation
import Testing

/// Where the tests find the repository's files.
public enum Repository {
  /// The folder with `Package.swift`.
  public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  /// The folder with test data.
  public static let fixtures = root.appending(path: "Tests/Fixtures")

  /// Whether the tests run where everything they need must be installed.
  public static let isCI = ProcessInfo.processInfo.environment["CI"] == "true"

  /// Whether only the tests run that are done within seconds and need nothing but Swift: `Scripts/test --quick`.
  public static let isQuick = ProcessInfo.processInfo.environment["ERRATA_QUICK"] == "1"

  /// The text of the file at `path`, relative to the root.
  public static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
  }
}

/// A folder for one test, removed when the test is over.
@discardableResult
public func withTemporaryFolder<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: "errata-test-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await body(folder)
}

extension Trait where Self == ConditionTrait {
  /// For tests that take long: they compile something, or read a great deal.
  public static var slow: Self { .disabled(if: Repository.isQuick, "slow: Scripts/test --quick leaves it out") }
}
