@testable import ErrataProject

import ErrataDiagnostics
import Foundation
import Testing
import TestSupport

@testable import ErrataOutputs

struct WritingTests {
  private func plan(in folder: URL, _ outputs: [any Output] = [SwiftOutput()]) async throws -> OutputPlan {
    let path = folder.appending(path: "out").path(percentEncoded: false)
    return try await OutputPlan(outputs.map { OutputRequest($0, folder: path) }, for: TestCatalogue.minimal.read())
  }

  /// A Swift file generated from the catalogue `name`.
  private func generated(_ name: String = "Minimal", _ declarations: String = "old") -> String {
    let mark = GeneratedMark.text(name: name, version: "0.0.9")
    return GeneratedMark.addingDigest(to: "// \(mark)\n\n\(declarations)\n", form: OutputKind.swift.markForm)
  }

  private func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "out").path(percentEncoded: false))
      .sorted()
  }

  private func inode(_ path: String) throws -> UInt64 {
    try #require(try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? UInt64)
  }

  @Test func writesMissingFilesAndKeepsCurrentOnes() async throws {
    try await withTemporaryFolder { folder in
      let plan = try await plan(in: folder)
      let first = try write(OutputComparison(plan))
      #expect(first.written.count == 3 && first.unchanged.isEmpty)
      let before = try plan.files.map { try inode($0.path) }
      let second = try write(OutputComparison(plan))
      #expect(second.written.isEmpty && second.unchanged == plan.files.map(\.path))
      #expect(try plan.files.map { try inode($0.path) } == before)
      #expect(try names(in: folder) == ["ApiError.swift", "Minimal.swift", "MinimalReading.swift"])
    }
  }

  @Test func limitsTheTotalSize() async throws {
    let requests = [OutputRequest(SwiftOutput(), folder: "swift"), OutputRequest(HTMLOutput(), folder: "html")]
    let failure = await #expect(throws: Failure.self) {
      _ = try await OutputPlan(requests, for: TestCatalogue.minimal.read(), maximumBytes: 1 << 14)
    }
    #expect(failure?.diagnostics.map(\.rule) == [.tooLarge])
  }

  @Test func reportsMissingStaleAndLeftOverFiles() async throws {
    try await withTemporaryFolder { folder in
      let plan = try await plan(in: folder)
      _ = try write(OutputComparison(plan))
      let out = folder.appending(path: "out")
      try FileManager.default.removeItem(at: out.appending(path: "Minimal.swift"))
      let stale = out.appending(path: "ApiError.swift")
      let text = try String(contentsOf: stale, encoding: .utf8)
      try text.replacing("import Foundation", with: "import Nothing").write(
        to: stale, atomically: true, encoding: .utf8)
      try generated().write(
        to: out.appending(path: "OldError.swift"), atomically: true, encoding: .utf8)
      try generated("Other").write(
        to: out.appending(path: "Other.swift"), atomically: true, encoding: .utf8)
      try "// Quote:\n\(generated())".write(to: out.appending(path: "Quoting.swift"), atomically: true, encoding: .utf8)
      try generated().write(to: out.appending(path: "x.md"), atomically: true, encoding: .utf8)
      try "// written by hand\n".write(to: out.appending(path: "Mine.swift"), atomically: true, encoding: .utf8)

      let comparison = try OutputComparison(plan)
      #expect(!comparison.isCurrent)
      #expect(Set(comparison.diagnostics.map(\.rule)) == [.missingOutput, .staleOutput, .leftOverOutput])
      let difference = try #require(comparison.diagnostics.first { $0.rule == .staleOutput })
      #expect(difference.location?.start.line == 3)
      #expect(
        difference.details.first == "- public import Nothing"
          && difference.details.contains("+ public import Foundation"))

      let report = try write(comparison)
      #expect(report.removed.map { $0.split(separator: "/").last } == ["OldError.swift"])
      #expect(
        try names(in: folder)
          == [
            "ApiError.swift", "Mine.swift", "Minimal.swift", "MinimalReading.swift", "Other.swift", "Quoting.swift",
            "x.md",
          ])
      #expect(try OutputComparison(plan).isCurrent)
    }
  }

  @Test func changesNothingWhenInterrupted() async throws {
    try await withTemporaryFolder { folder in
      let plan = try await plan(in: folder)
      _ = try write(OutputComparison(plan))
      let out = folder.appending(path: "out")
      for name in try names(in: folder) {
        try generated().write(to: out.appending(path: name), atomically: true, encoding: .utf8)
      }
      for count in 0..<3 {
        var calls = 0
        #expect(throws: CancellationError.self) {
          try write(OutputComparison(plan)) {
            calls += 1
            return calls > count
          }
        }
        #expect(try names(in: folder) == ["ApiError.swift", "Minimal.swift", "MinimalReading.swift"])
        #expect(
          try names(in: folder).allSatisfy {
            try String(contentsOf: out.appending(path: $0), encoding: .utf8) == generated()
          }
        )
      }
    }
  }

  @Test(arguments: ["", "// more\n"])
  func keepsEditedFiles(_ change: String) async throws {
    try await withTemporaryFolder { folder in
      let plan = try await plan(in: folder)
      let out = folder.appending(path: "out")
      let old = out.appending(path: "OldError.swift")
      try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
      // Marks of older versions of errata have no digest, so edits cannot be detected.
      let text = change.isEmpty ? generated().replacing(/\ Digest: \w+/, with: "") : generated() + change
      try text.write(to: old, atomically: true, encoding: .utf8)
      for _ in 0..<2 {
        let comparison = try OutputComparison(plan)
        #expect(!comparison.isCurrent && comparison.diagnostics.map(\.rule).contains(.leftOverOutput))
        #expect(comparison.warnings.map(\.rule) == [.editedOutput])
        #expect(comparison.warnings.first?.location?.file.path == old.path(percentEncoded: false))
        #expect(try write(comparison).removed.isEmpty)
        #expect(try String(contentsOf: old, encoding: .utf8) == text)
      }
    }
  }

  /// Another run may write a planned file between two reads of the folder.
  @Test func keepsPlannedFiles() async throws {
    try await withTemporaryFolder { folder in
      let plan = try await plan(in: folder)
      _ = try write(OutputComparison(plan))
      let before = try OutputComparison(plan).files
      for file in plan.files {
        try generated().write(to: URL(filePath: file.path), atomically: true, encoding: .utf8)
      }
      let leftOver = try LeftOverFiles(before, of: plan)
      #expect(leftOver.unchanged.isEmpty && leftOver.edited.isEmpty)
    }
  }

  @Test func keepsFilesOfOtherOrigin() async throws {
    try await withTemporaryFolder { folder in
      let plan = try await plan(in: folder)
      let out = folder.appending(path: "out")
      let existing = [
        "Minimal.swift": "// by hand", "ApiError.swift": generated("MinimalTwo"),
      ]
      try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
      for (name, text) in existing { try Data(text.utf8).write(to: out.appending(path: name)) }
      let failure = try #require(throws: Failure.self) { try write(OutputComparison(plan)) }
      #expect(failure.diagnostics.map(\.rule) == [.cannotWrite, .cannotWrite])
      for (name, text) in existing {
        #expect(try String(contentsOf: out.appending(path: name), encoding: .utf8) == text)
      }
      try Data().write(to: out.appending(path: "Minimal.swift"))
      try FileManager.default.removeItem(at: out.appending(path: "ApiError.swift"))
      #expect(try write(OutputComparison(plan)).written.count == 3)
    }
  }

  @Test func rejectsAFileAsFolder() async throws {
    try await withTemporaryFolder { folder in
      try "x".write(to: folder.appending(path: "out"), atomically: true, encoding: .utf8)
      let plan = try await plan(in: folder)
      #expect(throws: Failure.self) { try OutputComparison(plan) }
    }
  }

  @Test func rejectsAFolderAsFile() async throws {
    try await withTemporaryFolder { folder in
      let existing = folder.appending(path: "out/Minimal.swift")
      try FileManager.default.createDirectory(at: existing, withIntermediateDirectories: true)
      let plan = try await plan(in: folder)
      #expect(throws: Failure.self) { try OutputComparison(plan) }
    }
  }

  /// If two outputs use one folder under two names, neither considers the other's files left over.
  @Test(arguments: ["out", "./out", "out/", "./out/.", "link"])
  func recognizesAFolderByAnyName(_ other: String) async throws {
    try await withTemporaryFolder { folder in
      let base = folder.path(percentEncoded: false)
      let out = folder.appending(path: "out").path(percentEncoded: false)
      try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(atPath: base + "/link", withDestinationPath: out)
      let requests = [
        OutputRequest(SwiftOutput(), folder: base + "/out"),
        OutputRequest(MarkdownOutput(), folder: base + "/" + other),
      ]
      for _ in 0..<2 {
        let plan = try await OutputPlan(requests, for: TestCatalogue.minimal.read())
        #expect(try write(OutputComparison(plan)).removed.isEmpty)
      }
      #expect(
        try names(in: folder) == ["ApiError.swift", "Minimal.swift", "MinimalReading.swift", "api.md", "index.md"])
      let duplicates = [
        OutputRequest(SwiftOutput(), folder: base + "/out"), OutputRequest(SwiftOutput(), folder: base + "/" + other),
      ]
      await #expect(throws: Failure.self) {
        _ = try OutputComparison(try await OutputPlan(duplicates, for: TestCatalogue.minimal.read()))
      }
    }
  }

  @Test func ignoresUnreadableFiles() async throws {
    try await withTemporaryFolder { folder in
      let plan = try await plan(in: folder)
      _ = try write(OutputComparison(plan))
      let loop = folder.appending(path: "out/loop.swift").path(percentEncoded: false)
      try FileManager.default.createSymbolicLink(atPath: loop, withDestinationPath: loop)
      #expect(try OutputComparison(plan).isCurrent)
    }
  }

  @Test func rejectsTwoOutputsWithTheSameFile() async throws {
    try await withTemporaryFolder { folder in
      await #expect(throws: Failure.self) {
        _ = try await plan(in: folder, [SwiftOutput(), SwiftOutput(access: .internal)])
      }
    }
  }
}
