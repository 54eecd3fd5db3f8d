import ErrataCatalog

extension Comparison {
  /// Compares the top-level keys, apart from categories and surfaces.
  mutating func compareCatalogues() {
    if differ(old.name, new.name) {
      addChange(.catalogueRenamed, of: "name", "the name of the catalogue changed from `\(old.name)` to `\(new.name)`")
    }
    if differ(old.title, new.title) { addChange(.titleChanged, of: "title", "the title of the catalogue changed") }
    if differ(old.base, new.base) {
      addChange(.baseChanged, of: "base", "the base of the API changed from \(quoted(old.base)) to \(quoted(new.base))")
    }
    if differAsProse(old.description, new.description) {
      addChange(.descriptionChanged, of: "description", "the description of the catalogue changed")
    }
    if differ(old.documentation, new.documentation) {
      addChange(
        .documentationLinkChanged, of: "documentation",
        "the address of the documentation changed from \(quoted(old.documentation)) to \(quoted(new.documentation))")
    }
    if differAsProse(old.support, new.support) {
      addChange(.supportChanged, of: "support", "whom to contact changed")
    }
  }

  private mutating func addChange(_ kind: ChangeKind, of key: String, _ message: String) {
    add(kind, .catalogue("\(key)-changed"), message, now: new.location(key), before: old.location(key))
  }
}

/// `text` in backticks; "none" without one.
func quoted(_ text: String?) -> String {
  text.map { "`\($0)`" } ?? "none"
}
