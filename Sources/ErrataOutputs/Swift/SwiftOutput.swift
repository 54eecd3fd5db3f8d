import ErrataCatalog

/// Swift error types: the catalogue's namespace, what they share to read responses, and the error and the codes of each
/// surface.
package struct SwiftOutput: Output {
  /// Who may use the generated types.
  package enum Access: String, Sendable, CaseIterable {
    case `public`
    case package
    case `internal`

    /// What stands before a declaration.
    var modifier: String { self == .internal ? "" : rawValue + " " }
  }

  /// How the types are laid out in files.
  package enum Layout: String, Sendable, CaseIterable {
    /// One file for the namespace, one for what reads responses, and one for each surface.
    case perSurface = "per-surface"
    /// Everything in the namespace's file.
    case one
  }

  /// Who may use the generated types.
  package let access: Access
  /// How the types are laid out in files.
  package let layout: Layout

  /// - Parameters:
  ///   - access: who may use the generated types; everybody by default.
  ///   - layout: how they are laid out in files; a file for each surface by default.
  package init(access: Access = .public, layout: Layout = .perSurface) {
    self.access = access
    self.layout = layout
  }

  /// One recipe for each file.
  package func recipes(for catalog: Catalog) -> [OutputRecipe] {
    // Where one file says who may see Foundation through it, every other must say so too.
    let hidden = access == .internal ? "import" : "internal import"
    let shown = "\(access.modifier)import"
    // Parsed once for all surfaces.
    let templates = Templates(
      "swift-file", "swift-namespace", "swift-code-table", "swift-response-body", "swift-json-reader",
      "swift-retry-after", "swift-redirect-parameters", "swift-response-error", "swift-redirect-error",
      "swift-error-code", "swift-case", "swift-raw-value", "swift-code", "swift-row")
    let surfaces = catalog.surfaces.map { surface in
      SwiftFile(
        name: surface.typePrefix + "Error", import: shown,
        declarations: { surfaceDeclarations(surface, of: catalog, templates) })
    }
    let namespace = SwiftFile(
      name: catalog.name, import: catalog.surfaces.contains { $0.response.carrier == .json } ? shown : hidden,
      declarations: { templates["swift-namespace"].render(SwiftNamespaceContext(catalog, access: access)) })
    let reading = SwiftFile(
      name: catalog.name + "Reading", import: hidden,
      declarations: { readingDeclarations(for: catalog, templates) })
    switch layout {
    case .perSurface:
      return ([namespace, reading] + surfaces).map { file in { [file.output(for: catalog, templates)] } }
    case .one:
      let all = SwiftFile(
        name: catalog.name, import: surfaces.isEmpty ? hidden : shown,
        declarations: { (([namespace] + surfaces + [reading]).map { $0.declarations() }).joined(separator: "\n") })
      return [{ [all.output(for: catalog, templates)] }]
    }
  }

  /// What reads responses and redirects, as far as the catalogue has them.
  private func readingDeclarations(for catalog: Catalog, _ templates: Templates) -> String {
    let context = SwiftNamespaceContext(catalog, access: access)
    var names = ["swift-code-table"]
    if !context.responses.isEmpty { names += ["swift-response-body", "swift-json-reader", "swift-retry-after"] }
    if context.hasRedirects { names.append("swift-redirect-parameters") }
    return names.map { templates[$0].render(context) }.joined(separator: "\n")
  }

  private func surfaceDeclarations(_ surface: Surface, of catalog: Catalog, _ templates: Templates) -> String {
    let template =
      switch surface.response.carrier {
      case .json: templates["swift-response-error"]
      case .query: templates["swift-redirect-error"]
      }
    let error = template.render(SwiftErrorContext(surface, of: catalog, access: access))
    let context = SwiftErrorCodeContext(surface, of: catalog, access: access, templates: templates)
    return error + "\n" + templates["swift-error-code"].render(context)
  }
}

/// A file before its declarations are made.
private struct SwiftFile: Sendable {
  let name: String
  /// How it imports Foundation.
  let `import`: String
  /// Ends with a line break.
  let declarations: @Sendable () -> String

  func output(for catalog: Catalog, _ templates: Templates) -> OutputFile {
    let context = SwiftFileContext(
      generatedBy: GeneratedMark.text(for: catalog), import: self.import, declarations: declarations())
    return OutputFile(
      path: name + ".swift", contents: templates["swift-file"].render(context), markedAs: .swift)
  }
}

/// What a file has before its declarations.
struct SwiftFileContext: TemplateContext {
  let generatedBy: String
  let `import`: String
  let declarations: String

  static let fields = TemplateFields<Self>(
    .text("generatedBy", \.generatedBy),
    .text("import", \.import),
    .text("declarations") { block($0.declarations) })
}
