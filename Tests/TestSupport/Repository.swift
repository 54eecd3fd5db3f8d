import Foundation
import Testing

/// The repository's files.
public enum Repository {
  /// The folder with `Package.swift`.
  public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  /// The folder with the fixtures.
  public static let fixtures = root.appending(path: "Tests/Fixtures")

  /// Whether this is a CI run, where everything that the tests need must be installed.
  public static let isCI = ProcessInfo.processInfo.environment["CI"] == "true"

  /// Whether this is `Scripts/test --quick`, which runs only fast tests that need nothing but Swift.
  public static let isQuick = ProcessInfo.processInfo.environment["ERRATA_QUICK"] == "1"

  /// The text of the file at `path`, relative to the root.
  public static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
  }
}

/// Calls `body` with a new folder, which is removed afterwards.
@discardableResult
public func withTemporaryFolder<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: "errata-test-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await body(folder)
}

extension Trait where Self == ConditionTrait {
  /// For slow tests, such as those that compile code or read a lot of data.
  public static var slow: Self { .disabled(if: Repository.isQuick, "slow; skipped by Scripts/test --quick") }
}
