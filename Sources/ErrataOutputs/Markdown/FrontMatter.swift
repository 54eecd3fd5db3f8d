import ErrataCatalog
import ErrataText

/// The YAML at the top of a page, with its title and description for site generators. It also has the mark of a generated file,
/// since some of them don't accept HTML comments.
struct FrontMatter: Sendable {
  private let text: String

  init(of catalog: Catalog) {
    self.init(
      title: catalog.title, description: "The error codes of \(catalog.title): \(counts(catalog)).", catalog)
  }

  init(of surface: Surface, in catalog: Catalog) {
    self.init(
      title: surface.title, description: "The error codes of \(surface.title), \(catalog.title).", catalog)
  }

  private init(title: String, description: String, _ catalog: Catalog) {
    // A JSON string is a YAML string (YAML 1.2.2, section 1.2).
    func quoted(_ text: String) -> String { withoutTemplateTags(JSONValue.string(singleLine(text)).line) }
    text = """
      ---
      # \(GeneratedMark.text(for: catalog))
      title: \(quoted(title))
      description: \(quoted(description))
      ---

      """
  }

  /// `page` with its first line, the comment, replaced by the front matter.
  func replacingComment(of page: String) -> String {
    text + page.drop { $0 != "\n" }.dropFirst()
  }
}
