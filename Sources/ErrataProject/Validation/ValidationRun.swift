import ErrataDiagnostics
import ErrataValidation
import Foundation

/// An input to validate: a path, `-` for standard input, or the URL of a redirect.
package struct ValidationInput: Sendable {
  package let path: String
  package let kind: InputKind

  package init(path: String, kind: InputKind) {
    self.path = path
    self.kind = kind
  }
}

/// Is told how a run goes, to show it.
package protocol ValidationObserver {
  /// - Parameter size: of a file, in bytes; nil for a stream, which may never end.
  func begin(size: Int?)
  /// So many bytes of the input are done.
  func advance(to count: Int)
  /// Findings are about to be written.
  func willWrite()
  func end()
  /// An input cannot be read; the others still are.
  func report(_ diagnostic: Diagnostic)
}

/// Validates inputs one after another, and writes the findings to a file descriptor.
package struct ValidationRun<Observer: ValidationObserver> {
  package enum Ending: Sendable {
    case complete
    /// Nobody reads the findings of a stream any more.
    case unread
    /// The run was asked to stop.
    case interrupted
  }

  package private(set) var summary: Summary
  package private(set) var hasUnreadableInputs = false
  private let validator: Validator
  private let options: ValidationOptions
  private let output: FindingOutput
  private let observer: Observer

  /// - Parameter descriptor: where the findings go.
  package init(_ validator: Validator, _ options: ValidationOptions, to descriptor: Int32, _ observer: Observer) {
    self.validator = validator
    self.options = options
    self.observer = observer
    output = FindingOutput(descriptor)
    summary = Summary(emptyFor: validator)
  }

  /// Validates all inputs. One that cannot be read is reported, and the others are validated all the same.
  /// - Throws: `Failure` when findings cannot be written.
  package mutating func validate(_ inputs: [ValidationInput]) throws -> Ending {
    do {
      for input in inputs { try validate(input) }
      return .complete
    } catch is UnreadOutput {
      return .unread
    } catch is CancellationError {
      return .interrupted
    }
  }

  private mutating func validate(_ input: ValidationInput) throws {
    do {
      if input.kind == .url, input.path.contains("://") {
        return try validate(InputSource(name: input.path, bytes: Array(input.path.utf8)), as: .url, size: nil)
      }
      let file = try InputFile(input.path, kind: input.kind)
      defer { file.descriptor.close() }
      let source = InputSource(name: file.descriptor.name, read: file.read)
      try validate(source, as: input.kind, size: file.descriptor.size)
    } catch let failure as Failure where failure.diagnostics.allSatisfy({ $0.rule == .cannotRead }) {
      failure.diagnostics.forEach(observer.report)
      hasUnreadableInputs = true
    }
  }

  /// - Parameter size: of a file, in bytes; nil for a stream, which may never end.
  /// - Throws: `UnreadOutput` where nobody reads the findings of a stream any more. A file is read to its end all the same: the
  ///   exit status and the summary are about all of it.
  private mutating func validate(_ source: InputSource, as kind: InputKind, size: Int?) throws {
    observer.begin(size: size)
    let (output, observer) = (output, observer)
    let (part, failure) = validator.validate(source, as: kind, options) { findings, bytesRead in
      if !findings.isEmpty {
        observer.willWrite()
        try output.write(findings)
        if output.isClosed, size == nil { throw UnreadOutput() }
      }
      observer.advance(to: bytesRead)
    }
    observer.end()
    summary = summary + part
    if let failure { throw failure }
  }
}

/// Nobody reads the findings any more.
private struct UnreadOutput: Error {}

/// Where findings go.
private final class FindingOutput {
  /// Whether nobody reads any more.
  private(set) var isClosed = false
  private let descriptor: Int32

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Writes all of `bytes`, unless nobody reads any more.
  /// - Throws: `Failure` where writing fails; `CancellationError` when the run is asked to stop meanwhile.
  func write(_ bytes: [UInt8]) throws {
    if isClosed { return }
    isClosed = try !ErrataProject.write(bytes, to: descriptor, called: "the findings to standard output")
  }
}
