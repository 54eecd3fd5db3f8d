import Foundation
import Testing
import TestSupport

/// A real repository in a temporary folder, apart from the configuration of the machine.
struct GitFolder {
  /// The working tree.
  let url: URL

  /// Variables that keep git from reading any other configuration.
  static let environment = [
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_DIR": "",
    "GIT_WORK_TREE": "", "GIT_INDEX_FILE": "", "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.com",
    "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.com", "LC_ALL": "C",
  ]

  /// Runs git, which must succeed.
  @discardableResult
  func git(_ arguments: String...) async throws -> String {
    let result = try await runTool("git", arguments, in: url, environment: Self.environment)
    try #require(result.status == 0, "git \(arguments.joined(separator: " ")): \(result.error)")
    return result.output
  }

  /// Commits everything, and calls it `tag`.
  func commit(tag: String) async throws {
    try await git("add", "--all")
    try await git("commit", "--quiet", "--allow-empty", "--message", tag)
    try await git("tag", tag)
  }

  /// Runs `errata diff` in the working tree, or in a folder of it.
  func diff(
    _ arguments: String..., in folder: String = "", environment: [String: String] = [:]
  ) async throws -> ProcessResult {
    try await runTool(
      Errata.path, ["diff"] + arguments, in: folder.isEmpty ? url : url.appending(path: folder),
      environment: Self.environment.merging(environment) { $1 })
  }
}

/// Calls `body` with a new repository, which is removed afterwards.
func withGitFolder(_ body: (GitFolder) async throws -> Void) async throws {
  try await withTemporaryFolder { url in
    let folder = GitFolder(url: url)
    try await folder.git("init", "--quiet", "--initial-branch", "main")
    try await body(folder)
  }
}
