import ErrataCatalog
import ErrataOutputs
import Foundation
import Testing
import TestSupport

/// The generated Python: it runs without warnings, is typed strictly, survives any body, and its exceptions can be copied.
struct PythonTests {
  /// Runs a program of Tests/Tools in a folder with the modules of the catalogues that it imports.
  private func run(_ program: String, with catalogues: [Catalog], by tool: String, _ arguments: [String]) async throws
    -> ProcessResult
  {
    try await withTemporaryFolder { folder in
      for file in catalogues.flatMap(OutputKind.python.output.files(for:)) {
        try Data(file.contents.utf8).write(to: folder.appending(path: file.path))
      }
      try Data(Repository.text("Tests/Tools/\(program)").utf8).write(to: folder.appending(path: program))
      return try await runTool(tool, arguments, in: folder)
    }
  }

  /// Python 3.8 is the oldest version that is supported.
  @Test(arguments: TestCatalogue.allCases)
  func isImportedWithoutWarnings(_ catalogue: TestCatalogue) async throws {
    let catalog = try catalogue.read()
    let program = """
      import ast, importlib, pathlib
      [file] = pathlib.Path(".").glob("\(catalog.name.lowercased())*.py")
      ast.parse(file.read_text("utf-8"), feature_version=(3, 8))
      print(len(list(importlib.import_module(file.stem).Recovery)))
      """
    let result = try await run("hostile.py", with: [catalog], by: "python3", ["-W", "error", "-c", program])
    #expect(result.status == 0 && result.output == "\(Recovery.allCases.count)\n", "\(result.error)")
  }

  @Test func survivesAnyBody() async throws {
    let result = try await run(
      "hostile.py", with: [TestCatalogue.bankID.read()], by: "python3", ["-W", "error", "hostile.py"])
    #expect(result.status == 0 && result.output == "all read\n", "\(result.error)")
  }

  /// Every protocol of pickle, both kinds of copy, and a pool of processes.
  @Test func errorsCanBeCopied() async throws {
    let catalogues = [
      try TestCatalogue.bankID.read(), try TestCatalogue.minimal.read(), try readingCatalogue("listed"),
    ]
    let result = try await run("copying.py", with: catalogues, by: "python3", ["-W", "error", "copying.py", "."])
    #expect(result.status == 0 && result.output == "8\n", "\(result.error)")
  }

  @Test(.enabled(if: RequiredTool.mypy.isExpected, "needs mypy: run Scripts/bootstrap --tests"))
  func isTypedStrictly() async throws {
    let catalogues = try catalogsOfAllShapes()
    let result = try await run("typed.py", with: catalogues, by: RequiredTool.mypy.path, ["--strict", "."])
    #expect(result.status == 0, "\(result.output)\(result.error)")
  }
}

/// Catalogues that together need every part of the templates.
func catalogsOfAllShapes() throws -> [Catalog] {
  let shapes = ["challenges", "detailed", "headers", "integers", "listed", "prefixed", "rootlist", "statuses"]
  return try TestCatalogue.allCases.map { try $0.read() } + ExampleCatalogue.all.map { try $0.read() }
    + shapes.map(readingCatalogue)
}

/// A catalogue of the cases in Tests/Fixtures/reading.
func readingCatalogue(_ name: String) throws -> Catalog {
  try catalogue(Repository.text("Tests/Fixtures/reading/\(name).yaml"), path: "\(name).yaml")
}
