import ErrataCatalog
import ErrataDiagnostics
import ErrataText

/// All differences between two catalogues, in the order of the new one. A removal comes where the removed part was.
///
/// The order of keys, codes and other parts doesn't matter, and neither do comments and formatting.
/// - Parameters:
///   - old: a valid catalogue.
///   - new: a valid catalogue.
package func changes(from old: Catalog, to new: Catalog) -> [Change] {
  var comparison = Comparison(from: old, to: new)
  comparison.compareCatalogues()
  comparison.compareCategories()
  comparison.compareSurfaces()
  return comparison.changes
}

/// The comparison of two catalogues, and the changes that it has found so far.
struct Comparison {
  let old: Catalog
  let new: Catalog
  let categories: [Pair<Category>]
  let surfaces: [Pair<Surface>]
  /// The new keys of the categories that were renamed.
  let renamedCategories: Renames
  /// The errors of each pair of surfaces.
  let errorPairs: [[Pair<ErrorEntry>]]
  private(set) var changes: [Change] = []

  init(from old: Catalog, to new: Catalog) {
    let renamedCategories = renames(ofCategories: old.categories, to: new.categories)
    self.old = old
    self.new = new
    self.renamedCategories = renamedCategories
    categories = pairs(old.categories, new.categories, by: \.key, renames: renamedCategories)
    let surfaces = pairs(
      old.surfaces, new.surfaces, by: \.key, renames: renames(ofSurfaces: old.surfaces, to: new.surfaces))
    self.surfaces = surfaces
    errorPairs = surfaces.map { pair in
      guard let oldSurface = pair.old, let newSurface = pair.new else { return [] }
      return pairs(
        oldSurface.errors, newSurface.errors, by: \.code,
        renames: renamedCodes(of: oldSurface, in: old, to: newSurface, in: new))
    }
  }

  /// Adds a change.
  /// - Parameters:
  ///   - fingerprint: its name.
  ///   - message: what changed, in one clause.
  ///   - now: where it is in the new catalogue; nil for what is gone.
  ///   - before: where it is in the old catalogue; nil for what is new.
  mutating func add(
    _ kind: ChangeKind, _ fingerprint: Fingerprint, _ message: String, now: SourceLocation?,
    before: SourceLocation?, hint: String? = nil
  ) {
    changes.append(
      Change(
        kind: kind, fingerprint: fingerprint.description, message: message, location: now ?? before,
        isInOld: now == nil,
        related: now == nil ? [] : before.map { [.init("in the old catalogue", at: $0)] } ?? [], hint: hint,
        surface: fingerprint.surface, code: fingerprint.code))
  }

  /// Adds a change of something that is in both catalogues.
  mutating func add(
    _ kind: ChangeKind, _ fingerprint: Fingerprint, _ message: String, _ places: Places, hint: String? = nil
  ) {
    add(kind, fingerprint, message, now: places.now, before: places.before, hint: hint)
  }
}

/// Where something that both catalogues have is in them.
struct Places {
  let now: SourceLocation
  /// nil if the value is new.
  let before: SourceLocation?
}

/// Whether two texts differ in a Unicode scalar, or one of them is missing.
func differ(_ old: String?, _ new: String?) -> Bool {
  old.map(ExactText.init) != new.map(ExactText.init)
}

/// Whether two prose texts differ in more than their line breaks.
func differAsProse(_ old: String?, _ new: String?) -> Bool {
  differ(old, new) && Prose(old ?? "") != Prose(new ?? "")
}
