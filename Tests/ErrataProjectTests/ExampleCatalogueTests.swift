import ErrataCatalog
import ErrataOutputs
import ErrataProject
import ErrataValidation
import TestSupport
import Testing

/// The catalogues in `Examples/catalogues`.
struct ExampleCatalogueTests {
  @Test func thereIsOneForEachStyle() {
    #expect(ExampleCatalogue.all.count == 13)
  }

  @Test(arguments: ExampleCatalogue.all)
  func haveNoWarning(_ catalogue: ExampleCatalogue) throws {
    let file = try readFile(Repository.root.appending(path: catalogue.path).path(percentEncoded: false))
    #expect(readCatalog([file]).diagnostics.map(\.message) == [])
  }

  @Test(arguments: ExampleCatalogue.all, OutputKind.allCases)
  func becomeEveryOutput(_ catalogue: ExampleCatalogue, _ kind: OutputKind) throws {
    let catalog = try catalogue.read()
    let files = kind.output.files(for: catalog)
    #expect(!files.isEmpty)
    for code in catalog.surfaces.flatMap(\.errors).map(\.code) {
      #expect(files.contains { $0.contents.contains(code) }, "\(code)")
    }
  }

  /// What the API answers is what the catalogue says, even for a server.
  @Test(arguments: ExampleCatalogue.all)
  func describeTheirExchanges(_ catalogue: ExampleCatalogue) throws {
    let exchanges = try catalogue.exchanges()
    var findings = ""
    let (summary, failure) = Validator(try catalogue.read(), strict: true).validate(
      InputSource(name: catalogue.name, bytes: Array(exchanges.utf8)), as: .exchanges, ValidationOptions(format: .text)
    ) { batch, _ in findings += String(decoding: batch.bytes, as: UTF8.self) }
    #expect(failure == nil)
    #expect(findings.isEmpty)
    #expect(summary.unmatched == 0)
    #expect(summary.checked + summary.successes == exchanges.split(separator: "\n").count)
    #expect(summary.checked >= 3)
  }
}
