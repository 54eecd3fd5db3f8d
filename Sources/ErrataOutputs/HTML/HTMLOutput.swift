import ErrataCatalog

/// A self-contained page with all codes, with search and filters, that makes no network requests.
package struct HTMLOutput: Output {
  package init() {}

  /// One job for the one file.
  package func jobs(for catalog: Catalog) -> [OutputJob] {
    TemplateOutput(BuiltInTemplate.html.template).jobs(for: catalog)
  }
}
