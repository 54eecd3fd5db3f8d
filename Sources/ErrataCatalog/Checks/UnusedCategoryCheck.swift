import ErrataDiagnostics
import ErrataText
import ErrataYAML

/// A category should have codes: `unused-category`.
enum UnusedCategoryCheck: CatalogCheck {
  static let rules: [Rule] = [.unusedCategory]

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    if catalog.categories.isEmpty { return [] }
    let used = Set(catalog.surfaces.lazy.flatMap(\.errors).compactMap(\.category).map(ExactText.init))
    // A code whose category is misspelled has been reported; it may be one of an unused category.
    if used.contains(where: { catalog.category($0.description) == nil }) { return [] }
    return catalog.categories.filter { !used.contains(ExactText($0.key)) }.map { category in
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
