import ErrataCatalog
import ErrataText

/// One code of a surface: the line to find it by, and all that is known of it.
struct HTMLEntry: TemplateContext {
  let anchor: CodeAnchor
  let code: String
  let surface: String
  let statuses: [Int]
  let category: ErrataCatalog.Category?
  let recovery: Recovery?
  let description: String?
  let isDeprecated: Bool
  let facts: String?
  let guidance: String?
  let exampleTitle: String
  let example: String

  static let fields = TemplateFields<Self>(
    .text("anchor", \.anchor.id),
    .text("link", \.anchor.link),
    .text("code", \.code),
    .text("surface", \.surface),
    .text("status") { $0.statuses.isEmpty ? nil : $0.statuses.map(String.init).joined(separator: " ") },
    .text("badges") { $0.statuses.isEmpty ? nil : $0.statuses.map(badge).joined() },
    .text("category") { $0.category?.key },
    .text("recovery") { $0.recovery?.rawValue },
    .text("recoveryPhrase") { $0.recovery?.phrase },
    .text("description", \.description),
    .flag("isDeprecated", \.isDeprecated),
    .text("facts", \.facts),
    .text("guidance", \.guidance),
    .text("exampleTitle", \.exampleTitle),
    .text("example", \.example))
}

/// The codes of a surface, in its order.
func htmlEntries(of surface: Surface, in catalog: Catalog) -> [HTMLEntry] {
  // Thousands of codes share a few categories.
  let guidance = Dictionary(
    catalog.categories(of: surface.errors).map { ($0.key, $0.guidance.flatMap(proseHTML)) },
    uniquingKeysWith: { first, _ in first })
  return surface.errors.map { error in
    let description = singleLine(error.description)
    let category = catalog.category(of: error)
    let response = ExampleResponse(of: error, on: surface)
    return HTMLEntry(
      anchor: CodeAnchor(error.code, on: surface), code: error.code, surface: surface.key,
      statuses: error.statuses, category: category, recovery: error.recovery ?? category?.recovery,
      description: description.isEmpty ? nil : description, isDeprecated: error.deprecated != nil,
      facts: facts(of: error, in: category, on: surface),
      guidance: error.guidance.flatMap(proseHTML) ?? error.category.flatMap { guidance[$0] ?? nil },
      exampleTitle: response.title(error.statuses.first), example: htmlEscaped(response.lines))
  }
}

/// `<span class="badge client">400</span>`
private func badge(_ status: Int) -> String {
  let kind =
    switch status {
    case 400...499: " client"
    case 500...599: " server"
    default: ""
    }
  return "<span class=\"badge\(kind)\" title=\"HTTP \(statusLine(status))\">\(status)</span>"
}

/// What it belongs to, where it is limited to, and its history; nil where there is nothing to say.
private func facts(of error: ErrorEntry, in category: ErrataCatalog.Category?, on surface: Surface) -> String? {
  var facts: [(term: String, text: String)] = []
  if let category { facts.append(("Category", htmlEscaped(singleLine(category.title)))) }
  if !error.endpoints.isEmpty {
    facts.append(("Only at", error.endpoints.map { htmlCode($0.description) }.joined(separator: " ")))
  }
  if let since = error.since { facts.append(("Since", "version \(since)")) }
  if let deprecated = error.deprecated {
    let instead = deprecated.replacement.map { "; use \(htmlLink(to: $0, on: surface)) instead" } ?? ""
    let note = deprecated.note.map { ". " + htmlEscaped(singleLine($0)) } ?? ""
    facts.append(("Deprecated", "since version \(deprecated.since)\(instead)\(note)"))
  }
  return facts.isEmpty ? nil : facts.map { "<div><dt>\($0.term)</dt><dd>\($0.text)</dd></div>" }.joined(separator: "\n")
}

extension ExampleResponse {
  /// The parameters of a redirect, each on its line; the object in a body as it is.
  fileprivate var lines: String {
    carrier == .query ? text.split(separator: "&").joined(separator: "\n&") : text
  }

  /// What the example shows.
  fileprivate func title(_ status: Int?) -> String {
    switch carrier {
    case .json: status.map { "HTTP " + statusLine($0) } ?? "Response body"
    case .query: "Redirect back to the client"
    }
  }
}
