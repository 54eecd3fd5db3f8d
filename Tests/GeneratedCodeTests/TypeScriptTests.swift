import ErrataCatalog
import ErrataOutputs
import Foundation
import Testing
import TestSupport

/// The generated TypeScript: it compiles with the strictest options, narrows by code, and survives any body.
@Suite(.enabled(if: RequiredTool.tsc.isExpected, "needs tsc: run Scripts/bootstrap --tests"))
struct TypeScriptTests {
  private static let options = [
    "--strict", "--noUncheckedIndexedAccess", "--noImplicitOverride", "--exactOptionalPropertyTypes",
    "--noPropertyAccessFromIndexSignature", "--noUnusedLocals", "--noUnusedParameters", "--isolatedModules",
    "--declaration", "--target", "es2018", "--module", "commonjs",
  ]

  /// Compiles a program of Tests/Tools with the modules of the catalogues, and runs it.
  private func run(_ program: String, with catalogues: [Catalog]) async throws -> ProcessResult {
    try await withTemporaryFolder { folder in
      let files = catalogues.flatMap(OutputKind.typescript.output.files(for:))
      for file in files {
        try Data(file.contents.utf8).write(to: folder.appending(path: file.path))
      }
      try Data(Repository.text("Tests/Tools/\(program).ts").utf8).write(to: folder.appending(path: "\(program).ts"))
      let compiled = try await runTool(
        RequiredTool.tsc.path, Self.options + files.map(\.path) + ["\(program).ts"], in: folder)
      try #require(compiled.status == 0, "\(compiled.output)")
      return try await runTool(RequiredTool.node.path, ["\(program).js"], in: folder)
    }
  }

  /// Codes and names narrow the types of errors, and TypeScript knows when a `switch` has all codes.
  @Test func narrowsByCode() async throws {
    let catalogues = try catalogsOfAllShapes()
    let result = try await run("narrowing", with: catalogues)
    #expect(
      result.status == 0
        && result.output == """
          a documented code: try again with the right hash
          an unknown code: brand_new
          CSCError: hash_mismatch (HTTP 400): No match (reference REF1)

          """,
      "\(result.output)\(result.error)")
  }

  @Test func survivesAnyBody() async throws {
    let result = try await run("hostile", with: [TestCatalogue.bankID.read()])
    #expect(result.status == 0 && result.output == "all read\n", "\(result.error)")
  }
}
