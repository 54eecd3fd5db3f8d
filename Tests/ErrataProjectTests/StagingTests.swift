@testable import ErrataProject

import ErrataCatalog
import Foundation
import Testing
import TestSupport

@testable import ErrataOutputs

/// New files are first written to a staging folder next to their destinations, which is removed at the end of the run.
struct StagingTests {
  private static let name = ".errata-0123456789abcdef.tmp"

  private func plan(in folder: URL, _ catalogue: TestCatalogue = .minimal) async throws -> OutputPlan {
    let path = folder.appending(path: "out").path(percentEncoded: false)
    return try await OutputPlan([OutputRequest(SwiftOutput(), folder: path)], for: catalogue.read())
  }

  private func makeFolder(_ folder: URL, _ files: [String]) throws -> String {
    let staging = folder.appending(path: "out/\(Self.name)")
    try FileManager.default.createDirectory(at: staging, withIntermediateDirectories: true)
    for file in files { try Data("half".utf8).write(to: staging.appending(path: file)) }
    return staging.path(percentEncoded: false)
  }

  private func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "out").path(percentEncoded: false))
      .sorted()
  }

  @Test func removesFilesOfAKilledRun() async throws {
    try await withTemporaryFolder { folder in
      let plan = try await plan(in: folder)
      _ = try makeFolder(folder, ["0", "1", "17"])
      _ = try write(OutputComparison(plan))
      #expect(try names(in: folder) == ["ApiError.swift", "Minimal.swift", "MinimalReading.swift"])
      _ = try makeFolder(folder, [])
      #expect(try write(OutputComparison(plan)).written.isEmpty)
      #expect(try names(in: folder) == ["ApiError.swift", "Minimal.swift", "MinimalReading.swift"])
    }
  }

  @Test func removesFilesOfAKilledRunNextToTheTargetOfALink() async throws {
    try await withTemporaryFolder { folder in
      let plan = try await plan(in: folder)
      _ = try write(OutputComparison(plan))
      let target = folder.appending(path: "target")
      try FileManager.default.createDirectory(at: target.appending(path: Self.name), withIntermediateDirectories: true)
      try Data().write(to: target.appending(path: Self.name + "/0"))
      let file = folder.appending(path: "out/Minimal.swift")
      try FileManager.default.moveItem(at: file, to: target.appending(path: "Minimal.swift"))
      try FileManager.default.createSymbolicLink(at: file, withDestinationURL: target.appending(path: "Minimal.swift"))
      #expect(try write(OutputComparison(plan)).written.isEmpty)
      let names = try FileManager.default.contentsOfDirectory(atPath: target.path(percentEncoded: false))
      #expect(names == ["Minimal.swift"])
    }
  }

  @Test func keepsFilesOfAnActiveRun() async throws {
    try await withTemporaryFolder { folder in
      let plan = try await plan(in: folder)
      let descriptor = try unsafe open(makeFolder(folder, ["0"]), O_RDONLY | O_CLOEXEC)
      try #require(descriptor >= 0 && flock(descriptor, LOCK_EX | LOCK_NB) == 0)
      _ = try write(OutputComparison(plan))
      #expect(try names(in: folder).first == Self.name)
      // Unlock explicitly: processes that other tests start may briefly inherit the descriptor.
      flock(descriptor, LOCK_UN)
      close(descriptor)
      _ = try write(OutputComparison(plan))
      #expect(try names(in: folder) == ["ApiError.swift", "Minimal.swift", "MinimalReading.swift"])
    }
  }

  @Test func keepsOtherFiles() async throws {
    try await withTemporaryFolder { folder in
      let plan = try await plan(in: folder)
      let staging = try makeFolder(folder, ["notes.txt"])
      try FileManager.default.createSymbolicLink(atPath: staging + "/1", withDestinationPath: "notes.txt")
      let elsewhere = folder.appending(path: "elsewhere")
      try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
      try Data().write(to: elsewhere.appending(path: "0"))
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: "out/.errata-ffffffffffffffff.tmp"), withDestinationURL: elsewhere)
      _ = try write(OutputComparison(plan))
      #expect(try FileManager.default.contentsOfDirectory(atPath: staging).sorted() == ["1", "notes.txt"])
      #expect(FileManager.default.fileExists(atPath: elsewhere.appending(path: "0").path(percentEncoded: false)))
    }
  }

  /// Runs with the same process number, as in two containers, must not collide.
  @Test func hasAUniqueName() async throws {
    try await withTemporaryFolder { folder in
      let path = folder.path(percentEncoded: false)
      let folders = try (0..<3).map { _ in try StagingFolder(in: path) }
      #expect(try FileManager.default.contentsOfDirectory(atPath: path).count == 3)
      StagingFolder.removeAbandoned(in: path)
      #expect(try FileManager.default.contentsOfDirectory(atPath: path).count == 3, "they are locked")
      for folder in folders { folder.remove() }
      #expect(try FileManager.default.contentsOfDirectory(atPath: path).isEmpty)
    }
  }

  /// Cleaning up races with a run that has just created its folder.
  @Test func survivesConcurrentCleanup() async throws {
    try await withTemporaryFolder { folder in
      let path = folder.path(percentEncoded: false)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<3 {
          group.addTask { for _ in 0..<300 { StagingFolder.removeAbandoned(in: path) } }
          group.addTask {
            for _ in 0..<100 {
              let staging = try StagingFolder(in: path)
              try staging.write("x", as: 0, replacing: nil)
              staging.remove()
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: path).isEmpty)
    }
  }

  /// The time must not be quadratic in the number of files.
  @Test func writesThousandsOfFiles() async throws {
    try await withTemporaryFolder { folder in
      let path = folder.path(percentEncoded: false)
      let mark = "// " + GeneratedMark.text(name: "Shop", version: "1.0.0")
      let files = (0..<4_000).map {
        OutputFile(path: "\($0).swift", contents: "\(mark)\n\($0)\n", markedAs: OutputKind.swift.markForm)
      }
      let plan = try await OutputPlan(
        [OutputRequest(FixedOutput(fixed: files), folder: path)], for: TestCatalogue.minimal.read())
      #expect(try write(OutputComparison(plan)).written.count == 4_000)
      #expect(try OutputComparison(plan).isCurrent)
    }
  }
}

private struct FixedOutput: Output {
  let fixed: [OutputFile]

  func jobs(for catalog: Catalog) -> [OutputJob] { [{ fixed }] }
}
