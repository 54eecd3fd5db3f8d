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

  func begin(size: Int?) { sizes.withLock { $0.append(size) } }
  func advance(to count: Int) { counts.withLock { $0.append(count) } }
  func willWrite() {}
  func end() {}
  func report(_ diagnostic: Diagnostic) { rules.withLock { $0.append(diagnostic.rule) } }
}

struct ValidationRunTests {
  private static let lines = [
    #"{"path": "/info", "status": 401, "body": {"errorCode": "invalid_token", "errorDescription": "Expired"}}"#,
    #"{"path": "/info", "status": 400, "body": {"errorCode": "invalid_tokn", "errorDescription": "Expired"}}"#,
  ].joined(separator: "\n")

  private func run(
    _ inputs: [ValidationInput], _ body: (ValidationRun<Log>, ValidationRun<Log>.Outcome, String, Log) -> Void
  ) async throws {
    let validator = Validator(try TestCatalogue.bankID.read())
    try await withTemporaryFolder { folder in
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

  @Test(arguments: [("gzip", [0x1F, 0x8B, 8, 0]), ("UTF-16", [0xFF, 0xFE, 0x7B, 0])] as [(String, [UInt8])])
  func refusesWhatIsNotText(_ name: String, _ bytes: [UInt8]) async throws {
    try await withTemporaryFolder { folder in
      let path = folder.appending(path: "log").path(percentEncoded: false)
      try Data(bytes).write(to: URL(filePath: path))
      let failure = #expect(throws: Failure.self) { _ = try InputFile(path, kind: .exchanges) }
      #expect(failure?.diagnostics.first?.message.contains(name) == true)
    }
  }
}
