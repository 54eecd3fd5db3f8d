import ErrataValidation
import Foundation
import TestSupport
import Testing

@testable import ErrataProject

/// Logs that are rotated, truncated or removed while they are followed.
struct FollowedFileTests {
  /// A log in a folder, and what has been read of it so far.
  private final class FollowedLog {
    let url: URL
    let file: FollowedFile
    private let notes: Notes

    final class Notes {
      var all: [String] = []
    }

    init(in folder: URL, _ text: String) throws {
      url = folder.appending(path: "log")
      try Data(text.utf8).write(to: url)
      let notes = Notes()
      self.notes = notes
      file = try FollowedFile(url.path(percentEncoded: false)) { note in notes.all.append(note) }
    }

    /// What can be read now, by file; the last one has not ended.
    func read() throws -> [String] {
      var files: [[UInt8]] = [[]]
      while try file.waitForInput(until: .now) {
        var bytes: [UInt8] = []
        try bytes.append(addingCapacity: 5) { output in try file.read(into: &output) }
        files[files.count - 1] += bytes
        if bytes.isEmpty {
          try file.moveOn()
          files.append([])
        }
      }
      return files.map { String(decoding: $0, as: UTF8.self) }
    }

    /// What was noted since the last call, without the path of the log.
    func newNotes() -> [String] {
      defer { notes.all = [] }
      return notes.all.map { $0.replacing(file.name, with: "log") }
    }

    func append(_ text: String, to name: String = "log") throws {
      let handle = try FileHandle(forWritingTo: url.deletingLastPathComponent().appending(path: name))
      try handle.seekToEnd()
      try handle.write(contentsOf: Data(text.utf8))
      try handle.close()
    }

    func rename() throws {
      try FileManager.default.moveItem(at: url, to: url.appendingPathExtension("1"))
    }

    func create(_ text: String) throws {
      try Data(text.utf8).write(to: url, options: .withoutOverwriting)
    }
  }

  private func following(_ text: String, _ body: (FollowedLog) throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      let log = try FollowedLog(in: folder, text)
      defer { log.file.close() }
      try body(log)
    }
  }

  @Test func aFileThatGrows() async throws {
    try await following("") { log in
      #expect(try log.read() == [""])
      try log.append("one\ntw")
      #expect(try log.read() == ["one\ntw"])
      try log.append("o\n")
      #expect(try log.read() == ["o\n"])
      #expect(log.newNotes() == [])
    }
  }

  /// As `logrotate` does: the server writes to the old file until it opens the new one.
  @Test func aFileThatIsRenamedAndCreatedAgain() async throws {
    try await following("one\n") { log in
      #expect(try log.read() == ["one\n"])
      try log.rename()
      try log.create("")
      try log.append("two\n", to: "log.1")
      #expect(try log.read() == ["two\n"])
      try log.append("three\n", to: "log.1")
      try log.append("four\n")
      #expect(try log.read() == ["three\n", "four\n"])
      try log.append("five\n")
      #expect(try log.read() == ["five\n"])
      #expect(log.newNotes() == [])
    }
  }

  @Test func aFileThatIsReplaced() async throws {
    try await following("one\ntwo\n") { log in
      let other = log.url.appendingPathExtension("new")
      try Data("three\n".utf8).write(to: other)
      #expect(unsafe Foundation.rename(other.path(percentEncoded: false), log.file.name) == 0)
      #expect(try log.read() == ["one\ntwo\n", "three\n"])
      #expect(log.newNotes() == [])
    }
  }

  @Test func aFileThatIsTruncated() async throws {
    try await following("one\ntwo\n") { log in
      #expect(try log.read() == ["one\ntwo\n"])
      #expect(unsafe truncate(log.file.name, 0) == 0)
      try log.append("three\n")
      #expect(try log.read() == ["", "three\n"])
      #expect(log.newNotes() == ["log was truncated; reading it from the start"])
      try log.append("four\n")
      #expect(try log.read() == ["four\n"] && log.newNotes() == [])
      #expect(unsafe truncate(log.file.name, 3) == 0)
      #expect(try log.read() == ["", "thr"] && log.newNotes().count == 1)
    }
  }

  @Test func aFileThatIsRemovedAndCreatedLater() async throws {
    try await following("one\n") { log in
      #expect(try log.read() == ["one\n"])
      try FileManager.default.removeItem(at: log.url)
      #expect(try log.read() == [""])
      #expect(try log.read() == [""])
      #expect(log.newNotes() == ["log was removed; waiting for it"])
      try log.create("two\n")
      #expect(try log.read() == ["", "two\n"] && log.newNotes() == [])
      try FileManager.default.removeItem(at: log.url)
      try FileManager.default.createDirectory(at: log.url, withIntermediateDirectories: false)
      #expect(try log.read() == [""])
      #expect(log.newNotes() == ["log is not a file any more; waiting for it"])
    }
  }

  @Test func onlyAFileIsFollowed() async throws {
    try await withTemporaryFolder { folder in
      func failure(_ path: String) -> String? {
        let failure = #expect(throws: Failure.self) { _ = try FollowedFile(path) { _ in } }
        return failure?.diagnostics.first?.message.replacing(path, with: "log")
      }
      #expect(failure("/dev/null") == "cannot read log: only a file can be followed")
      #expect(failure(folder.path(percentEncoded: false)) == "cannot read log: it is a folder")
      #expect(failure(folder.appending(path: "x").path()) == "cannot read log: No such file or directory")
    }
  }
}
