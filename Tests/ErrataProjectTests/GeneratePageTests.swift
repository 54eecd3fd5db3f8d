import ErrataProject
import Testing
import TestSupport

/// `docs/generate.md` has the tables of the keys of `errata.yaml`.
struct GeneratePageTests {
  @Test func hasEveryKey() throws {
    let page = try Repository.text("docs/generate.md")
    let documented = page.split(separator: "| Key | | |\n| --- | --- | --- |\n").dropFirst().map { part in
      part.split(separator: "\n", omittingEmptySubsequences: false).prefix { $0.hasPrefix("|") }.map(String.init)
    }
    let rows = configurationFormat.map { table in
      table.keys.map { "| `\($0.name)` | \($0.isRequired ? "required" : "optional") | \($0.description) |" }
    }
    #expect(documented == rows)
  }
}
