import Foundation
import Testing
import TestSupport

/// The tool as an artifact bundle, used as in `docs/plugins.md`.
@Suite(
  .enabled(
    if: RequiredTool.zip.isExpected && RequiredTool.unzip.isExpected, "needs zip and unzip: run Scripts/bootstrap"))
struct ArtifactBundleTests {
  private let build = Repository.root.appending(path: ".build")

  @Test func generatesErrorsWithoutBuildingErrata() async throws {
    let script = try await runTool(Repository.root.appending(path: "Scripts/artifactbundle").plainPath, [])
    try #require(script.status == 0, "\(script.error)")

    let archive = build.appending(path: "errata.artifactbundle.zip").plainPath
    let checksum = try await runTool("swift", ["package", "compute-checksum", archive]).output
    #expect(checksum.wholeMatch(of: /[0-9a-f]{64}\n/) != nil && script.output == checksum)

    try await withTemporaryFolder { folder in
      let package = folder.appending(path: "store")
      try FileManager.default.copyItem(at: Repository.fixtures.appending(path: "packages/store"), to: package)
      try FileManager.default.copyItem(
        at: Repository.root.appending(path: "Plugins"), to: package.appending(path: "Plugins"))
      let manifest = try Repository.block(of: "docs/plugins.md", "swift", beginningWith: "// swift-tools-version")
      try Data(manifest.utf8).write(to: package.appending(path: "Package.swift"))
      let unpacked = try await runTool("unzip", ["-q", archive, "-d", package.plainPath])
      try #require(unpacked.status == 0, "\(unpacked.error)")

      let bundle = package.appending(path: "errata.artifactbundle")
      let tool = try #require(
        FileManager.default.enumerator(at: bundle, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
          .first { $0.lastPathComponent == "errata" })
      #expect(try await libraries(of: tool).contains("libc"), "the output lists libraries")
      #expect(try await !libraries(of: tool).contains("libyaml"))

      try await validatesTheExamples(tool)

      let result = try await runTool("swift", ["build", "--package-path", package.plainPath])
      #expect(result.status == 0, "\(result.output)\(result.error)")
      #expect(!result.output.contains("ErrataCatalog"), "errata is not built")
      let run = try await runTool(package.appending(path: ".build/debug/Store").plainPath, [])
      #expect(run.output == "not_found 404\n")
    }
  }

  /// The bundle has the only optimized build that is tested, and optimizers have bugs of their own.
  private func validatesTheExamples(_ tool: URL) async throws {
    for example in ExampleCatalogue.all {
      let path = Repository.root.appending(path: "Examples/catalogues/\(example.name)").plainPath
      let result = try await runTool(
        tool.plainPath, ["validate", "\(path).ndjson", "--catalog", "\(path).yaml", "--strict"])
      #expect(result.status == 0, "\(example.name): \(result.output)\(result.error)")
    }
  }

  private func libraries(of tool: URL) async throws -> String {
    #if os(macOS)
      try await runTool("otool", ["-L", tool.plainPath]).output
    #else
      try await runTool("ldd", [tool.plainPath]).output
    #endif
  }
}
