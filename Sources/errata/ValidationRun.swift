import ArgumentParser
import ErrataDiagnostics
import ErrataOutputs
import ErrataValidation
import Foundation

/// One run of `errata validate`: the inputs one after another, the findings to standard output, the summary to standard error.
struct ValidationRun {
  private let validator: Validator
  private let request: ValidationRequest
  private let terminal: Terminal
  private(set) var summary: Summary
  private(set) var hasUnreadableInputs = false
  /// Whether the run ended before the end of its inputs, because nobody read the findings any more.
  private(set) var hasStoppedEarly = false
  private let output = FindingOutput()

  init(_ validator: Validator, _ request: ValidationRequest, _ terminal: Terminal) {
    self.validator = validator
    summary = .nothing(judgedBy: validator)
    self.request = request
    self.terminal = terminal
  }

  /// Judges all inputs. One that cannot be read is reported, and the others are judged all the same.
  /// - Throws: `ExitCode` when the run was asked to stop; `Failure` when findings cannot be written.
  mutating func judgeAll() throws {
    do {
      for input in request.inputs { try judge(input) }
    } catch is ClosedOutput {
      hasStoppedEarly = true
      if terminal.format != .json {
        terminal.say("errata: stopped, because the findings are no longer read; this is what was judged until then\n")
      }
    } catch is CancellationError {
      if terminal.format != .json { terminal.say("errata: interrupted; this is what was judged until then\n") }
      terminal.summarize(summary, isInterrupted: true)
      throw ExitCode(Interruption.exitStatus)
    }
    terminal.summarize(summary, isInterrupted: hasStoppedEarly)
  }

  private mutating func judge(_ input: ValidationRequest.Input) throws {
    do {
      if input.kind == .url, input.path.contains("://") {
        return try judge(InputSource(name: input.path, bytes: Array(input.path.utf8)), as: .url, size: nil)
      }
      let file = try InputFile(input.path, kind: input.kind)
      defer { file.descriptor.close() }
      let source = InputSource(name: file.descriptor.name, read: file.read)
      try judge(source, as: input.kind, size: file.descriptor.size)
    } catch let failure as Failure where failure.exitCode == 2 && failure.diagnostic.rule.name == Rule.cannotRead.name {
      terminal.diagnose([failure.diagnostic])
      hasUnreadableInputs = true
    }
  }

  /// - Parameter size: of a file, in bytes; nil for a stream, which may never end.
  /// - Throws: `ClosedOutput` where nobody reads the findings of a stream any more. A file is judged to its end all the same:
  ///   the exit status and the summary speak of all of it.
  private mutating func judge(_ source: InputSource, as kind: InputKind, size: Int?) throws {
    let progress = Progress(size)
    let output = output
    let (part, failure) = validator.validate(source, as: kind, request.options) { findings, bytesRead in
      if !findings.isEmpty {
        progress.clear()
        try output.write(findings)
        if output.isClosed, size == nil { throw ClosedOutput() }
      }
      progress.show(bytesRead)
    }
    progress.clear()
    summary = summary + part
    if let failure { throw failure }
  }
}

/// Nobody reads standard output any more.
private struct ClosedOutput: Error {}
