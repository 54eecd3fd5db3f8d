import ErrataCatalog
import ErrataText

/// The YAML at the top of a page by which generators of sites know its title. It also says that the page is generated, since some
/// of them take no HTML comments.
/// - Parameters:
///   - title: what the page is called.
///   - description: what is on it, in a sentence.
func frontMatter(title: String, description: String, for catalog: Catalog) -> String {
  // A JSON string is a YAML string (YAML 1.2.2, section 1.2).
  func quoted(_ text: String) -> String { withoutTemplateTags(JSONValue.string(singleLine(text)).line) }
  return """
    ---
    # \(GeneratedMark.text(for: catalog))
    title: \(quoted(title))
    description: \(quoted(description))
    ---
    """
}
