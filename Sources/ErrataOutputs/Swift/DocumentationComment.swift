import ErrataCatalog

/// A documentation comment: paragraphs with empty lines between them, each wrapped to lines of 100 characters.
struct DocumentationComment {
  /// Without a last line break. Text cannot leave the comment: there is no line in it without `///`.
  private(set) var text = ""
  private let indent: String

  /// - Parameter indent: how many spaces stand before each line.
  init(indent: Int) {
    self.indent = String(repeating: " ", count: indent)
  }

  mutating func add(_ paragraphs: [String]) {
    for paragraph in paragraphs {
      let lines = wrapped(replacingHidden(paragraph), width: 96 - indent.utf8.count)
      if lines.isEmpty { continue }
      if !text.isEmpty { text += "\n" + indent + "///\n" }
      for (index, line) in lines.enumerated() {
        if index > 0 { text += "\n" }
        text += indent
        text += "/// "
        text += line
      }
    }
  }
}

/// Status, category, recovery and history of `error`, a paragraph each where there is one.
func documentationFacts(of error: ErrorEntry, in catalog: Catalog) -> [String] {
  var facts: [String] = []
  if !error.statuses.isEmpty { facts.append("HTTP " + error.statuses.map(String.init).joined(separator: ", ")) }
  if let category = catalog.category(of: error) { facts.append(category.title) }
  if let recovery = catalog.recovery(for: error) { facts.append(recovery.phrase) }
  var paragraphs = facts.isEmpty ? [] : [facts.joined(separator: " · ")]
  if !error.endpoints.isEmpty {
    paragraphs.append("Only at " + error.endpoints.map(\.description).joined(separator: ", ") + ".")
  }
  if let since = error.since { paragraphs.append("Since version \(since).") }
  if let deprecated = error.deprecated { paragraphs.append(deprecated.sentence) }
  return paragraphs
}
