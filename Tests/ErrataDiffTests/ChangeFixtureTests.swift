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
    var compared: Set<String> = []
    for item in try ChangeFixture.all.flatMap({ try $0.cases() }) {
      let (old, new) = try item.catalogues()
      if !changes(from: old, to: new).isEmpty { compared.insert(String(item.subject)) }
    }
    let keys = catalogueFormat.flatMap { table in table.keys.map { "\(table.subject), \($0.name)" } }
    // There is one version of the format, and the catalogue's own is what changes are compared with.
    let exceptions: Set = ["a catalogue, errata", "a catalogue, version"]
    #expect(Set(keys).subtracting(compared) == exceptions)
    #expect(compared.subtracting(keys) == [])
  }

  @Test func everyKindOccurs() throws {
    let kinds = try ChangeFixture.all.flatMap { try $0.cases() }.flatMap { item in
      let (old, new) = try item.catalogues()
      return changes(from: old, to: new).map(\.kind)
    }
    #expect(Set(ChangeKind.allCases).subtracting(kinds) == [])
  }

  @Test func fingerprintsAreUnique() throws {
    for item in try ChangeFixture.all.flatMap({ try $0.cases() }) {
      let (old, new) = try item.catalogues()
      for changes in [changes(from: old, to: new), changes(from: new, to: old)] {
        #expect(Set(changes.map(\.fingerprint)).count == changes.count, "\(item.title)")
      }
    }
  }
}
