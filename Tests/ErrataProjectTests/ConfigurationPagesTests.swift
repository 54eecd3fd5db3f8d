import ErrataProject
import ErrataYAML
import Testing
import TestSupport

/// `docs/generate.md`, `docs/validation.md` and `docs/diff.md` have the tables of the keys of `errata.yaml`.
struct ConfigurationPagesTests {
  @Test(arguments: [
    ("docs/generate.md", configurationFormat), ("docs/validation.md", validationFormat), ("docs/diff.md", diffFormat),
  ])
  func hasEveryKey(_ path: String, _ format: [KeyTable]) throws {
    let page = try Repository.text(path)
    let documented = page.split(separator: "| Key | | |\n| --- | --- | --- |\n").dropFirst().map { part in
      part.split(separator: "\n", omittingEmptySubsequences: false).prefix { $0.hasPrefix("|") }.map(String.init)
    }
    let rows = format.map { table in
      table.keys.map { "| `\($0.name)` | \($0.isRequired ? "required" : "optional") | \($0.description) |" }
    }
    #expect(documented == rows)
  }
}
