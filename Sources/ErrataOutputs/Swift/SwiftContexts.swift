import ErrataCatalog

/// The file with the catalogue's namespace.
struct SwiftNamespaceContext: TemplateContext {
  let generatedBy: String
  let access: String
  let name: String
  let title: String
  let categories: [SwiftCategoryContext]

  init(_ catalog: Catalog, access: SwiftOutput.Access) {
    generatedBy = GeneratedMark.text(for: catalog)
    self.access = access.modifier
    name = catalog.name
    title = singleLine(catalog.title)
    categories = catalog.categories.map(SwiftCategoryContext.init)
  }

  static let fields = TemplateFields<Self>(
    .text("generatedBy", \.generatedBy),
    .text("access", \.access),
    .text("name", \.name),
    .text("title", \.title),
    .flag("hasCategories") { !$0.categories.isEmpty },
    .list("categories", \.categories))
}

struct SwiftCategoryContext: TemplateContext {
  let identifier: SwiftIdentifier
  let category: ErrataCatalog.Category

  init(_ category: ErrataCatalog.Category) {
    self.category = category
    identifier = SwiftIdentifier(category)
  }

  static let fields = TemplateFields<Self>(
    .lines("documentation") { documentationLines([$0.category.title], $0.category.guidance, indent: 4) },
    .text("identifier", \.identifier.declared),
    .text("member", \.identifier.member),
    .text("key", \.category.key),
    .text("title", \.category.title),
    .text("guidance", \.category.guidance),
    .text("recovery") { $0.category.recovery.map { "." + SwiftIdentifier($0).member } ?? "nil" })
}

/// The file with the codes of one surface.
struct SwiftErrorCodeContext: TemplateContext {
  let generatedBy: String
  let access: String
  let type: String
  let namespace: String
  let documentation: [String]
  let hasCategories: Bool
  let documentationBase: SwiftDocumentationBase?
  let codes: [SwiftCodeContext]
  let switches: [SwiftSwitchContext]
  let pieces: [SwiftPieceContext]

  /// The compiler's time for a switch or an array literal grows with its square, so long ones come in pieces.
  private static let casesInSwitch = 250
  private static let entriesInArray = 100

  init(_ surface: Surface, of catalog: Catalog, access: SwiftOutput.Access) {
    generatedBy = GeneratedMark.text(for: catalog)
    self.access = access.modifier
    type = surface.typePrefix + "ErrorCode"
    namespace = catalog.name
    documentation = documentationLines(
      ["The error codes of \(singleLine(surface.title)) (\(surface.endpoints.map(\.description).joined(separator: ", ")))."],
      nil, indent: 0)
    hasCategories = !catalog.categories.isEmpty
    documentationBase = catalog.documentation.map {
      SwiftDocumentationBase(url: $0, anchorPrefix: surface.anchor(for: ""))
    }
    codes = surface.errors.map { SwiftCodeContext($0, of: catalog) }
    switches = SwiftSwitchContext.pieces(codes, of: Self.casesInSwitch)
    pieces = SwiftPieceContext.pieces(codes, of: Self.entriesInArray)
  }

  static let fields = TemplateFields<Self>(
    .text("generatedBy", \.generatedBy),
    .text("access", \.access),
    .text("type", \.type),
    .text("namespace", \.namespace),
    .lines("documentation", \.documentation),
    .flag("hasCategories", \.hasCategories),
    .section("documentationBase", \.documentationBase),
    .list("codes", \.codes),
    .list("switches", \.switches),
    .flag("hasPieces") { $0.pieces.count > 1 },
    .list("pieces", \.pieces))
}

struct SwiftDocumentationBase: TemplateContext {
  let url: String
  let anchorPrefix: String

  static let fields = TemplateFields<Self>(.text("url", \.url), .text("anchorPrefix", \.anchorPrefix))
}

struct SwiftCodeContext: TemplateContext {
  let identifier: SwiftIdentifier
  let error: ErrorEntry
  let documentation: [String]
  let arguments: String

  init(_ error: ErrorEntry, of catalog: Catalog) {
    self.error = error
    identifier = SwiftIdentifier(error)
    let category = catalog.category(of: error)
    documentation = documentationLines(
      Prose.paragraphs(of: error.description) + facts(error, category, catalog.recovery(for: error)),
      catalog.guidance(for: error), indent: 2)

    var arguments = ""
    if let status = error.statuses.first { arguments += ", status: \(status)" }
    if let category { arguments += ", category: .\(SwiftIdentifier(category).member)" }
    if let recovery = error.recovery { arguments += ", recovery: .\(SwiftIdentifier(recovery).member)" }
    self.arguments = arguments
  }

  static let fields = TemplateFields<Self>(
    .lines("documentation", \.documentation),
    .text("identifier", \.identifier.declared),
    .text("member", \.identifier.member),
    .text("code", \.error.code),
    .text("arguments", \.arguments),
    .text("summary", \.error.description),
    .text("guidance", \.error.guidance))
}

/// One of the switches that together give every case its code; each but the last hands on to the next.
struct SwiftSwitchContext: TemplateContext {
  let index: Int
  let count: Int
  let codes: [SwiftCodeContext]

  static func pieces(_ codes: [SwiftCodeContext], of size: Int) -> [Self] {
    let pieces = chunks(codes, of: size)
    return pieces.enumerated().map { Self(index: $0, count: pieces.count, codes: $1) }
  }

  static let fields = TemplateFields<Self>(
    .flag("isFirst") { $0.index == 0 },
    .flag("isLastOfSeveral") { $0.count > 1 && $0.index == $0.count - 1 },
    .text("property") { "rawValue\($0.index + 1)" },
    .text("next") { $0.index + 1 < $0.count ? "rawValue\($0.index + 2)" : nil },
    .list("codes", \.codes))
}

/// One of the arrays that together are the table of codes.
struct SwiftPieceContext: TemplateContext {
  let property: String
  let isContinued: Bool
  let codes: [SwiftCodeContext]

  static func pieces(_ codes: [SwiftCodeContext], of size: Int) -> [Self] {
    let pieces = chunks(codes, of: size)
    return pieces.enumerated().map {
      Self(property: pieces.count == 1 ? "entries" : "entries\($0 + 1)", isContinued: pieces.count > 1, codes: $1)
    }
  }

  static let fields = TemplateFields<Self>(
    .text("property", \.property),
    .flag("isContinued", \.isContinued),
    .list("codes", \.codes))
}

/// `values` in runs of `size`; one empty run where there are none, since a table without rows is a table all the same.
private func chunks<Value>(_ values: [Value], of size: Int) -> [[Value]] {
  if values.isEmpty { return [[]] }
  return stride(from: 0, to: values.count, by: size).map { Array(values[$0..<min($0 + size, values.count)]) }
}

/// The lines of a documentation comment after `///`: paragraphs wrapped to a line of 100 characters, with empty lines between.
private func documentationLines(_ paragraphs: [String], _ guidance: String?, indent: Int) -> [String] {
  let all = paragraphs + (guidance.map(Prose.paragraphs) ?? [])
  return Array(
    all.map { wrapped($0, width: 96 - indent).map { " " + $0 } }
      .filter { !$0.isEmpty }
      .joined(separator: [""]))
}

/// Status, category, recovery and history, in one line each where there are any.
private func facts(_ error: ErrorEntry, _ category: ErrataCatalog.Category?, _ recovery: Recovery?) -> [String] {
  var facts: [String] = []
  if !error.statuses.isEmpty {
    facts.append("HTTP " + error.statuses.map(String.init).joined(separator: ", "))
  }
  if let category { facts.append(singleLine(category.title)) }
  if let recovery { facts.append(recovery.phrase) }
  var paragraphs = facts.isEmpty ? [] : [facts.joined(separator: " · ")]
  if !error.endpoints.isEmpty {
    paragraphs.append("Only at " + error.endpoints.map(\.description).joined(separator: ", ") + ".")
  }
  if let since = error.since { paragraphs.append("Since version \(since).") }
  if let deprecated = error.deprecated { paragraphs.append(deprecated.sentence) }
  return paragraphs
}
