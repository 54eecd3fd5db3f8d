import ErrataCatalog

/// The page of one surface: how its errors come, a table of its codes, and a section for each.
struct MarkdownSurfaceContext: TemplateContext {
  let generatedBy: String
  let catalog: Catalog
  let surface: Surface
  let columns: MarkdownColumns
  let errors: [MarkdownError]

  init(_ surface: Surface, of catalog: Catalog) {
    generatedBy = GeneratedMark.text(for: catalog)
    self.catalog = catalog
    self.surface = surface
    let columns = MarkdownColumns(surface.errors, of: catalog)
    self.columns = columns
    errors = surface.errors.map { MarkdownError($0, on: surface, of: catalog, columns) }
  }

  static let fields = TemplateFields<Self>(
    .text("generatedBy", \.generatedBy),
    .text("title", \.surface.title),
    .text("catalogTitle", \.catalog.title),
    .text("version", \.catalog.version.description),
    .text("endpoints") { markdownEndpoints($0.surface) },
    .text("carrier") { $0.surface.response.carrier.sentence },
    .list("fields") { $0.surface.response.fields.map(MarkdownField.init) },
    .flag("hasStatus", \.columns.hasStatus),
    .flag("hasCategory", \.columns.hasCategory),
    .flag("hasRecovery", \.columns.hasRecovery),
    .list("errors", \.errors),
    .flag("hasRetired") { !$0.surface.retired.isEmpty },
    .list("retired") { page in page.surface.retired.map { MarkdownRetiredCode(retired: $0, surface: page.surface) } })
}

extension ResponseFormat.Carrier {
  fileprivate var sentence: String {
    switch self {
    case .json: "As a JSON object in the body of the response."
    case .query: "As query parameters of the redirect back to the client."
    }
  }
}

struct MarkdownField: TemplateContext {
  let field: ResponseField

  static let fields = TemplateFields<Self>(
    .text("name") { markdownCode($0.field.name) },
    .text("meaning", \.field.meaning),
    .text("presence") { $0.field.isRequired ? "yes" : "no" })
}

/// The section of one code.
struct MarkdownError: TemplateContext {
  let error: ErrorEntry
  let anchor: MarkdownAnchor
  let cells: String
  let facts: [MarkdownFact]
  let guidance: [String]
  let example: String

  init(_ error: ErrorEntry, on surface: Surface, of catalog: Catalog, _ columns: MarkdownColumns) {
    self.error = error
    anchor = MarkdownAnchor(error.code, on: surface)
    cells = columns.cells(error, of: catalog)
    facts = MarkdownFact.facts(error, on: surface, of: catalog)
    guidance = catalog.guidance(for: error).map { Prose($0).markdown } ?? []
    let response = ExampleResponse(of: error, on: surface)
    example =
      switch response.carrier {
      case .json: fenced(response.json.text, language: "json")
      case .query: fenced("?" + response.query, language: "text")
      }
  }

  static let fields = TemplateFields<Self>(
    .text("anchor", \.anchor.id),
    .text("link", \.anchor.link),
    .text("code", \.error.code),
    .text("description", \.error.description),
    .text("cells", \.cells),
    .flag("hasFacts") { !$0.facts.isEmpty },
    .list("facts", \.facts),
    .lines("guidance", \.guidance),
    .text("example", \.example))
}

/// One line of a list: a label, and its value as Markdown.
struct MarkdownFact: TemplateContext {
  let label: String
  let value: String

  static func facts(_ error: ErrorEntry, on surface: Surface, of catalog: Catalog) -> [Self] {
    var facts: [Self] = []
    if !error.statuses.isEmpty {
      let statuses = error.statuses.map { status in reasonPhrase(for: status).map { "\(status) \($0)" } ?? "\(status)" }
      facts.append(Self(label: "Status", value: statuses.joined(separator: ", ")))
    }
    if let category = catalog.category(of: error) {
      facts.append(Self(label: "Category", value: markdownEscaped(category.title)))
    }
    if let recovery = catalog.recovery(for: error) { facts.append(Self(label: "Recovery", value: recovery.phrase)) }
    if !error.endpoints.isEmpty {
      facts.append(
        Self(label: "Only at", value: error.endpoints.map { markdownCode($0.description) }.joined(separator: ", ")))
    }
    if let since = error.since { facts.append(Self(label: "Since", value: "version \(since)")) }
    if let deprecated = error.deprecated {
      facts.append(Self(label: "Deprecated", value: "since version \(deprecated.since)" + details(deprecated, on: surface)))
    }
    return facts
  }

  private static func details(_ deprecated: Deprecation, on surface: Surface) -> String {
    let instead = deprecated.replacement.map { "; use \(markdownLink(to: $0, on: surface)) instead" } ?? ""
    return instead + (deprecated.note.map { ". " + markdownEscaped($0) } ?? "")
  }

  static let fields = TemplateFields<Self>(.text("label", \.label), .text("value", \.value))
}

struct MarkdownRetiredCode: TemplateContext {
  let retired: RetiredCode
  let surface: Surface

  static let fields = TemplateFields<Self>(
    .text("anchor") { $0.surface.anchor(for: $0.retired.code) },
    .text("code", \.retired.code),
    .text("since", \.retired.since.description),
    .text("replacement") { context in
      context.retired.replacement.map { markdownLink(to: $0, on: context.surface) } ?? ""
    },
    .text("note") { $0.retired.note ?? "" })
}

private func markdownLink(to code: String, on surface: Surface) -> String {
  "[`\(code)`](#\(MarkdownAnchor(code, on: surface).link))"
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
