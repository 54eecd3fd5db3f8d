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
      return
    } catch is CancellationError {
      terminal.summarize(summary, isInterrupted: true)
      throw ExitCode(Interruption.exitStatus)
    }
    terminal.summarize(summary, isInterrupted: false)
  }

  private mutating func judge(_ input: ValidationRequest.Input) throws {
    do {
      if input.kind == .url, input.path.contains("://") {
        return try judge(InputSource(name: input.path, bytes: Array(input.path.utf8)), as: .url, Progress(nil))
      }
      let file = try InputFile(input.path, kind: input.kind)
      defer { file.close() }
      try judge(InputSource(name: file.name, read: file.read), as: input.kind, Progress(file.size))
    } catch let failure as Failure where failure.exitCode == 2 && failure.diagnostic.rule.name == Rule.cannotRead.name {
      terminal.diagnose([failure.diagnostic])
      hasUnreadableInputs = true
    }
  }

  private mutating func judge(_ source: InputSource, as kind: InputKind, _ progress: Progress) throws {
    let (part, failure) = validator.validate(source, as: kind, request.options) { findings, bytesRead in
      if findings.count > 0 {
        progress.clear()
        try writeToStandardOutput(findings)
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

/// - Throws: `ClosedOutput` where nobody reads any more; `Failure` where writing fails otherwise.
private func writeToStandardOutput(_ bytes: UnsafeRawBufferPointer) throws {
  var rest = bytes
  while rest.count > 0 {
    let count = write(STDOUT_FILENO, rest.baseAddress, rest.count)
    if count >= 0 {
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    } else if errno == EPIPE {
      throw ClosedOutput()
    } else if errno == EINTR || errno == EAGAIN {
      if Interruption.hasHappened { throw CancellationError() }
      var request = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
      _ = poll(&request, 1, 100)
    } else {
      let reason = String(cString: strerror(errno))
      throw Failure(
        Diagnostic(.cannotWrite, "cannot write the findings to standard output: \(reason)"), exitCode: 2)
    }
  }
}
