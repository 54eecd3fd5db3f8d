import ErrataCatalog
import ErrataText

/// One code of a surface: its row in the table and its section.
struct MarkdownError: TemplateContext {
  let anchor: CodeAnchor
  let code: String
  let description: String?
  let cells: String
  let facts: String?
  let guidance: String?
  let example: String

  static let fields = TemplateFields<Self>(
    .text("anchor", \.anchor.id),
    .text("link", \.anchor.link),
    .text("code", \.code),
    .text("description", \.description),
    .text("cells", \.cells),
    .text("facts", \.facts),
    .text("guidance", \.guidance),
    .text("example", \.example))
}

/// The codes of a surface, in its order.
func markdownErrors(of surface: Surface, in catalog: Catalog, _ columns: MarkdownColumns) -> [MarkdownError] {
  // Thousands of codes share a few categories.
  let guidance = Dictionary(
    catalog.categories(of: surface.errors).map { ($0.key, $0.guidance.flatMap(proseMarkdown)) },
    uniquingKeysWith: { first, _ in first })
  return surface.errors.map { error in
    MarkdownError(
      anchor: CodeAnchor(error.code, on: surface),
      code: error.code,
      description: singleLine(error.description).isEmpty ? nil : error.description,
      cells: columns.cells(error),
      facts: facts(of: error, on: surface, in: catalog),
      guidance: error.guidance.flatMap(proseMarkdown) ?? error.category.flatMap { guidance[$0] ?? nil },
      example: example(of: error, on: surface))
  }
}

/// A list of what is known of `error` beside its description.
private func facts(of error: ErrorEntry, on surface: Surface, in catalog: Catalog) -> String? {
  var lines: [String] = []
  if !error.statuses.isEmpty {
    lines.append("- Status: " + error.statuses.map(statusLine).joined(separator: ", "))
  }
  let category = catalog.category(of: error)
  if let category { lines.append("- Category: " + markdownEscaped(category.title)) }
  if let recovery = error.recovery ?? category?.recovery { lines.append("- Recovery: " + recovery.phrase) }
  if !error.endpoints.isEmpty {
    lines.append("- Only at: " + error.endpoints.map { markdownCode($0.description) }.joined(separator: ", "))
  }
  if let since = error.since { lines.append("- Since: version \(since)") }
  if let deprecated = error.deprecated {
    let instead = deprecated.replacement.map { "; use \(markdownLink(to: $0, on: surface)) instead" } ?? ""
    let note = deprecated.note.map { ". " + markdownEscaped($0) } ?? ""
    lines.append("- Deprecated: since version \(deprecated.since)\(instead)\(note)")
  }
  return lines.isEmpty ? nil : lines.joined(separator: "\n")
}

private func example(of error: ErrorEntry, on surface: Surface) -> String {
  let response = ExampleResponse(of: error, on: surface)
  return switch response.carrier {
  case .json: fenced(withoutTemplateTags(response.text), language: "json")
  case .query: fenced(response.text, language: "text")
  }
}

func markdownLink(to code: String, on surface: Surface) -> String {
  "[`\(code)`](#\(CodeAnchor(code, on: surface).link))"
}

/// A fenced code block (GFM 4.5) whose fence is longer than any run of backticks inside.
private func fenced(_ text: String, language: String) -> String {
  var longest = 2
  var run = 0
  for byte in text.utf8 {
    run = byte == UInt8(ascii: "`") ? run + 1 : 0
    longest = max(longest, run)
  }
  let fence = String(repeating: "`", count: longest + 1)
  return "\(fence)\(language)\n\(text)\n\(fence)"
}
