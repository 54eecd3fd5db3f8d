import ErrataCatalog

/// Markdown as GitHub renders it: an index, and a page for each surface.
public struct MarkdownOutput: Output {
  public init() {}

  public func files(for catalog: Catalog) -> [OutputFile] {
    let index = OutputFile(
      path: "index.md", contents: Templates.render("markdown-index", MarkdownIndexContext(catalog)))
    let surfaces = catalog.surfaces.map { surface in
      OutputFile(
        path: "\(surface.fileName).md",
        contents: Templates.render("markdown-surface", MarkdownSurfaceContext(surface, of: catalog)))
    }
    return [index] + surfaces
  }
}
