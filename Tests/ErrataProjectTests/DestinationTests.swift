@testable import ErrataProject

import ErrataDiagnostics
import Foundation
import Testing
import TestSupport

@testable import ErrataOutputs

/// Existing files at the destination of an output.
struct DestinationTests {
  private func plan(in folder: URL) async throws -> OutputPlan {
    let path = folder.appending(path: "out").path(percentEncoded: false)
    return try await OutputPlan([OutputRequest(SwiftOutput(), folder: path)], for: TestCatalogue.minimal.read())
  }

  /// Files of an earlier version in `out`.
  private func makeOld(_ plan: OutputPlan) throws {
    _ = try write(OutputComparison(plan))
    for file in plan.files {
      try Data(marked(file, file.contents + "// old\n").utf8).write(to: URL(filePath: file.path))
    }
  }

  private func marked(_ file: OutputFile, _ contents: String) -> String {
    GeneratedMark.addingDigest(to: contents, form: file.form)
  }

  private func status(_ path: String) throws -> stat {
    var status = stat()
    try #require(unsafe lstat(path, &status) == 0)
    return status
  }

  @Test(arguments: [
    ("mkfifo \"$0\"", "a named pipe"), ("ln -s nowhere \"$0\"", "a broken symbolic link"),
    ("ln -s /dev/null \"$0\"", "a device"), ("mkdir \"$0\"", "a folder"), ("ln -s . \"$0\"", "a folder"),
    ("mkfifo p; ln -s ../p \"$0\"", "a named pipe"),
    ("python3 -c 'import socket, sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])' \"$0\"", "a socket"),
  ])
  func rejectsEverythingButFiles(_ command: String, _ noun: String) async throws {
    try await withTemporaryFolder { folder in
      try FileManager.default.createDirectory(at: folder.appending(path: "out"), withIntermediateDirectories: true)
      let made = try await runTool("bash", ["-c", command, "out/Minimal.swift"], in: folder)
      try #require(made.status == 0, "\(made.error)")
      let plan = try await plan(in: folder)
      let path = folder.appending(path: "out/Minimal.swift").path(percentEncoded: false)
      let before = try status(path)
      let failure = try #require(throws: Failure.self) { try OutputComparison(plan) }
      #expect(failure.diagnostics.map(\.rule) == [.cannotWrite])
      #expect(failure.diagnostics[0].message == "cannot write \(path): it is \(noun)")
      #expect(throws: Failure.self) { try replaceGenerated(plan.files[0].moved(to: path)) }
      let after = try status(path)
      #expect(after.st_ino == before.st_ino && after.st_mode == before.st_mode)
    }
  }

  @Test func rejectsABrokenLinkAsFolder() async throws {
    try await withTemporaryFolder { folder in
      let out = folder.appending(path: "out").path(percentEncoded: false)
      try FileManager.default.createSymbolicLink(atPath: out, withDestinationPath: "nowhere")
      let plan = try await plan(in: folder)
      let failure = try #require(throws: Failure.self) { try OutputComparison(plan) }
      #expect(
        failure.diagnostics[0].message == "cannot write to the folder \(out): it is a broken symbolic link")
    }
  }

  @Test func replacesTheTargetOfALink() async throws {
    try await withTemporaryFolder { folder in
      let plan = try await plan(in: folder)
      try makeOld(plan)
      let path = folder.appending(path: "out/Minimal.swift").path(percentEncoded: false)
      let real = folder.appending(path: "elsewhere/Real.swift").path(percentEncoded: false)
      try FileManager.default.createDirectory(
        at: folder.appending(path: "elsewhere"), withIntermediateDirectories: true)
      try FileManager.default.moveItem(atPath: path, toPath: real)
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "../elsewhere/Real.swift")
      for file in plan.files { #expect(unsafe chmod(file.path, 0o640) == 0) }
      #expect(try write(OutputComparison(plan)).written.count == 3)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path) == "../elsewhere/Real.swift")
      #expect(try String(contentsOfFile: real, encoding: .utf8) == plan.files[0].contents)
      #expect(try status(real).st_mode & 0o7777 == 0o640)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false) + "/elsewhere") == [
          "Real.swift"
        ])
      #expect(try OutputComparison(plan).isCurrent)
    }
  }

  /// An empty file in a folder of outputs can be replaced, but the target of a link may be empty for a purpose.
  @Test(arguments: ["", "mine\n"])
  func keepsTheHandwrittenTargetOfALink(_ text: String) async throws {
    try await withTemporaryFolder { folder in
      let plan = try await plan(in: folder)
      try FileManager.default.createDirectory(at: folder.appending(path: "out"), withIntermediateDirectories: true)
      let real = folder.appending(path: "real")
      try Data(text.utf8).write(to: real)
      try FileManager.default.createSymbolicLink(atPath: plan.files[0].path, withDestinationPath: "../real")
      #expect(throws: Failure.self) { try write(OutputComparison(plan)) }
      #expect(throws: Failure.self) { try replaceGenerated(plan.files[0]) }
      #expect(try Data(contentsOf: real) == Data(text.utf8))
    }
  }

  @Test func rejectsTwoLinksToOneFile() async throws {
    try await withTemporaryFolder { folder in
      let plan = try await plan(in: folder)
      try makeOld(plan)
      try FileManager.default.removeItem(atPath: plan.files[1].path)
      try FileManager.default.createSymbolicLink(atPath: plan.files[1].path, withDestinationPath: "Minimal.swift")
      let failure = try #require(throws: Failure.self) { try OutputComparison(plan) }
      #expect(failure.diagnostics.map(\.rule) == [.outputCollision])
    }
  }

  /// One file under two names, as in a case-insensitive file system.
  @Test func isNotLeftOverUnderAnotherName() async throws {
    try await withTemporaryFolder { folder in
      let plan = try await plan(in: folder)
      try makeOld(plan)
      let other = folder.appending(path: "out/MINIMAL.swift").path(percentEncoded: false)
      try FileManager.default.linkItem(atPath: plan.files[0].path, toPath: other)
      let comparison = try OutputComparison(plan)
      #expect(comparison.leftOver.isEmpty && comparison.edited.isEmpty)
      #expect(try write(comparison).removed.isEmpty)
      #expect(FileManager.default.fileExists(atPath: other))
    }
  }

  @Test(arguments: [mode_t(0o600), 0o664, 0o444, 0o6755])
  func keepsPermissionsButNotPrivileges(_ mode: mode_t) async throws {
    try await withTemporaryFolder { folder in
      let plan = try await plan(in: folder)
      try makeOld(plan)
      for file in plan.files { try #require(unsafe chmod(file.path, mode) == 0) }
      _ = try write(OutputComparison(plan))
      for file in plan.files { #expect(try status(file.path).st_mode & 0o7777 == mode & 0o777) }
    }
  }

  @Test(.enabled(if: getuid() == 0, "needs root to change owners"))
  func keepsOwnerAndGroup() async throws {
    try await withTemporaryFolder { folder in
      let plan = try await plan(in: folder)
      try makeOld(plan)
      for file in plan.files { try #require(unsafe chown(file.path, 65533, 65532) == 0) }
      _ = try write(OutputComparison(plan))
      for file in plan.files {
        let status = try status(file.path)
        #expect(status.st_uid == 65533 && status.st_gid == 65532)
      }
    }
  }
}
