import ErrataCatalog
import ErrataDiagnostics
import ErrataOutputs
import Foundation
import TestSupport
import Testing

/// The generated code of each language, which reads each case in a program of that language.
@Suite(.slow) struct ReadingTests {
  @Test func python() async throws {
    try await withTemporaryFolder { folder in
      try write(filesOf: "python", for: .python, runner: "read.py", to: folder)
      try write(filesOf: Self.template("read.py.mustache")) { _ in folder }
      try await expectReadings(by: .python, "python3", ["-W", "error", "read.py", "."], in: folder)
    }
  }

  @Test(.enabled(if: RequiredTool.tsc.isExpected, "needs tsc: run Scripts/bootstrap --tests"))
  func typeScript() async throws {
    try await withTemporaryFolder { folder in
      try write(filesOf: "typescript", for: .typeScript, runner: "read.ts", to: folder)
      try write(filesOf: Self.template("read.ts.mustache")) { _ in folder }
      let sources = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
      let options = ["--strict", "--noUnusedLocals", "--target", "es2018", "--module", "commonjs"]
      try await compile(RequiredTool.tsc.path, options + sources.sorted(), in: folder)
      try await expectReadings(by: .typeScript, RequiredTool.node.path, ["read.js"], in: folder)
    }
  }

  @Test(
    .enabled(
      if: RequiredTool.kotlinc.isExpected && RequiredTool.androidJSON.isExpected,
      "needs kotlinc and Android's org.json: run Scripts/bootstrap --tests"))
  func kotlin() async throws {
    try await withTemporaryFolder { folder in
      try write(filesOf: "kotlin", for: .kotlin, runner: "read.kt", to: folder)
      try write(filesOf: Self.template("read.kt.mustache")) { _ in folder }
      let json = RequiredTool.androidJSON.path
      try await compile(
        RequiredTool.kotlinc.path, ["-Werror", "-cp", json, ".", "-include-runtime", "-d", "read.jar"], in: folder)
      try await expectReadings(by: .kotlin, "java", ["-cp", "read.jar:\(json)", "reading.ReadKt"], in: folder)
    }
  }

  @Test(.enabled(if: RequiredTool.go.isExpected, "needs go: run Scripts/bootstrap --tests"))
  func go() async throws {
    try await withTemporaryFolder { folder in
      let names = try Cases.catalogNames()
      for name in names + ["main"] {
        try FileManager.default.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true)
      }
      try write(filesOf: BuiltInTemplate.go.file) { folder.appending(path: $0) }
      try write(filesOf: Self.template("read.go.mustache")) { folder.appending(path: $0) }
      try Data(Repository.text("Tests/Tools/read.go").utf8).write(to: folder.appending(path: "read.go"))
      try Data("module reading\n\ngo 1.18\n".utf8).write(to: folder.appending(path: "go.mod"))
      let imports = (["\"reading\""] + names.map { "_ \"reading/\($0)\"" }).joined(separator: "; ")
      try Data("package main; import (\(imports)); func main() { reading.Main() }\n".utf8)
        .write(to: folder.appending(path: "main/main.go"))
      try await compile(RequiredTool.go.path, ["build", "-o", "read", "./main"], in: folder)
      try await expectReadings(by: .go, folder.appending(path: "read").path(percentEncoded: false), [], in: folder)
    }
  }

  @Test func swift() async throws {
    try await withTemporaryFolder { folder in
      try write(filesOf: "swift", for: .swift, runner: "read.swift", to: folder)
      try FileManager.default.moveItem(
        at: folder.appending(path: "read.swift"), to: folder.appending(path: "main.swift"))
      let sources = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).sorted()
      try await compile("swiftc", ["-swift-version", "6", "-o", "read"] + sources, in: folder)
      try await expectReadings(by: .swift, folder.appending(path: "read").path(percentEncoded: false), [], in: folder)
    }
  }
}

extension ReadingTests {
  /// Writes what the template `name` makes of each catalogue, and the program that reads the cases.
  private func write(filesOf name: String, for subject: Subject, runner: String, to folder: URL) throws {
    let file = try #require(BuiltInTemplate.allCases.first { $0.rawValue == name }).file
    let template = try #require(readTemplate(file).template)
    for catalog in try Cases.catalogNames().map(Cases.catalog) {
      for file in TemplateOutput(template).files(for: catalog) {
        try Data(file.contents.utf8).write(to: folder.appending(path: file.path))
      }
    }
    try Data(Repository.text("Tests/Tools/\(runner)").utf8).write(to: folder.appending(path: runner))
  }

  private static func template(_ name: String) throws -> SourceFile {
    SourceFile(path: name, bytes: Array(try Repository.text("Tests/Tools/\(name)").utf8))
  }

  /// Writes what the template in `file` makes of each catalogue to a folder for its name.
  private func write(filesOf file: SourceFile, to folder: (String) -> URL) throws {
    let template = try #require(readTemplate(file).template)
    for name in try Cases.catalogNames() {
      for file in TemplateOutput(template).files(for: try Cases.catalog(name)) {
        try Data(file.contents.utf8).write(to: folder(name).appending(path: file.path))
      }
    }
  }

  private func compile(_ tool: String, _ arguments: [String], in folder: URL) async throws {
    let result = try await runTool(tool, arguments, in: folder)
    try #require(result.status == 0, "\(tool): \(result.output)\(result.error)")
  }

  /// Runs a program that reads a case from each line of its input, and writes what it finds on a line of its output.
  private func expectReadings(by subject: Subject, _ tool: String, _ arguments: [String], in folder: URL) async throws {
    let cases = try Cases.all()
    let result = try await runTool(tool, arguments, input: cases.map { $0.line + "\n" }.joined(), in: folder)
    try #require(result.status == 0, "\(tool): \(result.error)")
    let lines = result.output.split(separator: "\n")
    try #require(lines.count == cases.count)
    for (item, line) in zip(cases, lines) {
      let found = try JSONDecoder().decode(JSON.self, from: Data(line.utf8))
      let agrees = item.reading.allows(found)
      if Exemption.exempts(subject, from: item) {
        #expect(!agrees, "needs no exemption: \(item)")
      } else if !agrees {
        Issue.record("\(item)\n  expected \(item.reading)\n  found    \(found)")
      }
    }
  }
}
