import ErrataDiagnostics
import ErrataValidation
import Foundation
import Synchronization
import Testing
import TestSupport

@testable import ErrataProject

/// Keeps what it is told.
private final class Log: ValidationObserver, Sendable {
  let sizes = Mutex<[Int?]>([])
  let counts = Mutex<[Int]>([])
  let rules = Mutex<[Rule]>([])
  let messages = Mutex<[String]>([])
  let notes = Mutex<[String]>([])

  func begin(size: Int?) { sizes.withLock { $0.append(size) } }
  func advance(to count: Int) { counts.withLock { $0.append(count) } }
  func willWrite() {}
  func end() {}
  func note(_ text: String) { notes.withLock { $0.append(text) } }
  func report(_ diagnostic: Diagnostic) {
    rules.withLock { $0.append(diagnostic.rule) }
    messages.withLock { $0.append(diagnostic.message) }
  }
}

struct ValidationRunTests {
  private static let lines = [
    #"{"path": "/info", "status": 401, "body": {"errorCode": "invalid_token", "errorDescription": "Expired"}}"#,
    #"{"path": "/info", "status": 400, "body": {"errorCode": "invalid_tokn", "errorDescription": "Expired"}}"#,
  ].joined(separator: "\n")

  private func run(
    _ inputs: [ValidationInput], _ body: (ValidationRun<Log>, ValidationRun<Log>.Outcome, String, Log) -> Void
  ) async throws {
    try await withTemporaryFolder { folder in try await run(inputs, in: folder, body) }
  }

  /// - Parameter folder: the folder to write the file `findings` to.
  private func run(
    _ inputs: [ValidationInput], in folder: URL,
    _ body: (ValidationRun<Log>, ValidationRun<Log>.Outcome, String, Log) -> Void
  ) async throws {
    let validator = Validator(try TestCatalogue.bankID.read())
    let url = folder.appending(path: "findings")
    try Data().write(to: url)
    let file = try FileHandle(forWritingTo: url)
    let log = Log()
    var options = ValidationOptions()
    options.format = .text
    var run = ValidationRun(validator, options, .all, to: file.fileDescriptor, log)
    let ending = try run.validate(inputs)
    try file.close()
    body(run, ending, String(decoding: try Data(contentsOf: url), as: UTF8.self), log)
  }

  @Test func writesFindingsAndCounts() async throws {
    try await withTemporaryFolder { folder in
      let path = folder.appending(path: "log.ndjson").path(percentEncoded: false)
      try Data(Self.lines.utf8).write(to: URL(filePath: path))
      try await run([ValidationInput(path: path, kind: .exchanges)]) { run, ending, findings, log in
        #expect(ending == .complete && !run.hasUnreadableInputs)
        #expect(run.summary.errors == 0 && run.summary.warnings == 1)
        #expect(findings.contains("log.ndjson:2:") && findings.contains("[unknown-code]"), "\(findings)")
        #expect(log.sizes.withLock { $0 } == [Self.lines.utf8.count])
        #expect(log.counts.withLock { $0.last } == Self.lines.utf8.count)
      }
    }
  }

  @Test func goesOnAfterAnInputThatCannotBeRead() async throws {
    let url = "https://client.example/back?error=access_denied&state=x"
    try await run([ValidationInput(path: "/nowhere", kind: .har), ValidationInput(path: url, kind: .url)]) {
      run, ending, _, log in
      #expect(ending == .complete && run.hasUnreadableInputs)
      #expect(log.rules.withLock { $0 } == [.cannotRead] && log.sizes.withLock { $0 } == [nil])
    }
  }

  @Test(
    arguments: [
      ("gzip", [0x1F, 0x8B, 8, 0]), ("Zstandard", [0x28, 0xB5, 0x2F, 0xFD]), ("Zstandard", [0x50, 0x2A, 0x4D, 0x18]),
      ("Zstandard", [0x5F, 0x2A, 0x4D, 0x18, 0]), ("LZ4", [0x04, 0x22, 0x4D, 0x18]), ("bzip2", Array("BZh9".utf8)),
      ("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]), ("zip", [0x50, 0x4B, 3, 4]), ("UTF-16", [0xFF, 0xFE, 0x7B, 0]),
      ("UTF-16", [0xFE, 0xFF]),
    ] as [(String, [UInt8])])
  func refusesWhatIsNotText(_ name: String, _ bytes: [UInt8]) async throws {
    try await withTemporaryFolder { folder in
      let path = folder.appending(path: "log").path(percentEncoded: false)
      try Data(bytes).write(to: URL(filePath: path))
      for input in [ValidationInput(path: path, kind: .exchanges), .init(path: path, kind: .lines, isFollowed: true)] {
        try await run([input]) { run, _, _, log in
          #expect(run.hasUnreadableInputs)
          #expect(log.messages.withLock { $0.first?.contains(name) } == true)
        }
      }
    }
  }

  /// The first bytes of a signature, and what only begins like one, are text.
  @Test(arguments: ["", "B", "BZ", "PK", "P\u{3}", "\u{4}\"", "BZ\nx", "x"])
  func readsWhatBeginsLikeASignature(_ text: String) async throws {
    try await withTemporaryFolder { folder in
      let path = folder.appending(path: "log").path(percentEncoded: false)
      try Data(text.utf8).write(to: URL(filePath: path))
      try await run([ValidationInput(path: path, kind: .exchanges)]) { run, _, findings, log in
        #expect(!run.hasUnreadableInputs && findings.isEmpty == text.isEmpty)
        #expect(log.counts.withLock { $0.last } == text.utf8.count)
      }
    }
  }

  /// A log that is rotated while it is followed. The run ends when the next file is compressed.
  @Test func followsALogThroughItsRotation() async throws {
    let lines = Self.lines + "\n"
    try await withTemporaryFolder { folder in
      let log = folder.appending(path: "log").path(percentEncoded: false)
      func write(_ text: some Sequence<UInt8>, to path: String) throws {
        let next = folder.appending(path: "next")
        try Data(text).write(to: next)
        #expect(unsafe rename(next.path(percentEncoded: false), path) == 0)
      }
      try write(lines.utf8, to: log)
      let rotation = Task {
        // The findings of a file show that it has been read.
        let findings = folder.appending(path: "findings")
        func waitForFindings(_ count: Int) async throws {
          while String(decoding: (try? Data(contentsOf: findings)) ?? Data(), as: UTF8.self)
            .components(separatedBy: "[unknown-code]").count <= count
          {
            try await Task.sleep(for: .milliseconds(10))
          }
        }
        try await waitForFindings(1)
        try write((lines + lines).utf8, to: log)
        try await waitForFindings(3)
        try write([0x1F, 0x8B, 8, 0], to: log)
      }
      try await run([ValidationInput(path: log, kind: .exchanges, isFollowed: true)], in: folder) {
        run, outcome, findings, observer in
        let places = findings.split(separator: "\n").filter { $0.contains("[unknown-code]") }.map {
          $0.dropFirst(log.count).prefix { $0 != " " }
        }
        #expect(places == [":2:56:", ":2:56:", ":4:56:"], "\(findings)")
        #expect(outcome == .complete && run.summary.checked == 6)
        #expect(observer.messages.withLock { $0.first?.contains("gzip") } == true)
        #expect(observer.notes.withLock { $0 } == [])
      }
      try await rotation.value
    }
  }
}
