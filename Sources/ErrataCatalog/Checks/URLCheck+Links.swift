import ErrataDiagnostics
import ErrataText
import ErrataYAML

extension URLCheck {
  /// The invalid links in prose, each where its URL is.
  static func problemsOfLinks(in catalog: Catalog) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    for (text, range) in catalog.textsWithBrackets where problems.count < ReadingLimits().diagnostics {
      problems += Prose.links(in: text).compactMap { problem(with: $0, in: catalog.sources.location(range)) }
    }
    return problems
  }

  private static func problem(with link: ProseLink, in text: SourceLocation) -> Diagnostic? {
    let (message, hint): (String, String)
    switch link.flaw {
    case nil:
      guard let defect = defect(in: link.url) else { return nil }
      (message, hint) = ("the link `\(link.url)` \(defect)", "write an absolute URL, as in `https://example.com/help`")
    case .noText:
      message = "the link `\(link.url)` has no text"
      hint = "write a text between the brackets, as in `[help](https://example.com/help)`"
    case .unclosed(let byte):
      message = "expected `)` after the URL `\(link.url)`, found \(byte.map(name) ?? "the end of the paragraph")"
      hint = closing(link.url, before: byte)
    }
    return Diagnostic(
      .invalidURL, message, at: text.range(of: link.url, after: "](", number: link.number) ?? text,
      hint: "\(hint), or put backticks around text that is not a link")
  }

  private static func name(_ byte: UInt8) -> String {
    switch byte {
    case 0x20: "white space"
    case 0x21...0x7E: "`\(Unicode.Scalar(byte))`"
    default: "the character \(codePointName(UInt32(byte)))"
    }
  }

  /// How to close a link whose URL is followed by `byte`.
  private static func closing(_ url: String, before byte: UInt8?) -> String {
    if url.utf8.contains(UInt8(ascii: "(")) {
      return "close the parentheses in the URL, or write them as `%28` and `%29`"
    }
    return switch byte {
    case nil: "close the link with `)`"
    case UInt8(ascii: "["), UInt8(ascii: "]"): "write brackets in a URL as `%5B` and `%5D`"
    default: "close the link directly after its URL, in which a space is `%20`"
    }
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
