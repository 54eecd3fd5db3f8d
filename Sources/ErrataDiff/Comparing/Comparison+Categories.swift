import ErrataCatalog
import ErrataText

extension Comparison {
  /// Compares the categories. A recovery is reported here for all codes that inherit it.
  mutating func compareCategories() {
    let inheriting = codesThatInherit()
    for pair in categories {
      switch (pair.old, pair.new) {
      case (let old?, let new?): compare(old, new, inheritedBy: inheriting[ExactText(new.key)] ?? [])
      case (let old?, nil):
        add(
          .categoryRemoved, .category(old.key, "removed"), "the category `\(old.key)` was removed", now: nil,
          before: self.old.location(of: old))
      case (nil, let new?):
        add(
          .categoryAdded, .category(new.key, "added"), "the category `\(new.key)` is new",
          now: self.new.location(of: new), before: nil)
      case (nil, nil): break
      }
    }
  }

  private mutating func compare(_ old: Category, _ new: Category, inheritedBy codes: [String]) {
    let (oldCatalog, newCatalog) = (self.old, self.new)
    func places(_ key: String) -> Places {
      Places(
        now: newCatalog.location(of: key, in: new) ?? newCatalog.location(of: new),
        before: oldCatalog.location(of: key, in: old))
    }
    if differ(old.key, new.key) {
      add(
        .categoryRenamed, .category(old.key, "renamed"), "the category `\(old.key)` was renamed to `\(new.key)`",
        now: newCatalog.location(of: new), before: oldCatalog.location(of: old))
    }
    if differ(old.title, new.title) {
      add(
        .titleChanged, .category(new.key, "title-changed"), "the title of the category `\(new.key)` changed",
        places("title"))
    }
    if let change = RecoveryChange(from: old.recovery, to: new.recovery) {
      // Without a code that inherits it, no program acts on it.
      let kind = codes.isEmpty ? .recoveryChanged : change.kind
      let effect = codes.isEmpty ? "no code inherits it" : "it applies to \(named(codes))"
      add(
        kind, .category(new.key, kind.rawValue),
        change.message("the category `\(new.key)`") + "; " + effect, places("recovery"))
    }
    if differAsProse(old.guidance, new.guidance) {
      add(
        .guidanceChanged, .category(new.key, "guidance-changed"), "the guidance of the category `\(new.key)` changed",
        places("guidance"))
    }
  }

  /// The codes that get their recovery from the same category in both catalogues, by the category's new key.
  private func codesThatInherit() -> [ExactText: [String]] {
    var codes: [ExactText: [String]] = [:]
    for pair in errorPairs.joined() {
      guard let old = pair.old, let new = pair.new, inheritsRecovery(old, new), let category = new.category else {
        continue
      }
      codes[ExactText(category), default: []].append(new.code)
    }
    return codes
  }

  /// Whether an error gets its recovery from the same category in both catalogues.
  func inheritsRecovery(_ old: ErrorEntry, _ new: ErrorEntry) -> Bool {
    old.recovery == nil && new.recovery == nil && !isMoved(old, new)
  }

  /// Whether an error is in another category than before, apart from a new key.
  func isMoved(_ old: ErrorEntry, _ new: ErrorEntry) -> Bool {
    let category = old.category.map(ExactText.init)
    return category.map { renamedCategories[$0] ?? $0 } != new.category.map(ExactText.init)
  }
}

/// The categories that were renamed: those with the same texts and recovery.
func renames(ofCategories old: [Category], to new: [Category]) -> Renames {
  let (oldKeys, newKeys) = (Set(old.map { ExactText($0.key) }), Set(new.map { ExactText($0.key) }))
  return renames(
    from: old.filter { !newKeys.contains(ExactText($0.key)) }, to: new.filter { !oldKeys.contains(ExactText($0.key)) },
    key: \.key
  ) { category in
    [category.title, category.recovery?.rawValue, category.guidance].map { $0.map(ExactText.init) }
  }
}

/// The first names of a list, and how many more there are.
func named(_ names: [String]) -> String {
  let limit = 3
  if names.count <= limit + 1 { return listed(names) }
  return enumerated(names.prefix(limit).map { "`\($0)`" } + ["\(grouped(names.count - limit)) more"])
}
