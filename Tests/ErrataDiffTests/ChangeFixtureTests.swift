import ErrataCatalog
import ErrataDiff
import ErrataYAML
import Foundation
import TestSupport
import Testing

/// Every kind of change as an edit of a catalogue beside the exact report. `ERRATA_RECORD=1` rewrites the reports.
struct ChangeFixtureTests {
  @Test(arguments: ChangeFixture.all)
  func theReportIsExact(_ fixture: ChangeFixture) throws {
    let sections = try fixture.cases().map { item in
      let (old, new) = try item.catalogues()
      let changes = changes(from: old, to: new)
      let report = changes.isEmpty ? "> no change\n" : changes.map(\.report).joined()
      return "## \(item.title)\n" + item.edit.map { $0 + "\n" }.joined() + report
    }
    try expectGolden(sections.joined(separator: "\n"), fixture.path)
  }

  /// A key of the format that no case is about may be one that the comparison has forgotten.
  @Test func everyKeyOfTheFormatIsCompared() throws {
    var keys: Set<String> = []
    var kinds: Set<ChangeKind> = []
    for item in try ChangeFixture.all.flatMap({ try $0.cases() }) {
      let (old, new) = try item.catalogues()
      let (there, back) = (changes(from: old, to: new), changes(from: new, to: old))
      if !there.isEmpty { keys.insert(String(item.subject)) }
      kinds.formUnion(there.map(\.kind))
      #expect(there.isEmpty == back.isEmpty, "\(item.title)")
      for changes in [there, back] {
        #expect(Set(changes.map(\.fingerprint)).count == changes.count, "\(item.title)")
      }
    }
    let format = catalogueFormat.flatMap { table in table.keys.map { "\(table.subject), \($0.name)" } }
    // There is one version of the format, and the catalogue's own is what changes are compared with.
    #expect(Set(format).subtracting(keys) == ["a catalogue, errata", "a catalogue, version"])
    #expect(keys.subtracting(format) == [])
    #expect(Set(ChangeKind.allCases).subtracting(kinds) == [])
  }
}
