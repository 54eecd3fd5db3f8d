import ErrataCatalog
import ErrataDiagnostics
import Foundation
import Testing
import TestSupport

/// Compares the BankID catalogue with `Fixtures/bankid-codes.tsv`, which was taken from the tables that BankID publishes, not
/// from the catalogue.
struct BankIDTests {
  private struct Row: Equatable {
    let surface: String
    let code: String
    let status: String
    let category: String
    let description: String
  }

  @Test func hasAllRowsOfThePublishedTablesInOrder() throws {
    let published = try Repository.text("Tests/Fixtures/bankid-codes.tsv").split(separator: "\n").dropFirst().map {
      line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Row(surface: cells[0], code: cells[1], status: cells[2], category: cells[3], description: cells[4])
    }
    let catalog = try TestCatalogue.bankID.read()
    let recorded = catalog.surfaces.flatMap { surface in
      surface.errors.map { error in
        Row(
          surface: surface.key, code: error.code, status: error.statuses.map(String.init).joined(separator: ","),
          category: catalog.category(of: error)?.title ?? "", description: error.description)
      }
    }
    #expect(recorded == published)
  }

  @Test func hasNoWarning() throws {
    let bytes = Array(try Repository.text("catalog/bankid-csc.yaml").utf8)
    #expect(readCatalog([SourceFile(path: "bankid-csc.yaml", bytes: bytes)]).diagnostics.map(\.message) == [])
  }

  @Test func hasThePublishedCounts() throws {
    let catalog = try TestCatalogue.bankID.read()
    #expect(catalog.surfaces.map(\.errors.count) == [28, 7, 6])
    #expect(catalog.categories.count == 9)
  }

  @Test func omitsWhatTheSourceDoesNotSpecify() throws {
    let catalog = try TestCatalogue.bankID.read()
    for surface in catalog.surfaces.dropFirst() {
      for error in surface.errors {
        #expect(error.category == nil && catalog.guidance(for: error) == nil && catalog.recovery(for: error) == nil)
      }
    }
    #expect(catalog.category("credential")?.recovery == nil)
    #expect(catalog.documentation == nil)
  }

  @Test(
    arguments: [
      ("request_validation", .correctRequest), ("token_lifecycle", .restartFlow), ("authentication", .authenticate),
      ("authorization", .requestAccess), ("signing_backend", .contactSupport), ("signing", .contactSupport),
      ("service", .retryLater), ("internal", .contactSupport),
    ] as [(String, Recovery)])
  func hasTheRecoveriesOfTheSource(_ category: String, _ recovery: Recovery) throws {
    #expect(try TestCatalogue.bankID.read().category(category)?.recovery == recovery)
  }

  @Test func describesEndpointsInTheOrderOfTheTokenFlow() throws {
    let guidance = try #require(try TestCatalogue.bankID.read().category("token_lifecycle")?.guidance)
    let positions = ["credentials/list", "credentials/authorize", "signatures/signHash"].map {
      guidance.range(of: $0)?.lowerBound
    }
    #expect(positions.allSatisfy { $0 != nil } && positions.compactMap(\.self) == positions.compactMap(\.self).sorted())
    #expect(guidance.contains("fresh access token"))
  }
}
