import ErrataCatalog

/// Markdown as GitHub renders it: an index, and a page for each surface.
package struct MarkdownOutput: Output {
  /// Whether each page begins with YAML front matter.
  package let hasFrontMatter: Bool

  /// - Parameter hasFrontMatter: whether each page begins with YAML front matter for site generators: its title and description.
  package init(hasFrontMatter: Bool = false) {
    self.hasFrontMatter = hasFrontMatter
  }

  /// One job for the index, and one for each surface.
  package func jobs(for catalog: Catalog) -> [OutputJob] {
    let pages = [BuiltInTemplate.markdownIndex, .markdownSurface].flatMap {
      TemplateOutput($0.template).jobs(for: catalog)
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
