import ArgumentParser
import ErrataDiagnostics
import ErrataProject
import ErrataText
import Foundation

/// The output of a command: results go to standard output, diagnostics to standard error. A SARIF log is a result.
struct Terminal: Sendable {
  let format: DiagnosticFormat
  /// The log that diagnostics are written to, if that is the format.
  let log: SARIFOutput?
  private let treatsWarningsAsErrors: Bool
  private let color: Bool

  init(format: DiagnosticFormat, warningsAsErrors: Bool = false) {
    self.format = format
    log = format == .sarif ? SARIFOutput(STDOUT_FILENO) : nil
    treatsWarningsAsErrors = warningsAsErrors
    color = Self.supportsColor(STDERR_FILENO)
  }

  /// Whether `descriptor` is a terminal that supports colours, and the user has not disabled them (https://no-color.org).
  static func supportsColor(_ descriptor: Int32) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(descriptor) == 1 && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
  }

  /// The number of columns of standard output: the value of `COLUMNS`, or else that of the terminal, or else 80.
  static var columns: Int {
    if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 { return columns }
    return terminalColumns() ?? 80
  }

  func diagnose(_ diagnostics: [Diagnostic]) {
    // Errors are ignored, as on standard error: the end of the log fails, too.
    if let log { return _ = try? log.write(weighed(diagnostics)) }
    write(weighed(diagnostics).map { format.render($0, color: color) }.joined())
  }

  /// Reports `diagnostics`.
  /// - Throws: `ExitCode(1)` if one of them is an error.
  func requireNoErrors(in diagnostics: [Diagnostic]) throws {
    diagnose(diagnostics)
    if !hasErrors(diagnostics) { return }
    summarize(diagnostics)
    throw ExitCode(1)
  }

  /// Whether any of `diagnostics` is an error, or a warning that counts as one.
  func hasErrors(_ diagnostics: [Diagnostic]) -> Bool { weighed(diagnostics).hasErrors }

  /// `diagnostics` with the severities that they have for the command.
  private func weighed(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    treatsWarningsAsErrors ? diagnostics.map { $0.severity == .warning ? $0.with(.error) : $0 } : diagnostics
  }

  /// Writes the result of a command to standard output.
  /// - Parameters:
  ///   - text: the result as text, without the final line break.
  ///   - json: the result as JSON, which is written if `format` is `json`. A SARIF log has neither.
  /// - Throws: `Failure` if it cannot be written.
  func writeResult(text: String, json: JSONValue) throws {
    if format == .sarif { return }
    try writeResult((format == .json ? json.line : text) + "\n")
  }

  /// Writes to standard output.
  /// - Throws: `Failure` if it cannot be written.
  func writeResult(_ result: String) throws {
    try ErrataProject.write(Array(result.utf8), to: STDOUT_FILENO, called: "the result to standard output")
  }

  /// Writes to standard error. Errors are ignored, since they cannot be reported anywhere.
  func write(_ text: String) {
    _ = try? ErrataProject.write(Array(text.utf8), to: STDERR_FILENO, called: "to standard error")
  }

  /// Writes the number of errors and warnings if `format` is `text`.
  func summarize(_ diagnostics: [Diagnostic]) {
    let weighed = weighed(diagnostics)
    let errors = weighed.count { $0.severity == .error }
    let warnings = weighed.count { $0.severity == .warning }
    let summary = counted(errors, "error") + (warnings > 0 ? ", " + counted(warnings, "warning") : "")
    if format == .text { write(summary + "\n") }
  }

  /// Runs the body of `command`, and reports an error that it throws.
  /// - Throws: the exit status for the error.
  func reportingFailures(of command: any ParsableCommand.Type, _ body: () async throws -> Void) async throws {
    do {
      try await reportingErrors(of: command, body)
    } catch let status as ExitCode where status != .validationFailure {
      try endLog(isSuccessful: status.rawValue == 1)
      throw status
    }
    try endLog(isSuccessful: true)
  }

  private func endLog(isSuccessful: Bool) throws {
    do {
      try log?.end(isSuccessful: isSuccessful)
    } catch let failure as Failure {
      write(failure.diagnostics.map { DiagnosticFormat.text.render($0, color: color) }.joined())
      throw ExitCode(2)
    }
  }

  private func reportingErrors(of command: any ParsableCommand.Type, _ body: () async throws -> Void) async throws {
    do {
      try await body()
    } catch let failure as Failure {
      diagnose(failure.diagnostics)
      if failure.kind == .inputOutput { throw ExitCode(2) }
      summarize(failure.diagnostics)
      throw ExitCode(1)
    } catch let error as ValidationError {
      // ArgumentParser would show the usage of the tool instead of the command.
      write("Error: \(error.message)\nUsage: \(Errata.usageString(for: command))\n")
      throw ExitCode.validationFailure
    } catch is CancellationError {
      write("errata: interrupted; existing files are unchanged\n")
      throw ExitCode(Interruption.exitStatus)
    }
  }
}
