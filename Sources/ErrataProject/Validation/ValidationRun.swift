import ErrataDiagnostics
import ErrataValidation
import Foundation

/// An input to validate: a path, `-` for standard input, or the URL of a redirect.
package struct ValidationInput: Sendable {
  package let path: String
  package let kind: InputKind
  /// Whether to go on at the end of the file, which is a log that is still written and may be rotated. The kind must be `lines`
  /// or `exchanges`.
  package let isFollowed: Bool

  package init(path: String, kind: InputKind, isFollowed: Bool = false) {
    self.path = path
    self.kind = kind
    self.isFollowed = isFollowed
  }

  /// The command to pipe a converted file to.
  fileprivate var reader: String { "errata validate --input \(kind.rawValue) -" }
}

/// Receives the events of a run, to show its progress.
package protocol ValidationObserver {
  /// An input is about to be validated.
  /// - Parameter size: the size of a file in bytes; nil for a stream, which may be endless.
  func begin(size: Int?)
  /// The first `count` bytes of the input are done.
  func advance(to count: Int)
  /// Findings are about to be written.
  func willWrite()
  /// The input is done.
  func end()
  /// Something happened to an input that the user should know, in one sentence. It may be called while findings are written.
  func note(_ text: String)
  /// An input cannot be read. The run continues with the next one.
  func report(_ diagnostic: Diagnostic)
}

/// Validates a sequence of inputs, and writes the findings to a file descriptor.
package struct ValidationRun<Observer: ValidationObserver> {
  package enum Outcome: Sendable {
    case complete
    /// The reader of the findings closed the output while a stream was validated.
    case outputClosed
    /// The run was interrupted by a signal.
    case interrupted
  }

  package private(set) var summary: Summary
  package private(set) var hasUnreadableInputs = false
  private let validator: Validator
  private var options: ValidationOptions
  private let output: FindingOutput
  /// Selects the findings to show, over all inputs.
  private let limiter: SharedLimiter
  private let observer: Observer

  /// - Parameters:
  ///   - validator: the validator for all inputs.
  ///   - options: the options for all inputs.
  ///   - selection: the findings to write.
  ///   - descriptor: the file descriptor to write the findings to.
  ///   - log: the log to write the findings to instead, if they are results of one.
  ///   - observer: receives the events of the run.
  package init(
    _ validator: Validator, _ options: ValidationOptions, _ selection: FindingLimiter.Selection, to descriptor: Int32,
    log: SARIFOutput? = nil, _ observer: Observer
  ) {
    let limiter = FindingLimiter(options.format, selection)
    self.limiter = SharedLimiter(limiter)
    self.validator = validator
    self.options = options
    self.options.findingLimit = limiter.limit
    self.observer = observer
    output = FindingOutput(descriptor, log)
    summary = Summary(emptyFor: validator)
  }

  /// Validates all inputs. An input that cannot be read is reported, and the run continues.
  /// - Throws: `Failure` if findings cannot be written.
  package mutating func validate(_ inputs: [ValidationInput]) throws -> Outcome {
    let outcome: Outcome
    do {
      for input in inputs { try validate(input) }
      outcome = .complete
    } catch is OutputClosed {
      return .outputClosed
    } catch is CancellationError {
      outcome = .interrupted
    }
    let rest = limiter.value.end()
    if !rest.isEmpty {
      observer.willWrite()
      try output.write(rest)
    }
    output.end(limiter.value.notes, rules: summary.rules.map(\.rule))
    return outcome
  }

  private mutating func validate(_ input: ValidationInput) throws {
    do {
      if input.kind == .url, input.path.contains("://") {
        return try validate(InputSource(name: input.path, bytes: Array(input.path.utf8)), as: .url, size: nil)
      }
      if input.isFollowed { return try follow(input) }
      let file = try FileDescriptor(
        reading: input.path, folderHint: "name the files in it, as in \(input.path)/*.ndjson")
      defer { file.close() }
      try validate(InputFile(file, kind: input.kind, reader: input.reader).input, as: input.kind, size: file.size)
    } catch let failure as Failure where failure.diagnostics.allSatisfy({ $0.rule == .cannotRead }) {
      failure.diagnostics.forEach(observer.report)
      hasUnreadableInputs = true
    }
  }

  /// Validates a log until the run is interrupted.
  private mutating func follow(_ input: ValidationInput) throws {
    let file = try FollowedFile(input.path, note: observer.note)
    defer { file.close() }
    while true {
      try validate(InputFile(file, kind: input.kind, reader: input.reader).input, as: input.kind, size: nil)
      try file.moveOn()
    }
  }

  /// - Parameter size: the size of a file in bytes; nil for a stream, which may be endless.
  /// - Throws: `OutputClosed` if the output is closed while a stream is validated. A file is still read to its end, so that the
  ///   summary and the exit status are complete.
  private mutating func validate(_ source: InputSource, as kind: InputKind, size: Int?) throws {
    observer.begin(size: size)
    let (output, observer, limiter) = (output, observer, limiter)
    let (part, failure) = validator.validate(source, as: kind, options) { batch, bytesRead in
      let findings = limiter.value.findings(in: batch)
      if !findings.isEmpty {
        observer.willWrite()
        try output.write(findings)
        if output.isClosed, size == nil { throw OutputClosed() }
      }
      observer.advance(to: bytesRead)
    }
    observer.end()
    summary = summary + part
    if let failure { throw failure }
  }
}

/// The reader of the findings closed the output.
private struct OutputClosed: Error {}

/// The file descriptor that findings are written to.
private final class FindingOutput {
  /// Whether the reader closed the output.
  private(set) var isClosed = false
  private let descriptor: Int32
  private let log: SARIFOutput?

  init(_ descriptor: Int32, _ log: SARIFOutput?) {
    self.descriptor = descriptor
    self.log = log
  }

  /// Writes all of `bytes`, unless the output is closed.
  /// - Throws: `Failure` if writing fails; `CancellationError` if the run is interrupted.
  func write(_ bytes: [UInt8]) throws {
    if isClosed { return }
    isClosed = try
      !(log?.write(results: bytes)
      ?? ErrataProject.write(bytes, to: descriptor, called: "the findings to standard output"))
  }

  /// Adds to the log, if there is one, what its end has.
  func end(_ notes: [String], rules: [FindingRule]) {
    log?.add(notes: notes)
    log?.add(rules.map(\.documentation))
  }
}

/// A limiter that the closure of a validation can change.
private final class SharedLimiter {
  var value: FindingLimiter

  init(_ value: FindingLimiter) {
    self.value = value
  }
}
