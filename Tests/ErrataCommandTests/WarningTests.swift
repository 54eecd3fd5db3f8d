import Foundation
import TestSupport
import Testing

/// Warnings of `errata check` and `errata generate`, and what `--warnings-as-errors` makes of them.
struct WarningTests {
  private let doubtful = shop() + "      busy: {description: Try again later}\n"

  @Test func areCountedByCheck() async throws {
    let result = try await Errata.run("check", "-", input: doubtful)
    #expect(result.status == 0)
    #expect(result.output == "2 codes on 1 surface: 1 warning\n")
    #expect(result.error.contains("<stdin>:12:7: warning: `busy` has no status"))
    let json = try await Errata.run("check", "-", "--format", "json", input: doubtful)
    #expect(json.output == #"{"codes": 2, "surfaces": 1, "warnings": 1}"# + "\n")
  }

  @Test func canMakeCheckFail() async throws {
    let result = try await Errata.run("check", "-", "--warnings-as-errors", input: doubtful)
    #expect(result.status == 1 && result.output.isEmpty)
    #expect(result.error.contains("<stdin>:12:7: error: `busy` has no status"))
    #expect(result.error.hasSuffix("\n1 error\n"))
    let json = try await Errata.run("check", "-", "--warnings-as-errors", "--format", "json", input: doubtful)
    #expect(json.status == 1 && json.error.contains(#""severity":"error""#))
  }

  @Test func canBeAllowed() async throws {
    let allowed = doubtful.replacing("busy:", with: "# errata: allow missing-status\n      busy:")
    let result = try await Errata.run("check", "-", "--warnings-as-errors", input: allowed)
    #expect(result.status == 0 && result.output == "2 codes on 1 surface: no problems found\n" && result.error.isEmpty)
  }

  @Test func canMakeGenerateFail() async throws {
    try await withTemporaryFolder { folder in
      let refused = try await Errata.run(
        "generate", "-", "--markdown", "docs", "--warnings-as-errors", input: doubtful, in: folder)
      #expect(refused.status == 1 && refused.error.hasSuffix("\n1 error\n"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.plainPath).isEmpty)
      let written = try await Errata.run("generate", "-", "--markdown", "docs", input: doubtful, in: folder)
      #expect(written.status == 0 && written.error.contains("warning: `busy` has no status"))
      let checked = try await Errata.run(
        "generate", "-", "--markdown", "docs", "--check", "--warnings-as-errors", input: doubtful, in: folder)
      #expect(checked.status == 1 && checked.error.contains("error: `busy` has no status"))
    }
  }

  /// A generated file that somebody edited is a warning that comes after the others are written.
  @Test func ofOutputsMakeGenerateFailToo() async throws {
    try await withTemporaryFolder { folder in
      _ = try await Errata.run("generate", "-", "--markdown", "docs", input: shop(), in: folder)
      try folder.writing(try folder.reading("docs/api.md") + "\nMine.\n", to: "docs/api.md")
      let renamed = shop().replacing("  api:", with: "  rest:")
      let result = try await Errata.run(
        "generate", "-", "--markdown", "docs", "--warnings-as-errors", input: renamed, in: folder)
      #expect(
        result.status == 1 && result.error.contains("[edited-output]") && result.output.contains("wrote   docs/rest.md")
      )
    }
  }
}
