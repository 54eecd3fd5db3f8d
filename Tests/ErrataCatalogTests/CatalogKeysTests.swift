import ErrataCatalog
import ErrataDiagnostics
import ErrataYAML
import TestSupport
import Testing

/// Compares the key tables with the decoder and the documentation.
struct CatalogKeysTests {
  /// The place of each table's mapping in a catalogue, in the order of the tables.
  private static let places = [
    "{}", "{categories: {c: {}}}", "{surfaces: {s: {}}}", "{surfaces: {s: {statuses: {429: {}}}}}",
    "{surfaces: {s: {response: {}}}}",
    "{surfaces: {s: {response: {fields: {}}}}}", "{surfaces: {s: {response: {fields: {code: {}}}}}}",
    "{surfaces: {s: {errors: {e: {}}}}}", "{surfaces: {s: {errors: {e: {deprecated: {}}}}}}",
  ]

  /// The diagnostics for a catalogue in which the mapping of table number `index` has `entries`.
  private func diagnostics(_ index: Int, _ entries: String) -> [Diagnostic] {
    let text = Self.places[index].replacing("{}", with: "{\n\(entries)\n}")
    return readCatalog([SourceFile(path: "catalogue.yaml", bytes: Array(text.utf8))]).diagnostics
  }

  @Test(arguments: places.indices)
  func everyKeyIsDecoded(_ index: Int) {
    for key in catalogueFormat[index].keys {
      let reported = diagnostics(index, "\(key.name): \(key.type.wrongValue)").filter { $0.location?.start.line == 2 }
      #expect(reported.map(\.rule) == [.wrongType], "`\(key.name)` of \(catalogueFormat[index].subject)")
    }
  }

  @Test(arguments: places.indices)
  func missingRequiredKeysAreReported(_ index: Int) {
    let table = catalogueFormat[index]
    let missing = diagnostics(index, "").map(\.message).filter {
      $0.hasPrefix("missing key") && $0.hasSuffix(" in \(table.subject)")
    }
    #expect(missing == table.keys.filter(\.isRequired).map { "missing key `\($0.name)` in \(table.subject)" })
  }

  @Test func everyTableIsTested() {
    #expect(catalogueFormat.count == Self.places.count)
  }

  @Test func thePageHasAllTables() throws {
    let page = try Repository.text("docs/catalogue-format.md")
    let documented = page.split(separator: "| Key | | |\n| --- | --- | --- |\n").dropFirst().map { part in
      part.split(separator: "\n", omittingEmptySubsequences: false).prefix { $0.hasPrefix("|") }.map(String.init)
    }
    let rows = catalogueFormat.map { table in
      table.keys.map { "| `\($0.name)` | \($0.isRequired ? "required" : "optional") | \($0.description) |" }
    }
    #expect(documented == rows)
  }

  @Test func thePageHasAllRecoveries() throws {
    let page = try Repository.text("docs/catalogue-format.md")
    for recovery in Recovery.allCases {
      #expect(page.contains("| `\(recovery.rawValue)` | \(recovery.action) |\n"), "\(recovery)")
    }
  }
}
