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

extension Terminal {
  /// Says what a validation came to.
  func summarize(_ summary: Summary, isInterrupted: Bool) {
    if format == .json { return say(summary.json(isInterrupted: isInterrupted).line + "\n") }
    let interruption = isInterrupted ? "errata: interrupted; this is what was judged until then\n" : ""
    say(interruption + summary.text + "\n")
  }
}

extension Summary {
  fileprivate var text: String {
    func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
    var lines = ["\(counted(judged, "answer")) judged" + list(surfaces.map { ("`\($0.name)`", $0.count) }, after: ": ")]
    if successes + outside > 0 {
      lines.append(
        "not judged: \(counted(successes, "success").replacing("successs", with: "successes")), \(outside) outside the surfaces"
      )
    }
    if !codes.isEmpty {
      lines.append(
        "codes" + list(codes.map { ("\($0.surface) \($0.code ?? "(not in the catalogue)")", $0.count) }, after: ": "))
    }
    if !rules.isEmpty { lines.append("findings" + list(rules.map { ($0.name, $0.count) }, after: ": ")) }
    lines.append(
      errors + warnings == 0 ? "nothing to object to" : "\(counted(errors, "error")), \(counted(warnings, "warning"))")
    return lines.joined(separator: "\n")
  }

  private func list(_ counts: [(String, Int)], after separator: String) -> String {
    counts.isEmpty ? "" : separator + counts.map { "\($0) \($1)" }.joined(separator: ", ")
  }

  fileprivate func json(isInterrupted: Bool) -> JSONValue {
    func object(_ counts: [Count]) -> JSONValue { .object(counts.map { ($0.name, .number($0.count)) }) }
    let codes: [(String, JSONValue)] = surfaces.map { surface in
      let ofSurface = self.codes.filter { $0.surface == surface.name }
      return (
        surface.name, .object(ofSurface.compactMap { entry in entry.code.map { ($0, .number(entry.count)) } })
      )
    }
    let unknown = self.codes.filter { $0.code == nil }.reduce(0) { $0 + $1.count }
    return .object([
      ("judged", .number(judged)), ("successes", .number(successes)), ("outside", .number(outside)),
      ("errors", .number(errors)), ("warnings", .number(warnings)), ("interrupted", .bool(isInterrupted)),
      ("surfaces", object(surfaces)), ("codes", .object(codes)), ("unknownCodes", .number(unknown)),
      ("rules", object(rules)),
    ])
  }
}
