import ErrataCatalog
@testable import ErrataDraft
import Foundation
import TestSupport
import Testing

/// What `docs/init.md` says is so.
struct InitPageTests {
  @Test func theTableHasTheNamesOfEachField() throws {
    let rows = try Repository.text("docs/init.md").matches(of: /\n\| `(?<role>\w+)` \| (?<names>.+) \|/)
    let documented = Dictionary(
      uniqueKeysWithValues: rows.map { row in
        (String(row.output.role), row.output.names.matches(of: /`([^`]+)`/).map { plainName(String($0.output.1)) })
      })
    var known = [
      ResponseField.Role.code.rawValue: codeHeaders.map { plainName($0.name) } + codeNames
    ]
    for names in RoleNames.all { known[names.role.rawValue] = names.members + names.headers.map(plainName) }
    #expect(documented == known)
  }

  /// The excerpt leaves lines out, but has none of its own.
  @Test func theExcerptIsFromTheDraftForTheLog() throws {
    let excerpt = try Repository.block(of: "docs/init.md", "yaml", beginningWith: "base:").split(separator: "\n")
    var rest = try Repository.text("Tests/Fixtures/logs/orders.yaml").split(separator: "\n")[...]
    for line in excerpt {
      let index = try #require(rest.firstIndex(of: line), "\(line)")
      rest = rest[(index + 1)...]
    }
  }
}
