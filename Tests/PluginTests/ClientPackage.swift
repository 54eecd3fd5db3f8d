import Foundation
import Testing
import TestSupport

/// A package that uses the plugins of this repository by path, as a client would.
struct ClientPackage {
  /// Shared by all tests, since building errata takes most of the time.
  static let store = ClientPackage(fixture: "store")

  let folder: URL
  private let fixture: URL
  /// Kept between runs, and shared by all packages that build errata for their plugins.
  private let scratch: URL

  init(fixture: String, scratch: String = "by-path") {
    let packages = Repository.root.appending(path: ".build/packages")
    self.fixture = Repository.fixtures.appending(path: "packages/\(fixture)")
    folder = packages.appending(path: fixture)
    self.scratch = packages.appending(path: scratch)
  }

  /// Resets the package to the fixture. Files that are up to date are not written, to keep incremental builds short.
  func reset() throws {
    let manager = FileManager.default
    let wanted = Set(try manager.subpathsOfDirectory(atPath: fixture.plainPath) + ["Package.resolved"])
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    for path in try manager.subpathsOfDirectory(atPath: folder.plainPath).sorted(by: >) where !wanted.contains(path) {
      try remove(path)
    }
    for path in wanted.sorted() where path != "Package.resolved" {
      guard let contents = manager.contents(atPath: fixture.appending(path: path).plainPath) else {
        try manager.createDirectory(at: folder.appending(path: path), withIntermediateDirectories: true)
        continue
      }
      if contents != manager.contents(atPath: folder.appending(path: path).plainPath) {
        try contents.write(to: folder.appending(path: path))
      }
    }
    // Files that only the previous test used may still be inputs of the build.
    try manager.setAttributes(
      [.modificationDate: Date()], ofItemAtPath: folder.appending(path: "Package.swift").plainPath)
  }

  /// Resets the package to the fixture, and builds it.
  func resetAndBuild(sourceLocation: Testing.SourceLocation = #_sourceLocation) async throws {
    try reset()
    let build = try await build()
    try #require(build.status == 0, "\(build.log)", sourceLocation: sourceLocation)
  }

  /// Runs `swift build` on the package.
  func build() async throws -> Build {
    let result = try await swift("build")
    return Build(status: result.status, log: result.output + result.error)
  }

  /// Runs `swift build` or `swift package` on the package.
  func swift(_ command: String, _ arguments: [String] = []) async throws -> ProcessResult {
    try await runTool(
      "swift",
      [command, "--package-path", folder.plainPath, "--scratch-path", scratch.plainPath] + arguments,
      environment: ["ERRATA_REPOSITORY": Repository.root.plainPath])
  }

  /// Runs the program of the package, and returns its output.
  func run() async throws -> String {
    try await runTool(scratch.appending(path: "debug/Store").plainPath, []).output
  }

  /// The file that the plugin generates.
  var generated: URL {
    scratch.appending(
      path: "plugins/outputs/\(folder.lastPathComponent)/Store/destination/GenerateErrors/Store.errors.swift")
  }

  /// The tool that the package built for the plugin.
  var tool: URL { scratch.appending(path: "debug/errata-tool") }

  func write(_ text: String, to path: String) throws {
    let url = folder.appending(path: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func read(_ path: String) throws -> String { try String(contentsOf: folder.appending(path: path), encoding: .utf8) }

  func remove(_ path: String) throws { try FileManager.default.removeItem(at: folder.appending(path: path)) }
}

struct Build {
  let status: Int32
  let log: String
  var hasGenerated: Bool { log.contains("Generating the errors of Store") }
}

extension URL {
  var plainPath: String { path(percentEncoded: false) }

  /// The file number, which changes whenever the file is replaced.
  var identity: UInt64 {
    get throws {
      try #require(try FileManager.default.attributesOfItem(atPath: plainPath)[.systemFileNumber] as? UInt64)
    }
  }
}
