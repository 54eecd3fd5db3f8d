import ErrataCatalog

/// Markdown as GitHub renders it: an index, and a page for each surface.
package struct MarkdownOutput: Output {
  /// Whether each page begins with YAML for a generator of sites.
  package let hasFrontMatter: Bool

  /// - Parameter hasFrontMatter: whether each page begins with YAML for a generator of sites: its title and description.
  package init(hasFrontMatter: Bool = false) {
    self.hasFrontMatter = hasFrontMatter
  }

  /// One recipe for the index, and one for each surface.
  package func recipes(for catalog: Catalog) -> [OutputRecipe] {
    let index: OutputRecipe = {
      let templates = Templates("markdown-index", "markdown-index-row")
      let contents = templates["markdown-index"].render(
        MarkdownIndexContext(catalog, hasFrontMatter: hasFrontMatter, templates: templates))
      return [OutputFile(path: "index.md", contents: contents, markedAs: .markdown)]
    }
    let templates = Templates("markdown-surface", "markdown-surface-row", "markdown-section")
    let surfaces = catalog.surfaces.map { surface -> OutputRecipe in
      {
        let context = MarkdownSurfaceContext(
          surface, of: catalog, hasFrontMatter: hasFrontMatter, templates: templates)
        let contents = templates["markdown-surface"].render(context)
        return [OutputFile(path: "\(surface.fileName).md", contents: contents, markedAs: .markdown)]
      }
    }
    return [index] + surfaces
  }
}
