import Foundation
import Testing
import TestSupport

extension PluginTests {
  /// The command plugin, run by `swift package`.
  @Suite struct ErrataGenerateTests {
    private let store = ClientPackage.store
    private let configuration = "catalog: Sources/Store/errors.yaml\noutputs:\n  - swift: Checked\n  - markdown: docs\n"

    private func generate(_ arguments: String...) async throws -> ProcessResult {
      try await store.swift("package", ["--allow-writing-to-package-directory", "errata-generate"] + arguments)
    }

    @Test func writesAndChecksTheOutputsOfTheConfiguration() async throws {
      try store.reset()
      try store.write(configuration, to: "errata.yaml")
      let commands = try Repository.block(of: "docs/plugins.md", "sh", beginningWith: "swift package")
        .split(separator: "\n").map { $0.split(separator: " ").dropFirst(2).map(String.init) }
      try #require(commands.count == 2)
      let first = try await store.swift("package", commands[0])
      #expect(first.status == 0, "\(first.error)")
      #expect(first.output.contains("wrote   Checked/Shop.swift\n") && first.output.contains("wrote   docs/index.md\n"))
      #expect(try store.read("Checked/ShopError.swift").contains("public nonisolated enum ShopErrorCode"))

      let current = try await store.swift("package", commands[1])
      #expect(current.status == 0 && current.output.contains("up to date"), "\(current.error)")

      try store.write(store.read("docs/index.md").replacing("404", with: "405"), to: "docs/index.md")
      let stale = try await generate("--check")
      #expect(stale.status == 1)
      #expect((stale.output + stale.error).contains("docs/index.md:"))
      #expect(stale.error.contains("error: package `store`: `errata generate` failed with exit status 1\n"))
      #expect(try store.read("docs/index.md").contains("405"), "--check writes nothing")
    }

    @Test func passesItsArgumentsToTheCommand() async throws {
      try store.reset()
      let result = try await generate("--target", "Store", "Sources/Store/errors.yaml", "--markdown", "pages")
      #expect(result.status == 0, "\(result.error)")
      #expect(try store.read("pages/index.md").contains("not_found"))
    }

    @Test func ignoresAConfigurationInAParentFolder() async throws {
      try store.reset()
      // The repository's own configuration is in a parent folder.
      let result = try await generate()
      #expect(result.status == 1)
      #expect(result.error.contains("error: package `store` has no errata.yaml; add one, or name a catalogue"))
    }
  }
}
