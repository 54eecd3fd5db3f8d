import ErrataCatalog

/// Which columns a table of codes has: only those in which something stands.
struct MarkdownColumns: Sendable {
  let hasStatus: Bool
  let hasCategory: Bool
  let hasRecovery: Bool
  /// Thousands of codes share a few categories.
  private let categories: [String: (title: String, recovery: Recovery?)]

  init(_ errors: some Sequence<ErrorEntry>, of catalog: Catalog) {
    hasStatus = errors.contains { !$0.statuses.isEmpty }
    hasCategory = errors.contains { $0.category != nil }
    hasRecovery = errors.contains { catalog.recovery(for: $0) != nil }
    categories = Dictionary(
      catalog.categories(of: errors).map { ($0.key, (markdownEscaped($0.title), $0.recovery)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The cells of one code, each with its bar: ` 400 | Request Validation | correct the request |`.
  func cells(_ error: ErrorEntry) -> String {
    let category = error.category.flatMap { categories[$0] }
    var cells = ""
    if hasStatus { add(error.statusText, to: &cells) }
    if hasCategory { add(category?.title ?? "", to: &cells) }
    if hasRecovery { add((error.recovery ?? category?.recovery)?.phrase ?? "", to: &cells) }
    return cells
  }

  private func add(_ text: String, to cells: inout String) {
    cells += text.isEmpty ? " |" : " "
    if !text.isEmpty {
      cells += text
      cells += " |"
    }
  }
}
