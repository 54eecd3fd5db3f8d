import ErrataDiagnostics
import ErrataYAML

/// Reads a configuration.
/// - Returns: the configuration, or nil where an error keeps it from being followed; and all problems, in the order of the
///   text.
public func readConfiguration(_ file: SourceFile) -> (configuration: Configuration?, diagnostics: [Diagnostic]) {
  let tree = readYAML(file)
  guard let root = tree.root else {
    let empty = Diagnostic(
      .wrongType, "a configuration must be a mapping, but this file is empty",
      at: SourceLocation(file: file, start: .start),
      hint: "write `catalog: …` and `outputs:`")
    return (nil, tree.diagnostics.isEmpty ? [empty] : tree.diagnostics)
  }
  var nodes = NodeDecoder(SourceSet([file]))
  let configuration = configuration(root, &nodes)
  let diagnostics = (tree.diagnostics + nodes.diagnostics).inSourceOrder()
  return (diagnostics.hasErrors ? nil : configuration, diagnostics)
}

private func configuration(_ root: Node, _ nodes: inout NodeDecoder) -> Configuration? {
  let keys = NodeDecoder.Keys(required: ["catalog", "outputs"])
  guard let node = nodes.mapping(root, "a configuration", keys: keys) else { return nil }
  let catalog = node["catalog"].flatMap { path($0, "the catalogue's path", &nodes) }
  let items = node["outputs"].flatMap { nodes.items($0, "the outputs") } ?? []
  var (outputs, templates): ([OutputRequest], [TemplateRequest]) = ([], [])
  for item in items {
    if item.entry("template") != nil {
      if let template = template(item, &nodes) { templates.append(template) }
    } else if let output = output(item, &nodes) {
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

private func output(_ node: Node, _ nodes: inout NodeDecoder) -> OutputRequest? {
  let options = ["access", "front_matter", "to"]
  let kinds = OutputKind.allCases.map(\.rawValue) + ["template"]
  let present = node.entries.compactMap { entry in OutputKind(rawValue: entry.key).map { ($0, entry) } }
  guard let (kind, entry) = present.first else {
    // An unknown key names what was meant; a missing one says what there is.
    guard let entries = nodes.entries(node, "an output") else { return nil }
    if entries.isEmpty || entries.allSatisfy({ options.contains($0.key) }) {
      nodes.report(.missingKey, "an output needs a kind", at: node.range, hint: "write one of \(listed(kinds, "or"))")
    } else {
      _ = nodes.mapping(node, "an output", keys: NodeDecoder.Keys(required: [], optional: kinds + options))
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
  let ownOptions =
    switch kind {
    case .swift: ["access"]
    case .markdown: ["front_matter"]
    case .html, .jsonSchema: [String]()
    }
  let keys = NodeDecoder.Keys(required: [kind.rawValue], optional: ownOptions + others)
  _ = nodes.mapping(node, "the output `\(kind.rawValue)`", keys: keys)
  guard let folder = path(entry.value, "the folder", &nodes) else { return nil }
  switch kind {
  case .swift:
    return OutputRequest(SwiftOutput(access: node["access"].flatMap { access($0, &nodes) } ?? .public), folder: folder)
  case .markdown:
    let hasFrontMatter = node["front_matter"].flatMap { nodes.flag($0, "`front_matter`") } ?? false
    return OutputRequest(MarkdownOutput(hasFrontMatter: hasFrontMatter), folder: folder)
  case .html: return OutputRequest(HTMLOutput(), folder: folder)
  case .jsonSchema: return OutputRequest(JSONSchemaOutput(), folder: folder)
  }
}

private func access(_ node: Node, _ nodes: inout NodeDecoder) -> SwiftOutput.Access? {
  guard let text = nodes.text(node, "the access") else { return nil }
  if let access = SwiftOutput.Access(rawValue: text) { return access }
  let known = SwiftOutput.Access.allCases.map(\.rawValue)
  nodes.report(
    .wrongType, "`\(text)` is not an access", at: node.range,
    hint: nearestName(to: text, among: known).map { "did you mean `\($0)`?" } ?? "it is one of \(listed(known, "or"))")
  return nil
}

private func path(_ node: Node, _ subject: String, _ nodes: inout NodeDecoder) -> String? {
  guard let text = nodes.text(node, subject) else { return nil }
  if !text.isEmpty, !text.unicodeScalars.contains("\0") { return text }
  nodes.report(.wrongType, "\(subject) is empty", at: node.range, hint: "write a path, relative to this file")
  return nil
}
