import ErrataDiagnostics
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// Runs git, without a shell. Only commands whose output is meant for programs: no configuration, pager or language changes it.
struct Git: Sendable {
  /// What a command printed, and its exit status.
  struct Result: Sendable {
    let status: Int32
    let output: [UInt8]
    let error: String

    /// The output as text, without the line break at its end.
    var text: String {
      let text = String(decoding: output, as: UTF8.self)
      return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }

    /// The output of a command with `-z`: what precedes each NUL.
    var records: [String] { output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) } }
  }

  /// The folder to run in.
  let folder: String
  /// What is read, for diagnostics, such as `git:v1.0.0`.
  let subject: String

  /// Runs a command that can only fail if something is wrong with the repository.
  /// - Parameter limit: how many bytes it may print.
  /// - Throws: as `run`, and `Failure` with what git says if the command fails.
  func read(_ arguments: [String], limit: Int = 16 << 20) async throws -> Result {
    let result = try await run(arguments, limit: limit)
    if result.status != 0 { throw failure(result) }
    return result
  }

  /// The failure of a command, with what git says.
  func failure(_ result: Result) -> Failure {
    Failure(
      Diagnostic(
        .cannotRead, "cannot read \(subject): git cannot read the repository",
        details: result.error.replacing("\t", with: " ").split(separator: "\n").map(String.init)))
  }

  /// Runs a command to its end.
  /// - Parameter limit: how many bytes it may print.
  /// - Throws: `Failure` if git cannot be run or prints more; `CancellationError` if the run is interrupted.
  func run(_ arguments: [String], limit: Int = 16 << 20) async throws -> Result {
    do {
      return try await interruptible {
        let result = try await Subprocess.run(
          .name("git"), arguments: Arguments(Self.settings + arguments), environment: Self.environment,
          workingDirectory: FilePath(folder), platformOptions: Self.options, output: .bytes(limit: limit),
          error: .string(limit: 1 << 20))
        let status: Int32 = if case .exited(let status) = result.terminationStatus { status } else { -1 }
        return Result(status: status, output: result.standardOutput, error: result.standardError)
      }
    } catch let error as SubprocessError {
      throw failure(error)
    }
  }

  /// Settings before the command: no program of the repository's configuration watches its files.
  private static let settings = ["-c", "core.fsmonitor=false"]

  /// The environment of errata, with git's messages in English, and without questions, locks and other meanings of paths.
  private static let environment = Environment.inherit.updating([
    "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": nil,
    "GIT_GLOB_PATHSPECS": nil, "GIT_NOGLOB_PATHSPECS": nil, "GIT_ICASE_PATHSPECS": nil,
  ])

  /// An interrupted run lets git end by itself, well within its own grace period.
  private static var options: PlatformOptions {
    var options = PlatformOptions()
    options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .milliseconds(200))]
    return options
  }

  private func failure(_ error: SubprocessError) -> Failure {
    switch error.code {
    case .executableNotFound:
      .cannotRead(
        subject, reason: "git is not installed", hint: "install git, or compare with a file: --against FILE")
    case .outputLimitExceeded: .cannotRead(subject, reason: "git prints more than expected")
    default: .cannotRead(subject, reason: "git cannot be run: \(error)")
    }
  }
}

/// Runs `body`, and cancels it when the run is interrupted.
/// - Throws: `CancellationError` if the run is interrupted; otherwise what `body` throws.
private func interruptible<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) async throws -> Value
{
  try await withThrowingTaskGroup(of: Value?.self) { group in
    group.addTask(operation: body)
    group.addTask {
      while !Interruption.isRequested { try await Task.sleep(for: .milliseconds(50)) }
      return nil
    }
    defer { group.cancelAll() }
    // The first to end: nil if that is the interruption.
    guard let value = try await group.next() ?? nil else { throw CancellationError() }
    return value
  }
}
