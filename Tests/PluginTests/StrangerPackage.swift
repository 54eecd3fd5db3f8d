import Foundation
import Testing
import TestSupport

/// A package as a stranger would write it, which uses the plugins of this repository by path.
struct StrangerPackage {
  /// One for all tests: building errata is what takes the time.
  static let store = StrangerPackage(fixture: "store")

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

  /// Makes the package as it is in the fixtures. Files that are right stay as they are, so that little is to be built anew.
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
    // What the last test has named and this one has not may be an input still.
    try manager.setAttributes(
      [.modificationDate: Date()], ofItemAtPath: folder.appending(path: "Package.swift").plainPath)
  }

  /// Makes the package as it is in the fixtures, and builds it.
  func resetAndBuild(sourceLocation: Testing.SourceLocation = #_sourceLocation) async throws {
    try reset()
    let build = try await build()
    try #require(build.status == 0, "\(build.log)", sourceLocation: sourceLocation)
  }

  /// What `swift build` said of the package, and of the plugin's command.
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

  /// What the program of the package prints.
  func run() async throws -> String {
    try await runTool(scratch.appending(path: "debug/Store").plainPath, []).output
  }

  /// The file that the plugin makes.
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

  /// Which file stands there: another one after each writing.
  var identity: UInt64 {
    get throws {
      try #require(try FileManager.default.attributesOfItem(atPath: plainPath)[.systemFileNumber] as? UInt64)
    }
  }
}
