import Foundation
import Testing
import TestSupport

/// A catalogue taken through three releases in a repository. `Tests/Fixtures/releases` has each version of it, and beside each the
/// reports that its reviewer sees.
struct ThreeReleasesTests {
  /// A version of the catalogue, and what CI compares it with: the last release.
  struct Step: Sendable, CustomTestStringConvertible {
    let name: String
    let release: String
    let status: Int32
    var testDescription: String { name }
  }

  private static let steps = [
    Step(name: "1.1.0", release: "v1.0.0", status: 0),
    Step(name: "refused", release: "v1.1.0", status: 1),
    Step(name: "2.0.0", release: "v1.1.0", status: 0),
  ]

  /// `docs/diff.md` shows two of the reports.
  @Test(arguments: [("refused", "text", 0), ("1.1.0", "markdown", 1)])
  func thePageShowsThem(_ name: String, _ language: String, _ index: Int) throws {
    let session = try Repository.text("Tests/Fixtures/releases/\(name).txt")
    let report = session.components(separatedBy: "$ errata")[index + 1].drop { $0 != "\n" }
      .trimmingCharacters(in: .newlines)
    #expect(try Repository.text("docs/diff.md").contains("```\(language)\n\(report)\n```\n"))
  }

  @Test func eachReviewerSeesWhatChanges() async throws {
    try await withGitFolder { folder in
      try folder.url.writing("catalog: errors.yaml\noutputs: []\n", to: "errata.yaml")
      try folder.url.writing(try Repository.text("Tests/Fixtures/releases/1.0.0.yaml"), to: "errors.yaml")
      try await folder.commit(tag: "v1.0.0")
      for step in Self.steps {
        try folder.url.writing(try Repository.text("Tests/Fixtures/releases/\(step.name).yaml"), to: "errors.yaml")
        var session = ""
        for options in [[], ["--format", "markdown"]] {
          let arguments = ["diff", "--against", "git:\(step.release)"] + options
          let result = try await runTool(
            Errata.path, arguments, in: folder.url, environment: GitFolder.environment)
          #expect(result.status == step.status, "\(step.name): \(result)")
          session += "$ errata \(arguments.joined(separator: " "))\n\(result.output)\(result.error)\n"
        }
        try expectGolden(session, "releases/\(step.name).txt")
        if step.status == 0 { try await folder.commit(tag: "v\(step.name)") }
      }
    }
  }
}
