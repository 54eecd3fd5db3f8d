import Foundation

/// Where the tests find the repository's files.
public enum Repository {
  /// The folder with `Package.swift`.
  public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  /// The folder with test data.
  public static let fixtures = root.appending(path: "Tests/Fixtures")

  /// Whether the tests run where everything they need must be installed.
  public static let isCI = ProcessInfo.processInfo.environment["CI"] == "true"

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
