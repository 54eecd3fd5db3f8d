import ErrataCatalog

/// Which columns a table of codes has: only those in which something stands.
struct MarkdownColumns: Sendable {
  let hasStatus: Bool
  let hasCategory: Bool
  let hasRecovery: Bool

  init(_ errors: some Sequence<ErrorEntry>, of catalog: Catalog) {
    hasStatus = errors.contains { !$0.statuses.isEmpty }
    hasCategory = errors.contains { $0.category != nil }
    hasRecovery = errors.contains { catalog.recovery(for: $0) != nil }
  }

  /// The cells of one code, each with its bar: ` 400 | Request Validation | correct the request |`.
  func cells(_ error: ErrorEntry, of catalog: Catalog) -> String {
    var cells = ""
    if hasStatus { cells += cell(error.statuses.map(String.init).joined(separator: ", ")) }
    if hasCategory { cells += cell(markdownEscaped(catalog.category(of: error)?.title ?? "")) }
    if hasRecovery { cells += cell(catalog.recovery(for: error)?.phrase ?? "") }
    return cells
  }

  private func cell(_ text: String) -> String {
    text.isEmpty ? " |" : " \(text) |"
  }
}
