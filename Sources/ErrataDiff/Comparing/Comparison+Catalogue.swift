import ErrataCatalog

extension Comparison {
  /// Compares the top-level keys, apart from categories and surfaces.
  mutating func compareCatalogues() {
    compare(
      "name", old.name, new.name, .catalogueRenamed,
      "the name of the catalogue changed from `\(old.name)` to `\(new.name)`")
    compare("title", old.title, new.title, .titleChanged, "the title of the catalogue changed")
    compare(
      "base", old.base, new.base, .baseChanged,
      "the base of the API changed from \(quoted(old.base)) to \(quoted(new.base))")
    if differAsProse(old.description, new.description) {
      compare(
        "description", old.description, new.description, .descriptionChanged, "the description of the catalogue changed"
      )
    }
    compare(
      "documentation", old.documentation, new.documentation, .documentationLinkChanged,
      "the address of the documentation changed from \(quoted(old.documentation)) to \(quoted(new.documentation))")
    if differAsProse(old.support, new.support) {
      compare("support", old.support, new.support, .supportChanged, "the `support` of the catalogue changed")
    }
  }

  private mutating func compare(
    _ key: String, _ oldText: String?, _ newText: String?, _ kind: ChangeKind, _ message: String
  ) {
    guard differ(oldText, newText) else { return }
    add(
      kind, .catalogue("\(key)-changed"), message, now: new.location(key), before: old.location(key))
  }
}

/// `text` in backticks; "none" without one.
func quoted(_ text: String?) -> String {
  text.map { "`\($0)`" } ?? "none"
}
