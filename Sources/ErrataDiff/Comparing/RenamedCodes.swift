import ErrataCatalog
import ErrataText

/// The codes of a surface that were renamed: of those that are gone without being retired, and those that are new, the ones that
/// alone have the same words, or else the same meaning.
func renamedCodes(of old: Surface, in oldCatalog: Catalog, to new: Surface, in newCatalog: Catalog) -> Renames {
  let gone = codes(of: old, notIn: new)
  let added = codes(of: new, notIn: old)
  if gone.isEmpty || added.isEmpty { return [:] }
  let respelled = renames(from: gone, to: added, key: \.code) { error -> ExactText? in
    let words = words(of: error.code).map { $0.lowercased() }
    return words.isEmpty ? nil : ExactText(words.joined())
  }
  let targets = Set(respelled.values)
  let reworded = renames(
    from: gone.filter { respelled[ExactText($0.code)] == nil }.map { ($0, oldCatalog) },
    to: added.filter { !targets.contains(ExactText($0.code)) }.map { ($0, newCatalog) }, key: \.0.code
  ) { error, catalog in Meaning(error, in: catalog) }
  return respelled.merging(reworded) { first, _ in first }
}

/// The errors of a surface that `other` has neither as errors nor as retired codes.
private func codes(of surface: Surface, notIn other: Surface) -> [ErrorEntry] {
  let known = Set(other.errors.map { ExactText($0.code) } + other.retired.map { ExactText($0.code) })
  return surface.errors.filter { !known.contains(ExactText($0.code)) }
}

/// What an error means, apart from its code.
private struct Meaning: Hashable {
  private let statuses: [Int]
  private let category: ExactText?
  private let recovery: Recovery?
  private let description: ExactText

  init(_ error: ErrorEntry, in catalog: Catalog) {
    statuses = error.statuses
    category = error.category.map(ExactText.init)
    recovery = catalog.recovery(for: error)
    description = ExactText(error.description)
  }
}
