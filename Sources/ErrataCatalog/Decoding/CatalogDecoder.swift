import ErrataDiagnostics
import ErrataText
import ErrataYAML

/// Decodes a tree as a catalogue, and reports what doesn't conform to the format. Values that cannot be decoded are replaced by
/// defaults, so that the checks can run on the rest and one run reports all problems.
struct CatalogDecoder {
  var nodes: NodeDecoder

  init(_ sources: SourceSet) {
    nodes = NodeDecoder(sources)
  }

  /// Decodes the catalogue; nil if `root` isn't a mapping.
  mutating func catalog(_ root: Node) -> Catalog? {
    guard let catalog = nodes.mapping(root, of: CatalogKey.self) else { return nil }
    checkFormatVersion(catalog[.errata])
    let name = catalog[.name].flatMap { nodes.text($0, "`name`") }
    let title = catalog[.title].flatMap { nodes.text($0, "`title`") }
    let version = catalog[.version].flatMap { self.version($0, "`version`") }
    let base = catalog[.base].flatMap { nodes.text($0, "`base`") }
    let description = catalog[.description].flatMap { nodes.text($0, "`description`") }
    let documentation = catalog[.documentation].flatMap { nodes.text($0, "`documentation`") }
    let support = catalog[.support].flatMap { nodes.text($0, "`support`") }
    let categories = named(catalog[.categories], "`categories`") { $0.category($1) }
    let surfaces = named(catalog[.surfaces], "`surfaces`") { $0.surface($1) }
    return Catalog(
      name: name ?? "Unnamed", title: title ?? "", version: version ?? .placeholder, base: base,
      description: description, documentation: documentation, support: support, categories: categories,
      surfaces: surfaces,
      origin: Origin(root: root), sources: nodes.sources)
  }

  private mutating func checkFormatVersion(_ node: Node?) {
    guard let node, let text = nodes.text(node, "`errata`"),
      !text.isExactly("\(Catalog.formatVersion)")
    else { return }
    nodes.report(
      .invalidVersion, "unsupported version `\(text)` of the catalogue format",
      at: node.range,
      hint: "write `errata: \(Catalog.formatVersion)`, or install a version of errata that supports it")
  }

  private mutating func category(_ entry: Node.Entry) -> Category? {
    guard let category = nodes.mapping(entry.value, of: CategoryKey.self, name: entry.keyRange) else { return nil }
    return Category(
      key: entry.key,
      title: title(of: entry),
      recovery: recovery(category[.recovery]),
      guidance: category[.guidance].flatMap { nodes.text($0, "`guidance`") },
      origin: Origin(entry))
  }

  private mutating func surface(_ entry: Node.Entry) -> Surface? {
    guard let surface = nodes.mapping(entry.value, of: SurfaceKey.self, name: entry.keyRange) else { return nil }
    let title = title(of: entry)
    let type = surface[.type].flatMap { nodes.text($0, "`type`") } ?? typeName(for: entry.key) ?? entry.key
    let endpoints = surfaceEndpoints(surface[.endpoints])
    let response = surface.entry(.response).flatMap { self.response($0) }
    let statuses = named(surface[.statuses], "`statuses`") { $0.statusRecovery($1) }
    let errors = named(surface[.errors], "`errors`") { $0.error($1) }
    let retired = named(surface[.retired], "`retired`") { $0.retiredCode($1) }
    return Surface(
      key: entry.key, title: title, typePrefix: type, endpoints: endpoints,
      response: response ?? .placeholder(Origin(entry)), statuses: statuses, errors: errors, retired: retired,
      origin: Origin(entry))
  }

  private mutating func error(_ entry: Node.Entry) -> ErrorEntry? {
    guard let error = nodes.mapping(entry.value, of: ErrorKey.self, name: entry.keyRange) else { return nil }
    return ErrorEntry(
      ErrorEntry.Fields(
        code: entry.key,
        statuses: list(error[.status], "`status`", ifEmpty: "remove `status` if the status is unknown") {
          $0.nodes.number($1, "a status")
        },
        category: error[.category].flatMap { nodes.text($0, "`category`") },
        description: error[.description].flatMap { nodes.text($0, "`description`") } ?? "",
        causes: list(error[.causes], "`causes`", ifEmpty: "remove `causes` if they are unknown") {
          $0.nodes.text($1, "a cause")
        },
        guidance: error[.guidance].flatMap { nodes.text($0, "`guidance`") },
        recovery: recovery(error[.recovery]),
        name: error[.name].flatMap { nodes.text($0, "`name`") },
        endpoints: errorEndpoints(error[.endpoints]),
        since: error[.since].flatMap { version($0, "`since`") },
        deprecated: error.entry(.deprecated).flatMap { deprecation($0) },
        origin: Origin(entry)))
  }

  private mutating func retiredCode(_ entry: Node.Entry) -> RetiredCode? {
    guard let deprecation = deprecation(entry, called: "a retired code") else { return nil }
    return RetiredCode(
      code: entry.key, since: deprecation.since, replacement: deprecation.replacement, note: deprecation.note,
      origin: Origin(entry))
  }

  private mutating func deprecation(_ entry: Node.Entry, called subject: String? = nil) -> Deprecation? {
    let mapping = nodes.mapping(entry.value, of: DeprecationKey.self, called: subject, name: entry.keyRange)
    guard let mapping else { return nil }
    let since = mapping[.since].flatMap { version($0, "`since`") }
    let replacement = mapping[.replacement].flatMap { nodes.text($0, "`replacement`") }
    let note = mapping[.note].flatMap { nodes.text($0, "`note`") }
    return Deprecation(since: since ?? .placeholder, replacement: replacement, note: note)
  }

  private mutating func statusRecovery(_ entry: Node.Entry) -> StatusRecovery? {
    let status = nodes.mapping(entry.value, of: StatusKey.self, name: entry.keyRange)
    let recovery = recovery(status?[.recovery])
    guard let statuses = statusRange(entry.key) else {
      nodes.report(
        .invalidStatus, "`\(entry.key)` is not a valid HTTP status or class", at: entry.keyRange,
        hint: "use a status from 100 to 599, or a class, as in `5xx`")
      return nil
    }
    return recovery.map { StatusRecovery(statuses: statuses, recovery: $0, origin: Origin(entry)) }
  }

  /// The statuses of a key: `429` is one, and `5xx` a class.
  private func statusRange(_ key: String) -> ClosedRange<Int>? {
    let digits = key.utf8.filter { (48...57).contains($0) }.count
    if digits == 3, key.utf8.count == 3, let status = Int(key), (100...599).contains(status) { return status...status }
    guard digits == 1, key.utf8.count == 3, key.hasSuffix("xx"), let first = Int(key.prefix(1)), (1...5).contains(first)
    else { return nil }
    return first * 100...first * 100 + 99
  }

  private mutating func recovery(_ node: Node?) -> Recovery? {
    guard let node, let text = nodes.text(node, "`recovery`") else { return nil }
    if let recovery = Recovery(exactly: text) { return recovery }
    let names = Recovery.allCases.map(\.rawValue)
    nodes.report(
      .wrongType, "`\(text)` is not a valid recovery", at: node.range,
      hint: suggestion(for: text, among: names) ?? "use \(listed(names, "or"))"
    )
    return nil
  }
}

// MARK: - Shared values

extension CatalogDecoder {
  mutating func version(_ node: Node, _ subject: String) -> SemanticVersion? {
    guard let text = nodes.text(node, subject) else { return nil }
    if let version = SemanticVersion(text) { return version }
    nodes.report(
      .invalidVersion, "`\(text)` is not a valid semantic version", at: node.range,
      hint: "write three numbers, as in `1.0.0`")
    return nil
  }

  /// The title of a category or surface; its key if the title is missing or blank.
  mutating func title(of entry: Node.Entry) -> String {
    let title = entry.value["title"].flatMap { nodes.text($0, "`title`") }
    return title.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 } ?? entry.key
  }

  /// Decodes a list or a single value. Values that cannot be decoded and duplicates are omitted.
  /// - Parameter hint: the hint for an empty list.
  mutating func list<Value>(
    _ node: Node?, _ subject: String, ifEmpty hint: String, _ decode: (inout Self, Node) -> Value?
  ) -> [Value] {
    guard let node, let items = nodes.items(node, subject) else { return [] }
    if items.isEmpty { nodes.report(.emptyList, "\(subject) must not be empty", at: node.range, hint: hint) }
    var first: [ExactText: SourceRange] = [:]
    return items.compactMap { item in
      guard let value = decode(&self, item) else { return nil }
      guard items.count > 1, case .scalar(let text, _) = item.content else { return value }
      guard let earlier = first[ExactText(text)] else {
        first[ExactText(text)] = item.range
        return value
      }
      nodes.report(
        .duplicateValue, "duplicate value `\(text)`", at: item.range,
        related: [.init("first used here", at: nodes.sources.location(earlier))], hint: "remove one of them")
      return nil
    }
  }

  /// Decodes the values of a mapping with arbitrary keys. Values that cannot be decoded are omitted.
  mutating func named<Value>(
    _ node: Node?, _ subject: String, _ decode: (inout Self, Node.Entry) -> Value?
  ) -> [Value] {
    guard let node, let entries = nodes.entries(node, subject) else { return [] }
    return entries.compactMap { decode(&self, $0) }
  }
}

extension SemanticVersion {
  /// Used for a version that could not be decoded and has been reported.
  fileprivate static let placeholder = SemanticVersion("0.0.0")!
}
