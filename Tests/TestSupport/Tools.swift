import Foundation
import Subprocess
import Testing

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// How a process ended, and what it said.
public struct ProcessResult: Sendable {
  /// The exit status; 128 and the signal's number where a signal ended it.
  public let status: Int32
  /// What it wrote to standard output.
  public let output: String
  /// What it wrote to standard error.
  public let error: String
}

/// Runs `tool` to its end.
/// - Parameters:
///   - tool: a path, or a name to look for in `PATH`.
///   - input: what it reads from standard input.
///   - folder: where it runs.
///   - environment: variables that are set beside those of the tests; an empty text removes one.
public func runTool(
  _ tool: String, _ arguments: [String], input: String = "", in folder: URL? = nil, environment: [String: String] = [:]
) async throws -> ProcessResult {
  let updates = environment.map { (Environment.Key(stringLiteral: $0), $1.isEmpty ? nil : $1) }
  let result = try await run(
    tool.contains("/") ? .path(FilePath(tool)) : .name(tool),
    arguments: Arguments(arguments),
    environment: .inherit.updating(Dictionary(uniqueKeysWithValues: updates)),
    workingDirectory: folder.map { FilePath($0.path(percentEncoded: false)) },
    input: .fileDescriptor(try file(holding: input), closeAfterSpawningProcess: true),
    output: .string(limit: 64 << 20),
    error: .string(limit: 64 << 20))
  let status: Int32 =
    switch result.terminationStatus {
    case .exited(let code): code
    case .signaled(let signal): 128 + signal
    }
  return ProcessResult(status: status, output: result.standardOutput, error: result.standardError)
}

/// A file without a name, open at its beginning. Other than a pipe, it does not end the tests with SIGPIPE when a tool ends
/// before it has read everything.
private func file(holding text: String) throws -> FileDescriptor {
  var path = Array((NSTemporaryDirectory() + "/input-XXXXXX").utf8CString)
  // Unsafe: `mkstemp` changes the array in place, and `unlink` reads it; both within the call.
  let file = FileDescriptor(rawValue: unsafe mkstemp(&path))
  guard file.rawValue >= 0, unsafe unlink(path) == 0 else { throw Errno(rawValue: errno) }
  try file.writeAll(text.utf8)
  try file.seek(offset: 0, from: .start)
  return file
}

/// A tool that some tests need. Where it is missing they are skipped by name, and fail under `CI=true`.
public struct RequiredTool: Sendable {
  /// Where it is, or its name where it was not found.
  public let path: String
  let name: String

  /// The Python with the schema validators, which `Scripts/bootstrap` installs.
  public static let python = RequiredTool(
    name: "python with jsonschema",
    path: Repository.root.appending(path: ".venv/bin/python").path(percentEncoded: false))
  /// Spark for Python, which `Scripts/bootstrap --spark` installs.
  public static let pyspark = RequiredTool(
    name: "pyspark", path: Repository.root.appending(path: ".venv/bin/spark-submit").path(percentEncoded: false))
  /// GitHub's Markdown renderer.
  public static let cmarkGFM = RequiredTool(name: "cmark-gfm", path: found("cmark-gfm"))
  /// A browser without a window.
  public static let chromium = RequiredTool(
    name: "chromium",
    path: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].lazy.map(found)
      .first { $0.contains("/") } ?? "chromium")
  /// TypeScript's compiler.
  public static let tsc = RequiredTool(name: "tsc", path: found("tsc"))
  /// Runs what TypeScript's compiler makes.
  public static let node = RequiredTool(name: "node", path: found("node"))
  /// Kotlin's compiler.
  public static let kotlinc = RequiredTool(name: "kotlinc", path: found("kotlinc"))
  /// Runs a command as another user; only of use to root, whom file permissions do not stop.
  public static let setpriv = RequiredTool(name: "setpriv", path: found("setpriv"))

  /// Packs what is handed to users.
  public static let zip = RequiredTool(name: "zip", path: found("zip"))
  /// Unpacks what is handed to users.
  public static let unzip = RequiredTool(name: "unzip", path: found("unzip"))

  init(name: String, path: String) {
    self.name = name
    self.path = path
  }

  /// Whether to run the tests that need it: always in CI, where its absence is a failure, and never in a quick run.
  public var isExpected: Bool {
    !Repository.isQuick && (Repository.isCI || FileManager.default.isExecutableFile(atPath: path))
  }

  private static func found(_ name: String) -> String {
    let folders = ProcessInfo.processInfo.environment["PATH", default: ""].split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) } ?? name
  }
}
