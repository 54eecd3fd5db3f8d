import ArgumentParser
import ErrataDiagnostics
import ErrataProject
import ErrataText
import Foundation

/// Where a run speaks: results to standard output, diagnostics to standard error.
struct Terminal: Sendable {
  let format: DiagnosticFormat
  private let color: Bool

  init(format: DiagnosticFormat) {
    self.format = format
    color = Self.showsColor(STDERR_FILENO)
  }

  /// Whether what is written to `descriptor` reaches a terminal that shows colours, and its user wants them
  /// (https://no-color.org).
  static func showsColor(_ descriptor: Int32) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(descriptor) == 1 && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
  }

  /// How many columns standard output has: what `COLUMNS` says, or the terminal itself, or 80.
  static var columns: Int {
    if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 { return columns }
    return terminalColumns() ?? 80
  }

  func diagnose(_ diagnostics: [Diagnostic]) {
    let text = diagnostics.map { format.render($0, color: color) }.joined()
    say(text)
  }

  /// - Parameters:
  ///   - text: the result for people, without its last line break.
  ///   - json: the same for programs.
  /// - Throws: `Failure` when standard output cannot be written.
  func result(text: String, json: JSONValue) throws {
    let result = (format == .json ? json.line : text) + "\n"
    try write(Array(result.utf8), to: STDOUT_FILENO, called: "the result to standard output")
  }

  /// Writes to standard error. Where that is closed there is nobody to tell.
  func say(_ text: String) {
    _ = try? write(Array(text.utf8), to: STDERR_FILENO, called: "to standard error")
  }

  /// Says how many problems there were, to people.
  func summarize(_ diagnostics: [Diagnostic]) {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    let summary = counted(errors, "error") + (warnings > 0 ? ", " + counted(warnings, "warning") : "")
    if format == .text { say(summary + "\n") }
  }

  /// Runs the body of `command`, and turns what ends it early into a diagnostic and an exit status.
  func reportingFailures(of command: any ParsableCommand.Type, _ body: () async throws -> Void) async throws {
    do {
      try await body()
    } catch let failure as Failure {
      diagnose(failure.diagnostics)
      if failure.kind == .inputOutput { throw ExitCode(2) }
      summarize(failure.diagnostics)
      throw ExitCode(1)
    } catch let error as ValidationError {
      // Thrown on, it would be shown with the usage of the whole tool and not the command's.
      say("Error: \(error.message)\nUsage: \(Errata.usageString(for: command))\n")
      throw ExitCode.validationFailure
    } catch is CancellationError {
      say("errata: interrupted; the files that were there are as they were\n")
      throw ExitCode(Interruption.exitStatus)
    }
  }
}
