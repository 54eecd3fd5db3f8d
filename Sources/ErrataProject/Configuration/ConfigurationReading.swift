import ErrataDiagnostics
import ErrataOutputs
import ErrataText
import ErrataYAML

/// Reads a configuration.
/// - Parameters:
///   - file: its text.
///   - defaultAccess: who may use the Swift of an output that does not say so.
/// - Returns: the configuration, or nil where an error keeps it from being followed; and all problems, in the order of the
///   text.
package func readConfiguration(
  _ file: SourceFile, defaultAccess: SwiftOutput.Access = .public
) -> (configuration: Configuration?, diagnostics: [Diagnostic]) {
  let tree = readYAML(file)
  guard let root = tree.root else {
    let empty = Diagnostic(
      .wrongType, "a configuration must be a mapping, but this file is empty",
      at: SourceLocation(file: file, start: .start),
      hint: "write `catalog: …` and `outputs:`")
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
  let keys = NodeDecoder.Keys(required: ["catalog", "outputs"])
  guard let node = nodes.mapping(root, "a configuration", keys: keys) else { return nil }
  let catalog = node["catalog"].flatMap { path($0, "the catalogue's path", &nodes) }
  let items = node["outputs"].flatMap { nodes.items($0, "the outputs") } ?? []
  var (outputs, templates): ([OutputRequest], [TemplateRequest]) = ([], [])
  for item in items {
    if item.entry("template") != nil {
      if let template = template(item, &nodes) { templates.append(template) }
    } else if let output = output(item, defaultAccess, &nodes) {
      outputs.append(output)
    }
  }
  return catalog.map { Configuration(catalog: $0, outputs: outputs, templates: templates) }
}

private func template(_ node: Node, _ nodes: inout NodeDecoder) -> TemplateRequest? {
  let keys = NodeDecoder.Keys(required: ["template", "to"])
  guard let node = nodes.mapping(node, "the output `template`", keys: keys) else { return nil }
  let template = node["template"].flatMap { path($0, "the template", &nodes) }
  guard let folder = node["to"].flatMap({ path($0, "the folder", &nodes) }), let template else { return nil }
  return TemplateRequest(template: template, folder: folder)
}

private func output(
  _ node: Node, _ defaultAccess: SwiftOutput.Access, _ nodes: inout NodeDecoder
) -> OutputRequest? {
  let allOptions = OutputKind.allCases.flatMap(options) + ["to"]
  let kinds = OutputKind.allCases.map(\.rawValue) + ["template"]
  let present = node.entries.compactMap { entry in OutputKind(rawValue: entry.key).map { ($0, entry) } }
  guard let (kind, entry) = present.first else {
    // An unknown key names what was meant; a missing one says what there is.
    guard let entries = nodes.entries(node, "an output") else { return nil }
    if entries.isEmpty || entries.allSatisfy({ allOptions.contains($0.key) }) {
      nodes.report(.missingKey, "an output needs a kind", at: node.range, hint: "write one of \(listed(kinds, "or"))")
    } else {
      _ = nodes.mapping(node, "an output", keys: NodeDecoder.Keys(required: [], optional: kinds + allOptions))
    }
    return nil
  }
  for (_, other) in present.dropFirst() {
    nodes.report(
      .duplicateKey, "an output is one thing, but this is also `\(other.key)`", at: other.keyRange,
      related: [.init("the first one is here", at: nodes.sources.location(entry.keyRange))],
      hint: "begin a new entry with `- \(other.key): …`")
  }
  let others = present.dropFirst().map(\.0.rawValue)
  let keys = NodeDecoder.Keys(required: [kind.rawValue], optional: options(of: kind) + others)
  _ = nodes.mapping(node, "the output `\(kind.rawValue)`", keys: keys)
  guard let folder = path(entry.value, "the folder", &nodes) else { return nil }
  switch kind {
  case .swift:
    let access: SwiftOutput.Access? = node["access"].flatMap { choice($0, "an access", "the access", &nodes) }
    let layout: SwiftOutput.Layout? = node["files"].flatMap { choice($0, "a layout", "`files`", &nodes) }
    return OutputRequest(SwiftOutput(access: access ?? defaultAccess, layout: layout ?? .perSurface), folder: folder)
  case .markdown:
    let hasFrontMatter = node["front_matter"].flatMap { nodes.flag($0, "`front_matter`") } ?? false
    return OutputRequest(MarkdownOutput(hasFrontMatter: hasFrontMatter), folder: folder)
  case .html: return OutputRequest(HTMLOutput(), folder: folder)
  case .jsonSchema: return OutputRequest(JSONSchemaOutput(), folder: folder)
  }
}

/// The keys that an output may have beside its folder.
private func options(of kind: OutputKind) -> [String] {
  switch kind {
  case .swift: ["access", "files"]
  case .markdown: ["front_matter"]
  case .html, .jsonSchema: []
  }
}

/// One of a closed list of texts.
private func choice<Choice: RawRepresentable & CaseIterable>(
  _ node: Node, _ kind: String, _ subject: String, _ nodes: inout NodeDecoder
) -> Choice? where Choice.RawValue == String {
  guard let text = nodes.text(node, subject) else { return nil }
  if let choice = Choice(rawValue: text) { return choice }
  let known = Choice.allCases.map(\.rawValue)
  nodes.report(
    .wrongType, "`\(text)` is not \(kind)", at: node.range,
    hint: nearestName(to: text, among: known).map { "did you mean `\($0)`?" } ?? "it is one of \(listed(known, "or"))")
  return nil
}

private func path(_ node: Node, _ subject: String, _ nodes: inout NodeDecoder) -> String? {
  guard let text = nodes.text(node, subject) else { return nil }
  if !text.isEmpty, !text.unicodeScalars.contains("\0") { return text }
  nodes.report(.wrongType, "\(subject) is empty", at: node.range, hint: "write a path, relative to this file")
  return nil
}
