import ErrataDiagnostics
import Synchronization

/// A SARIF log that is written to a file descriptor while a command runs.
package final class SARIFOutput: Sendable {
  private let log = Mutex(SARIFLog())
  private let descriptor: Int32

  /// - Parameter descriptor: the file descriptor to write the log to.
  package init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Writes diagnostics.
  /// - Throws: as `write(results:)`.
  package func write(_ diagnostics: [Diagnostic]) throws {
    add(diagnostics.map(\.rule))
    _ = try write(results: Array(diagnostics.map { DiagnosticFormat.sarif.render($0) }.joined().utf8))
  }

  /// Writes results as `DiagnosticFormat.sarif` renders them, one per line.
  /// - Returns: whether the log is still open.
  /// - Throws: `Failure` if writing fails; `CancellationError` if the run is interrupted.
  package func write(results: [UInt8]) throws -> Bool {
    try log.withLock { log in try emit(log.piece(results: results)) }
  }

  /// Adds rules that results refer to.
  package func add(_ rules: [Rule]) {
    log.withLock { $0.add(rules) }
  }

  /// Adds sentences about the run.
  package func add(notes: [String]) {
    log.withLock { log in
      for note in notes { log.add(note: note) }
    }
  }

  /// Writes the end of the log.
  /// - Parameter isSuccessful: whether the run did what it was asked to, whatever it found.
  /// - Throws: as `write(results:)`.
  package func end(isSuccessful: Bool) throws {
    _ = try log.withLock { log in try emit(log.end(isSuccessful: isSuccessful)) }
  }

  private func emit(_ piece: [UInt8]) throws -> Bool {
    try ErrataProject.write(piece, to: descriptor, called: "the log to standard output")
  }
}
