import ErrataDiff
import ErrataText
import TestSupport
import Testing

/// The section of `docs/diff.md` that lists the changes, which `ERRATA_RECORD=1` rewrites.
struct ChangeTableTests {
  private static let title = "\n## The changes\n"

  @Test func thePageListsAllChanges() throws {
    let page = try Repository.text("docs/diff.md")
    let parts = page.split(separator: Self.title, maxSplits: 1)
    try #require(parts.count == 2, "docs/diff.md has the section \(Self.title)")
    let rest = parts[1].firstRange(of: "\n## ").map { parts[1][$0.lowerBound...] } ?? ""
    try expectGolden(parts[0] + Self.title + section + rest, "../../docs/diff.md")
  }

  private var section: String {
    """

    Every property of the catalogue is compared. A kind of change has the same rating wherever it occurs. The order of keys, codes,
    categories, surfaces and fields is no change, and neither are comments, formatting, and a key that repeats what applies without it.

    ### Breaking changes

    Each of them says for whom it breaks something:

    - *source*: \(Audience.source.description), which no longer compiles or no longer finds a name.
    - *clients*: \(Audience.clients.description), which were built with the old catalogue.
    - *schema*: \(Audience.schema.description) and of `errata validate`, for whom a response that was valid no longer is.

    | Change | | Breaks | Why |
    | --- | --- | --- | --- |
    \(rows(.breaking))

    ### Additions

    | Change | | Why it breaks nothing |
    | --- | --- | --- |
    \(rows(.addition))

    ### Documentation

    | Change | | Why it breaks nothing |
    | --- | --- | --- |
    \(rows(.documentation))

    """
  }

  private func rows(_ rating: Rating) -> String {
    ChangeKind.allCases.filter { $0.rating == rating }.map { kind in
      let name = "[`\(kind.rawValue)`](rules.md#diff-\(kind.rawValue))"
      let audiences = kind.audiences.isEmpty ? [] : [enumerated(kind.audiences.map(\.rawValue))]
      return "| " + ([name, kind.summary] + audiences + [kind.reason]).joined(separator: " | ") + " |"
    }.joined(separator: "\n")
  }
}
