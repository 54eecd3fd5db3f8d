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
    let pages = [BuiltInTemplate.markdownIndex, .markdownSurface].flatMap {
      TemplateOutput($0.template).recipes(for: catalog)
    }
    if !hasFrontMatter { return pages }
    let summaries = [FrontMatter(of: catalog)] + catalog.surfaces.map { FrontMatter(of: $0, in: catalog) }
    return zip(pages, summaries).map { page, summary in
      {
        page().map {
          OutputFile(
            path: $0.path, contents: summary.replacingComment(of: $0.contents), markedAs: OutputKind.markdown.markForm)
        }
      }
    }
  }
}
