import ErrataDiagnostics
import ErrataOutputs
import ErrataText
import ErrataYAML

/// Reads a configuration.
/// - Parameters:
///   - file: its text.
///   - defaultAccess: the access level for `swift` outputs that don't specify one.
/// - Returns: the configuration, or nil if it has errors; and its diagnostics, in source order.
package func readConfiguration(
  _ file: SourceFile, defaultAccess: SwiftOutput.Access = .public
) -> (configuration: Configuration?, diagnostics: [Diagnostic]) {
  let tree = readYAML(file)
  guard let root = tree.root else {
    let empty = Diagnostic(
      .wrongType, "expected a configuration, found an empty file",
      at: SourceLocation(file: file, start: .start),
      hint: "add `catalog: …` and `outputs:`")
    return (nil, tree.diagnostics.isEmpty ? [empty] : tree.diagnostics)
  }
  var nodes = NodeDecoder(SourceSet([file]))
  let configuration = configuration(root, defaultAccess, &nodes)
  let diagnostics = (tree.diagnostics + nodes.diagnostics).inSourceOrder()
  return (diagnostics.hasErrors ? nil : configuration, diagnostics)
}

private func configuration(
  _ root: Node, _ defaultAccess: SwiftOutput.Access, _ nodes: inout NodeDecoder
) -> Configuration? {
  guard let mapping = nodes.mapping(root, of: ConfigurationKey.self) else { return nil }
  let catalog = mapping[.catalog].flatMap { path($0, "the catalogue's path", &nodes) }
  let items = mapping[.outputs].flatMap { nodes.items($0, "the outputs") } ?? []
  var (outputs, templates): ([OutputRequest], [TemplateRequest]) = ([], [])
  for item in items {
    if item.entry(TemplateKey.template.rawValue) != nil {
      if let template = template(item, &nodes) { templates.append(template) }
    } else if let output = output(item, defaultAccess, &nodes) {
      outputs.append(output)
    }
  }
  let validation = mapping[.validate].flatMap { validationConfiguration($0, &nodes) }
  let acceptances = mapping[.diff].flatMap { acceptedChanges($0, &nodes) }
  return catalog.map {
    Configuration(
      catalog: $0, outputs: outputs, templates: templates, validation: validation ?? ValidationConfiguration(),
      acceptances: acceptances ?? [])
  }
}

private func template(_ node: Node, _ nodes: inout NodeDecoder) -> TemplateRequest? {
  guard let mapping = nodes.mapping(node, of: TemplateKey.self) else { return nil }
  let template = mapping[.template].flatMap { path($0, "the template", &nodes) }
  guard let folder = mapping[.to].flatMap({ path($0, "the folder", &nodes) }), let template else { return nil }
  return TemplateRequest(template: template, folder: folder)
}

private func output(
  _ node: Node, _ defaultAccess: SwiftOutput.Access, _ nodes: inout NodeDecoder
) -> OutputRequest? {
  let present = node.entries.compactMap { entry in
    OutputKind.withKey.first { $0.rawValue.isExactly(entry.key) }.map { ($0, entry) }
  }
  guard let (kind, entry) = present.first else {
    reportMissingKind(node, &nodes)
    return nil
  }
  for (_, other) in present.dropFirst() {
    nodes.report(
      .duplicateKey, "unexpected second output `\(other.key)`", at: other.keyRange,
      related: [.init("the first output", at: nodes.sources.location(entry.keyRange))],
      hint: "start a new entry with `- \(other.key): …`")
  }
  let output = output(of: kind, node, excluding: present.dropFirst().map(\.0.rawValue), defaultAccess, &nodes)
  guard let folder = path(entry.value, "the folder", &nodes), let output else { return nil }
  return OutputRequest(output, folder: folder)
}

/// Reports unknown keys if there are any, and a missing kind otherwise.
private func reportMissingKind(_ node: Node, _ nodes: inout NodeDecoder) {
  let kinds = outputTables.compactMap(\.keys.first?.name)
  let options = outputTables.flatMap { $0.keys.dropFirst().map(\.name) }
  guard let entries = nodes.entries(node, "an output") else { return }
  if entries.isEmpty || entries.allSatisfy({ options.contains($0.key) }) {
    nodes.report(.missingKey, "missing kind of output", at: node.range, hint: "add one of \(listed(kinds, "or"))")
  } else {
    nodes.checkKeys(node, "an output", names: kinds + options)
  }
}

/// - Parameter others: additional kinds that were already reported.
private func output(
  of kind: OutputKind, _ node: Node, excluding others: [String], _ defaultAccess: SwiftOutput.Access,
  _ nodes: inout NodeDecoder
) -> (any Output)? {
  switch kind {
  case .swift:
    guard let mapping = nodes.mapping(node, of: SwiftKey.self, allowing: others) else { return nil }
    let access: SwiftOutput.Access? = mapping[.access].flatMap { choice($0, "access level", "`access`", &nodes) }
    let layout: SwiftOutput.Layout? = mapping[.files].flatMap { choice($0, "layout", "`files`", &nodes) }
    return SwiftOutput(access: access ?? defaultAccess, layout: layout ?? .perSurface)
  case .markdown:
    guard let mapping = nodes.mapping(node, of: MarkdownKey.self, allowing: others) else { return nil }
    let hasFrontMatter = mapping[.frontMatter].flatMap { nodes.flag($0, "`front_matter`") }
    return MarkdownOutput(hasFrontMatter: hasFrontMatter ?? false)
  case .html: return nodes.mapping(node, of: HTMLKey.self, allowing: others).map { _ in HTMLOutput() }
  case .jsonSchema:
    return nodes.mapping(node, of: JSONSchemaKey.self, allowing: others).map { _ in JSONSchemaOutput() }
  case .kotlin, .go, .python, .typescript: return nil  // These have no key: see `OutputKind.request`.
  }
}

/// One of a fixed list of strings.
func choice<Choice: RawRepresentable & CaseIterable>(
  _ node: Node, _ kind: String, _ subject: String, _ nodes: inout NodeDecoder
) -> Choice? where Choice.RawValue == String {
  guard let text = nodes.text(node, subject) else { return nil }
  if let choice = Choice(rawValue: text) { return choice }
  let choices = Choice.allCases.map(\.rawValue)
  nodes.report(
    .wrongType, "`\(text)` is not a valid \(kind)", at: node.range,
    hint: suggestion(for: text, among: choices) ?? "use \(listed(choices, "or"))")
  return nil
}

private func path(_ node: Node, _ subject: String, _ nodes: inout NodeDecoder) -> String? {
  guard let text = nodes.text(node, subject) else { return nil }
  if !text.isEmpty, !text.unicodeScalars.contains("\0") { return text }
  nodes.report(.wrongType, "\(subject) is empty", at: node.range, hint: "write a path, relative to this file")
  return nil
}
