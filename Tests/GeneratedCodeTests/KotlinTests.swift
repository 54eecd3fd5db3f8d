import ErrataOutputs
import Foundation
import Testing
import TestSupport

/// The generated Kotlin: it compiles without warnings, and its errors are handled as a program would.
@Suite(
  .enabled(
    if: RequiredTool.kotlinc.isExpected && RequiredTool.androidJSON.isExpected,
    "needs kotlinc and Android's org.json: run Scripts/bootstrap --tests"))
struct KotlinTests {
  @Test func compilesWithoutWarningsAndHandlesErrors() async throws {
    try await withTemporaryFolder { folder in
      for catalogue in TestCatalogue.allCases {
        for file in OutputKind.kotlin.output.files(for: try catalogue.read()) {
          try Data(file.contents.utf8).write(to: folder.appending(path: file.path))
        }
      }
      try Data(Repository.text("Tests/Tools/handle.kt").utf8).write(to: folder.appending(path: "handle.kt"))
      let json = RequiredTool.androidJSON.path
      let compiled = try await runTool(
        RequiredTool.kotlinc.path, ["-Werror", "-cp", json, ".", "-include-runtime", "-d", "handle.jar"], in: folder)
      try #require(compiled.status == 0, "\(compiled.output)\(compiled.error)")
      let run = try await runTool("java", ["-cp", "handle.jar:\(json)", "HandleKt"], in: folder)
      #expect(run.status == 0, "\(run.error)")
      #expect(
        run.output == """
          csc, true, 5 s: csc_user_keys_limit (HTTP 503): The signing backend key generation limit has been reached. \
          Retry after a short delay (reference REF1)
          token, null, no time: brand_new (HTTP 400): unknown error code
          the user said no
          new: brand_new

          """)
    }
  }
}
