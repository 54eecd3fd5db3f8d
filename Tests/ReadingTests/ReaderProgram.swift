import ErrataCatalog
import ErrataDiagnostics
import ErrataOutputs
import Foundation
import TestSupport
import Testing

/// A program that reads responses with the code that is generated for one language from the catalogues of the cases and of the
/// examples. It reads a case from each line of its input, and writes what it finds on a line of its output.
struct ReaderProgram: Sendable {
  private let tool: String
  private let arguments: [String]
  private let folder: URL

  /// What the program reads from each of the lines.
  func readings(of lines: [String]) async throws -> [Substring] {
    let result = try await runTool(tool, arguments, input: lines.map { $0 + "\n" }.joined(), in: folder)
    try #require(result.status == 0, "\(tool): \(result.error)")
    let readings = result.output.split(separator: "\n")
    try #require(readings.count == lines.count)
    return readings
  }

  /// Builds the program for `subject`, in a folder below `.build`.
  init(_ subject: Subject) async throws {
    folder = Repository.root.appending(path: ".build/reading/\(subject.rawValue)")
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let files = ReaderFiles(folder: folder)
    switch subject {
    case .python:
      try files.write(.python, runner: "read.py")
      (tool, arguments) = ("python3", ["-W", "error", "read.py", "."])
    case .typeScript:
      try files.write(.typescript, runner: "read.ts")
      let options = ["--strict", "--noUnusedLocals", "--target", "es2018", "--module", "commonjs"]
      try await files.compile(RequiredTool.tsc.path, options + files.names())
      (tool, arguments) = (RequiredTool.node.path, ["read.js"])
    case .kotlin:
      try files.write(.kotlin, runner: "read.kt")
      let json = RequiredTool.androidJSON.path
      try await files.compile(
        RequiredTool.kotlinc.path, ["-Werror", "-cp", json, ".", "-include-runtime", "-d", "read.jar"])
      (tool, arguments) = ("java", ["-cp", "read.jar:\(json)", "reading.ReadKt"])
    case .go:
      try files.writeGo()
      try await files.compile(RequiredTool.go.path, ["build", "-o", "read", "./main"])
      (tool, arguments) = (folder.appending(path: "read").path(percentEncoded: false), [])
    case .swift:
      try files.writeSwift()
      try await files.compile("swiftc", ["-swift-version", "6", "-wmo", "-o", "read"] + files.names())
      (tool, arguments) = (folder.appending(path: "read").path(percentEncoded: false), [])
    }
  }
}

/// The programs, each of which is built once.
actor ReaderPrograms {
  static let shared = ReaderPrograms()

  private var programs: [Subject: Task<ReaderProgram, any Error>] = [:]

  /// The program for `subject`.
  func program(for subject: Subject) async throws -> ReaderProgram {
    let program = programs[subject] ?? Task { try await ReaderProgram(subject) }
    programs[subject] = program
    return try await program.value
  }
}

/// The sources of a program.
private struct ReaderFiles {
  let folder: URL

  /// Writes what `template` makes of each catalogue, and the program that reads the cases.
  func write(_ template: BuiltInTemplate, runner: String, as name: String? = nil) throws {
    try write(template.file) { _ in folder }
    try write(table(for: runner)) { _ in folder }
    try write(Repository.text("Tests/Tools/\(runner)"), to: name ?? runner)
  }

  /// Writes all of it, and the list of what there is for each catalogue.
  func writeSwift() throws {
    try write(.swift, runner: "read.swift", as: "main.swift")
    let catalogs = try Cases.readable().map { "  \"\($0.name.lowercased())\": \($0.name)Cases.self,\n" }.joined()
    try write("let catalogs: [String: any CatalogCases.Type] = [\n\(catalogs)]\n", to: "catalogs.swift")
  }

  /// Writes a package for each catalogue, one for the program, and one to start it.
  func writeGo() throws {
    let modules = try Cases.readable().map { $0.name.lowercased() }
    for module in modules + ["main"] {
      try FileManager.default.createDirectory(at: folder.appending(path: module), withIntermediateDirectories: true)
    }
    try write(BuiltInTemplate.go.file) { folder.appending(path: $0) }
    try write(table(for: "read.go")) { folder.appending(path: $0) }
    try write(Repository.text("Tests/Tools/read.go"), to: "read.go")
    try write("module reading\n\ngo 1.18\n", to: "go.mod")
    let imports = (["\"reading\""] + modules.map { "_ \"reading/\($0)\"" }).joined(separator: "; ")
    try write("package main; import (\(imports)); func main() { reading.Main() }\n", to: "main/main.go")
  }

  /// The names of the files.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).sorted()
  }

  func compile(_ tool: String, _ arguments: [String]) async throws {
    // Kotlin's compiler collects garbage most of the time in the memory that it has by default.
    let result = try await runTool(tool, arguments, in: folder, environment: ["JAVA_OPTS": "-Xmx1g"])
    try #require(result.status == 0, "\(tool): \(result.output)\(result.error)")
  }

  /// The template of what the program needs to know of each catalogue.
  private func table(for runner: String) throws -> SourceFile {
    let path = "Tests/Tools/\(runner).mustache"
    return SourceFile(path: path, bytes: Array(try Repository.text(path).utf8))
  }

  private func write(_ file: SourceFile, to folder: (String) -> URL) throws {
    let template = try #require(readTemplate(file).template)
    for catalog in try Cases.readable() {
      for file in TemplateOutput(template).files(for: catalog) {
        try Data(file.contents.utf8).write(to: folder(catalog.name.lowercased()).appending(path: file.path))
      }
    }
  }

  private func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: path))
  }
}
