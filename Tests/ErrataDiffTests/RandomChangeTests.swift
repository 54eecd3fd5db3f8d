import ErrataCatalog
import ErrataDiff
import TestSupport
import Testing

/// Compares random catalogues, whose parts and keys are in another order each time.
struct RandomChangeTests {
  @Test(arguments: UInt64(0)..<40)
  func aCatalogueEqualsItself(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let catalogue = RandomCatalogue(using: &generator)
    let (old, new) = (try catalogue.read(using: &generator), try catalogue.read(using: &generator))
    #expect(changes(from: old, to: new).map(\.report) == [])
  }

  @Test(arguments: UInt64(0)..<20)
  func eachChangeIsTheOnlyOne(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let catalogue = RandomCatalogue(using: &generator)
    let old = try catalogue.read(using: &generator)
    for change in RandomChange.all {
      var changed = catalogue
      guard let fingerprint = change.apply(&changed, &generator) else { continue }
      let changes = changes(from: old, to: try changed.read(using: &generator))
      #expect(changes.map(\.kind) == [change.kind])
      #expect(changes.map(\.fingerprint) == [fingerprint])
    }
  }

  @Test(arguments: UInt64(0)..<40)
  func fingerprintsDoNotDependOnTheOrder(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let (one, other) = (RandomCatalogue(using: &generator), RandomCatalogue(using: &generator))
    func fingerprints() throws -> [String] {
      changes(from: try one.read(using: &generator), to: try other.read(using: &generator)).map(\.fingerprint)
    }
    let first = try fingerprints()
    #expect(Set(first).count == first.count)
    #expect(try fingerprints().sorted() == first.sorted())
  }
}
