import ErrataDiagnostics
import ErrataText
import ErrataYAML

/// A category should have codes: `unused-category`.
enum UnusedCategoryCheck: CatalogCheck {
  static let rules: [Rule] = [.unusedCategory]
  static let needsEverything = true

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    let errors = catalog.surfaces.flatMap(\.errors)
    let used = Set(errors.compactMap(\.category).map(ExactText.init))
    let unused = catalog.categories.filter { !used.contains(ExactText($0.key)) }
    // A code whose category is misspelled has been reported. It may be one of an unused category.
    if unused.isEmpty || errors.contains(where: { $0.category != nil && catalog.category(of: $0) == nil }) { return [] }
    return unused.map { category in
      Diagnostic(
        .unusedCategory, "no code has the category `\(category.key)`",
        at: catalog.sources.location(category.origin.range),
        hint: "remove it, or add `category: \(category.key)` to its codes")
    }
  }
}

extension Rule {
  /// `unused-category`.
  public static let unusedCategory = Rule(
    "unused-category", .warning, "No code has the category.",
    explanation: "A category under `categories` is not the `category` of any code.",
    reason: "Readers would look for its codes in vain. Often a code was moved or the category was not assigned yet.",
    example: .yaml("stock: {title: Stock}\npayment: {title: Payment}", insteadOf: "stock:"),
    remedy: "Remove the category, or assign it to its codes.")
}
