import ErrataDiagnostics
import ErrataText
import ErrataYAML

extension URLCheck {
  /// The invalid links in prose, each where its URL is. Of equal links in a text, it is the first one.
  static func problemsOfLinks(in catalog: Catalog) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    for (text, range) in catalog.textsWithBrackets where problems.count < ReadingLimits().diagnostics {
      var seen: Set<ExactText> = []
      for url in Prose(text).urls where seen.insert(ExactText(url)).inserted {
        guard let defect = linkDefect(in: url) else { continue }
        problems.append(problem(url, defect, at: catalog.sources.location(range)))
      }
    }
    return problems
  }

  private static func problem(_ url: String, _ defect: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .invalidURL, "the link `\(url)` \(defect)", at: location.range(of: url, after: "](") ?? location,
      hint: "write an absolute URL, as in `https://example.com/help`, or put backticks around text that is not a link")
  }

  /// Outputs have the URL as it is, so unlike Foundation, this rejects what RFC 3986 (appendix A) doesn't allow.
  private static func linkDefect(in url: String) -> String? {
    if let defect = defect(in: url) { return defect }
    return url.utf8.contains(where: "\"<>\\^`{|}".utf8.contains)
      ? "contains characters that are not allowed in a URL" : nil
  }
}

extension Catalog {
  /// The prose that may have links, and where it is.
  fileprivate var textsWithBrackets: [(text: String, range: SourceRange)] {
    func texts(_ key: some MappingKey, _ values: [String], of origin: Origin) -> [(text: String, range: SourceRange)] {
      let hasBracket = values.contains { hasByte($0, where: { $0 == UInt8(ascii: "[") }) }
      return hasBracket ? origin.texts(of: key) : []
    }
    func texts(_ key: some MappingKey, _ value: String?, of origin: Origin) -> [(text: String, range: SourceRange)] {
      value.map { texts(key, [$0], of: origin) } ?? []
    }
    return texts(CatalogKey.description, description, of: origin) + texts(CatalogKey.support, support, of: origin)
      + categories.flatMap { texts(CategoryKey.guidance, $0.guidance, of: $0.origin) }
      + surfaces.flatMap(\.errors).flatMap { error in
        texts(ErrorKey.causes, error.causes, of: error.origin)
          + texts(ErrorKey.guidance, error.guidance, of: error.origin)
      }
  }
}
