import ErrataDiagnostics
import ErrataText
import ErrataYAML

/// Turns a tree into the model, and reports what is not in the format. What cannot be read is replaced by something harmless,
/// so that the checks see the rest and one run tells of all problems.
struct CatalogDecoder {
  var nodes: NodeDecoder

  init(_ sources: SourceSet) {
    nodes = NodeDecoder(sources)
  }

  /// The catalogue that `root` describes; nil where it is no mapping at all.
  mutating func catalog(_ root: Node) -> Catalog? {
    guard let catalog = nodes.mapping(root, of: CatalogKey.self) else { return nil }
    checkFormatVersion(catalog[.errata])
    let name = catalog[.name].flatMap { nodes.text($0, "the name") }
    let title = catalog[.title].flatMap { nodes.text($0, "the title") }
    let version = catalog[.version].flatMap { self.version($0, "the version") }
    let description = catalog[.description].flatMap { nodes.text($0, "the description") }
    let documentation = catalog[.documentation].flatMap { nodes.text($0, "the documentation") }
    let support = catalog[.support].flatMap { nodes.text($0, "the support") }
    let categories = named(catalog[.categories], "the categories") { $0.category($1) }
    let surfaces = named(catalog[.surfaces], "the surfaces") { $0.surface($1) }
    return Catalog(
      name: name ?? "Unnamed", title: title ?? "", version: version ?? .placeholder, description: description,
      documentation: documentation,
      support: support, categories: categories, surfaces: surfaces,
      origin: Origin(root: root), sources: nodes.sources)
  }

  private mutating func checkFormatVersion(_ node: Node?) {
    guard let node, let text = nodes.text(node, "the format's version"),
      !text.isExactly("\(Catalog.formatVersion)")
    else { return }
    nodes.report(
      .invalidVersion, "this errata reads version \(Catalog.formatVersion) of the format, not `\(text)`",
      at: node.range,
      hint: "write `errata: \(Catalog.formatVersion)`, or use an errata that knows the other version")
  }

  private mutating func category(_ entry: Node.Entry) -> Category? {
    guard let category = nodes.mapping(entry.value, of: CategoryKey.self, name: entry.keyRange) else { return nil }
    return Category(
      key: entry.key,
      title: title(of: entry),
      recovery: recovery(category[.recovery]),
      guidance: category[.guidance].flatMap { nodes.text($0, "the guidance") },
      origin: Origin(entry))
  }

  private mutating func surface(_ entry: Node.Entry) -> Surface? {
    guard let surface = nodes.mapping(entry.value, of: SurfaceKey.self, name: entry.keyRange) else { return nil }
    let title = title(of: entry)
    let type = surface[.type].flatMap { nodes.text($0, "the type") } ?? typeName(for: entry.key) ?? entry.key
    let endpoints = endpoints(surface[.endpoints], ifEmpty: "write the paths, as in `[/orders/*]`")
    let response = surface.entry(.response).flatMap { self.response($0) }
    let errors = named(surface[.errors], "the errors") { $0.error($1) }
    let retired = named(surface[.retired], "the retired codes") { $0.retiredCode($1) }
    return Surface(
      key: entry.key, title: title, typePrefix: type, endpoints: endpoints,
      response: response ?? ResponseFormat(carrier: .json, fields: [], origin: Origin(entry)), errors: errors,
      retired: retired, origin: Origin(entry))
  }

  private mutating func error(_ entry: Node.Entry) -> ErrorEntry? {
    guard let error = nodes.mapping(entry.value, of: ErrorKey.self, name: entry.keyRange) else { return nil }
    return ErrorEntry(
      ErrorEntry.Fields(
        code: entry.key,
        statuses: list(error[.status], "the status", ifEmpty: "leave `status` out where there is none to name") {
          $0.nodes.number($1, "a status")
        },
        category: error[.category].flatMap { nodes.text($0, "the category") },
        description: error[.description].flatMap { nodes.text($0, "the description") } ?? "",
        guidance: error[.guidance].flatMap { nodes.text($0, "the guidance") },
        recovery: recovery(error[.recovery]),
        name: error[.name].flatMap { nodes.text($0, "the name") },
        endpoints: endpoints(
          error[.endpoints], ifEmpty: "leave `endpoints` out where the code is not limited to some"),
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
    let replacement = mapping[.replacement].flatMap { nodes.text($0, "the replacement") }
    let note = mapping[.note].flatMap { nodes.text($0, "the note") }
    return Deprecation(since: since ?? .placeholder, replacement: replacement, note: note)
  }

  private mutating func recovery(_ node: Node?) -> Recovery? {
    guard let node, let text = nodes.text(node, "the recovery") else { return nil }
    if let recovery = Recovery(exactly: text) { return recovery }
    let known = Recovery.allCases.map(\.rawValue)
    nodes.report(
      .wrongType, "`\(text)` is not a recovery", at: node.range,
      hint: nearestName(to: text, among: known).map { "did you mean `\($0)`?" } ?? "it is one of \(listed(known, "or"))"
    )
    return nil
  }
}

// MARK: - Pieces that recur

extension CatalogDecoder {
  mutating func version(_ node: Node, _ subject: String) -> SemanticVersion? {
    guard let text = nodes.text(node, subject) else { return nil }
    if let version = SemanticVersion(text) { return version }
    nodes.report(
      .invalidVersion, "\(subject) must be a semantic version, but this is `\(text)`", at: node.range,
      hint: "write three numbers, as in `1.0.0`")
    return nil
  }

  /// The title of a category or surface; its key where it has none, or only white space.
  mutating func title(of entry: Node.Entry) -> String {
    let title = entry.value["title"].flatMap { nodes.text($0, "the title") }
    return title.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 } ?? entry.key
  }

  mutating func endpoints(_ node: Node?, ifEmpty hint: String) -> [EndpointPattern] {
    list(node, "the endpoints", ifEmpty: hint) { $0.nodes.text($1, "an endpoint") }.map(EndpointPattern.init)
  }

  /// The values of a list or of a single value; those that cannot be read, and all but the first of equal ones, are left out.
  /// - Parameter hint: what to write instead of an empty list.
  mutating func list<Value>(
    _ node: Node?, _ subject: String, ifEmpty hint: String, _ decode: (inout Self, Node) -> Value?
  ) -> [Value] {
    guard let node, let items = nodes.items(node, subject) else { return [] }
    if items.isEmpty { nodes.report(.emptyList, "\(subject) cannot be an empty list", at: node.range, hint: hint) }
    var first: [ExactText: SourceRange] = [:]
    return items.compactMap { item in
      guard let value = decode(&self, item) else { return nil }
      guard items.count > 1, case .scalar(let text, _) = item.content else { return value }
      guard let earlier = first[ExactText(text)] else {
        first[ExactText(text)] = item.range
        return value
      }
      nodes.report(
        .duplicateValue, "`\(text)` is in this list twice", at: item.range,
        related: [.init("the first one is here", at: nodes.sources.location(earlier))], hint: "remove one of them")
      return nil
    }
  }

  /// The values of a mapping with names of the author's choice; those that cannot be read are left out.
  mutating func named<Value>(
    _ node: Node?, _ subject: String, _ decode: (inout Self, Node.Entry) -> Value?
  ) -> [Value] {
    guard let node, let entries = nodes.entries(node, subject) else { return [] }
    return entries.compactMap { decode(&self, $0) }
  }
}

extension SemanticVersion {
  /// Stands for a version that could not be read, and was reported.
  fileprivate static let placeholder = SemanticVersion("0.0.0")!
}
