import Foundation
import Testing
import TestSupport

extension PluginTests {
  /// The build-tool plugin, run by `swift build`.
  @Suite struct GenerateErrorsTests {
    private let store = ClientPackage.store
    private let catalogue = "Sources/Store/errors.yaml"
    private let configuration = "Sources/Store/errata.yaml"

    private func catalogue(status: Int, name: String = "Shop") throws -> String {
      try Repository.text("Tests/Fixtures/packages/store/\(catalogue)").replacing("404", with: "\(status)")
        .replacing("name: Shop", with: "name: \(name)")
    }

    /// Builds, and expects that the build ran the plugin's command and that the program prints `status`.
    private func expectStatus(_ status: Int, sourceLocation: Testing.SourceLocation = #_sourceLocation) async throws {
      let build = try await store.build()
      #expect(build.status == 0 && build.hasGenerated, "\(build.log)", sourceLocation: sourceLocation)
      #expect(try await store.run() == "not_found \(status)\n", "\(build.log)", sourceLocation: sourceLocation)
    }

    @Test func generatesTheErrorsOfATarget() async throws {
      try await store.resetAndBuild()
      #expect(try await store.run() == "not_found 404\n")
      let text = try String(contentsOf: store.generated, encoding: .utf8)
      #expect(!text.contains("public "), "the code is internal by default")
      #expect(text.matches(of: /(?m)^import Foundation$/).count == 1)
    }

    @Test func doesNothingWithoutAChange() async throws {
      try await store.resetAndBuild()
      // After a clean build, the package manager links the tool once more.
      _ = try await store.build()
      let before = try store.generated.identity
      let build = try await store.build()
      #expect(build.status == 0 && !build.hasGenerated, "\(build.log)")
      #expect(try store.generated.identity == before)
    }

    @Test func rebuildsAfterAChangeOfTheCatalogue() async throws {
      try store.reset()
      try store.write(catalogue(status: 410), to: catalogue)
      try await expectStatus(410)
      try store.write(catalogue(status: 409, name: "Other"), to: catalogue)
      try await expectStatus(409)
    }

    @Test func runsAgainWithAnotherTool() async throws {
      try await store.resetAndBuild()
      let before = try store.generated.identity
      try FileManager.default.removeItem(at: store.tool)
      try await expectStatus(404)
      #expect(try store.generated.identity == before, "the file is unchanged")
    }

    @Test func reportsProblemsInTheCatalogueUntilTheyAreFixed() async throws {
      try store.reset()
      try store.write(catalogue(status: 4040), to: catalogue)
      // As documented, except for the path.
      let documented = try Repository.block(of: "docs/plugins.md", "text", beginningWith: "/home/me/store/")
        .replacing("/home/me/store", with: store.folder.plainPath)
      for _ in 1...2 {
        let build = try await store.build()
        #expect(build.status == 1)
        #expect(build.log.contains("\n" + documented), "\(build.log)")
      }
      try store.write(catalogue(status: 405), to: catalogue)
      try await expectStatus(405)
    }

    @Test func usesTheConfiguration() async throws {
      try store.reset()
      let documented = try Repository.block(of: "docs/plugins.md", "yaml", beginningWith: "catalog: ")
      try store.write(documented + "  - markdown: docs\n", to: configuration)
      try store.write(catalogue(status: 404), to: "catalog/errors.yaml")
      try await expectStatus(404)
      #expect(
        try String(contentsOf: store.generated, encoding: .utf8).contains("public nonisolated enum ShopErrorCode"))
      #expect(!FileManager.default.fileExists(atPath: store.folder.appending(path: "Sources/Store/docs").plainPath))

      try store.write("catalog: errors.yaml\noutputs: [{markdown: docs}]\n", to: configuration)
      try await expectStatus(404)
      #expect(try !String(contentsOf: store.generated, encoding: .utf8).contains("public "))

      try store.write("catalog: errors.yaml\noutput: []\n", to: configuration)
      let build = try await store.build()
      #expect(build.status == 1)
      #expect(
        build.log.contains(
          "\n\(store.folder.appending(path: configuration).plainPath):2:1: error: unknown key `output` in a configuration"
        ),
        "\(build.log)")
    }

    /// The package manager does not run the plugin again when the contents of a configuration change.
    @Test func usesADifferentCatalogueAfterAChangeOfTheConfiguration() async throws {
      try store.reset()
      try store.write("catalog: errors.yaml\noutputs: []\n", to: configuration)
      try await expectStatus(404)
      try store.write(catalogue(status: 411), to: "elsewhere.yaml")
      try store.write("catalog: '../../elsewhere.yaml'\noutputs: []\n", to: configuration)
      try await expectStatus(411)
      try store.write(catalogue(status: 412), to: "elsewhere.yaml")
      try await expectStatus(412)
      // Once the plugin runs again, the new catalogue is a regular input.
      try store.remove(catalogue)
      try await expectStatus(412)
      _ = try await store.build()
      #expect(try await !store.build().hasGenerated)
      try store.write(catalogue(status: 413), to: "elsewhere.yaml")
      try await expectStatus(413)
    }

    @Test func rebuildsAfterAChangeInAFolder() async throws {
      try store.reset()
      try store.remove(catalogue)
      try store.write(catalogue(status: 404), to: "catalog/1.yaml")
      try store.write("catalog: ../../catalog\noutputs: []\n", to: configuration)
      try await expectStatus(404)
      try store.write("surfaces: {api: {errors: {gone: {status: 410, description: Gone}}}}", to: "catalog/2.yaml")
      let build = try await store.build()
      #expect(build.status == 0, "\(build.log)")
      #expect(try await store.run() == "not_found 404\ngone 410\n")
      try store.write("surfaces: {api: {errors: {gone: {status: 411, description: Gone}}}}", to: "catalog/2.yaml")
      #expect(try await store.build().hasGenerated)
      #expect(try await store.run() == "not_found 404\ngone 411\n")
    }

    @Test(
      arguments: [
        (
          files: [:],
          message: "target `Store` has no error catalogue; add one to FOLDER, or an errata.yaml that names one, "
            + "as in `catalog: ../errors.yaml`"
        ),
        (
          files: ["openapi.yaml": "openapi: 3.1.0\n", "b.yml": "b: 1\n"],
          message: "target `Store` has no error catalogue (b.yml and openapi.yaml have no line `errata: 1`); "
            + "add one to FOLDER, or an errata.yaml that names one, as in `catalog: ../errors.yaml`"
        ),
        (
          files: ["a.yaml": "# One\nerrata: 1\n", "b.yml": "errata: 1\n"],
          message:
            "target `Store` has 2 error catalogues (a.yaml and b.yml); remove all but one, or add an errata.yaml "
            + "that names one, as in `catalog: a.yaml`"
        ),
      ] as [(files: [String: String], message: String)])
    func reportsATargetWithoutExactlyOneCatalogue(_ files: [String: String], _ message: String) async throws {
      try store.reset()
      try store.remove(catalogue)
      for (name, text) in files { try store.write(text, to: "Sources/Store/\(name)") }
      let build = try await store.build()
      #expect(build.status == 1)
      let folder = store.folder.appending(path: "Sources/Store/").plainPath
      #expect(build.log.contains("error: \(message.replacing("FOLDER", with: folder))\n"), "\(build.log)")
    }
  }
}
