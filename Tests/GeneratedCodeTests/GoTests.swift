import ErrataOutputs
import Foundation
import Testing
import TestSupport

/// The generated Go: `gofmt` would not change it, `go vet` finds nothing, and its errors are handled as a program would.
@Suite(.enabled(if: RequiredTool.go.isExpected, "needs go: run Scripts/bootstrap --tests"))
struct GoTests {
  @Test func isFormattedAndVettedAndHandlesErrors() async throws {
    try await withTemporaryFolder { folder in
      try Data("module handle\n\ngo 1.18\n".utf8).write(to: folder.appending(path: "go.mod"))
      for catalogue in TestCatalogue.allCases {
        for file in OutputKind.go.output.files(for: try catalogue.read()) {
          let package = folder.appending(path: file.path.replacing(".go", with: ""))
          try FileManager.default.createDirectory(at: package, withIntermediateDirectories: true)
          try Data(file.contents.utf8).write(to: package.appending(path: file.path))
        }
      }
      try Data(Repository.text("Tests/Tools/handle.go").utf8).write(to: folder.appending(path: "handle.go"))

      let formatted = try await runTool("gofmt", ["-d", "."], in: folder)
      #expect(formatted.status == 0 && formatted.output == "", "\(formatted.error)")
      let vetted = try await runTool(RequiredTool.go.path, ["vet", "./..."], in: folder)
      #expect(vetted.status == 0, "\(vetted.error)")
      let run = try await runTool(RequiredTool.go.path, ["run", "."], in: folder)
      #expect(run.status == 0, "\(run.error)")
      #expect(
        run.output == """
          signing: csc_user_keys_limit (HTTP 503): The signing backend key generation limit has been reached. \
          Retry after a short delay (reference REF1)
          true false
          true 5 503 service REF1
          wait: true
          false
          signing: brand_new (HTTP 400): unknown error code true
          signing: HTTP 502: HTTP status 502 without an error code true
          access_denied: The user denied the authorization request true s true
          false

          """)
    }
  }
}
