import ErrataDiagnostics
import ErrataYAML
import Foundation

/// The documentation's URL must be an absolute URL without a fragment, and links in prose must be absolute URLs: `invalid-url`.
enum URLCheck: CatalogCheck {
  static let rules: [Rule] = [.invalidURL]

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    [problemOfDocumentation(in: catalog)].compactMap(\.self) + problemsOfLinks(in: catalog)
  }

  private static func problemOfDocumentation(in catalog: Catalog) -> Diagnostic? {
    guard let text = catalog.documentation else { return nil }
    let fragmentDefect = URL(string: text)?.fragment() == nil ? nil : "has a fragment"
    guard let defect = defect(in: text) ?? fragmentDefect else { return nil }
    return Diagnostic(
      .invalidURL, "the documentation URL \(defect)",
      at: catalog.sources.location(catalog.origin.range(of: CatalogKey.documentation)),
      hint: "write an absolute URL without a fragment, as in `https://example.com/errors`")
  }

  /// What prevents `text` from being an absolute `http` or `https` URL; nil if it is one. Outputs have the URL as it is, so unlike
  /// Foundation, this rejects what RFC 3986 (appendix A) doesn't allow.
  static func defect(in text: String) -> String? {
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}".utf8.contains($0) }),
      let url = URL(string: text)
    else {
      return "contains characters that are not allowed in a URL"
    }
    guard let scheme = url.scheme?.lowercased(), ["http", "https"].contains(scheme) else {
      return "does not begin with `https://` or `http://`"
    }
    return url.host()?.isEmpty ?? true ? "has no host" : nil
  }
}

extension Rule {
  /// `invalid-url`.
  public static let invalidURL = Rule(
    "invalid-url", .error, "The documentation URL or a link is not an absolute `http` or `https` URL.",
    explanation: """
      `documentation` and the links in prose must be absolute `http` or `https` URLs with a host. `documentation` must not have a \
      fragment. A link must have a text, and its `)` must be directly after the URL.
      """,
    reason: """
      Generated code and pages link to these URLs from places where a relative one leads nowhere. The anchor of each code becomes \
      the fragment of `documentation`.
      """,
    example: .yaml("documentation: shop.example/errors", insteadOf: "documentation:"),
    remedy: "Write an absolute URL, as in `https://shop.example/errors`.")
}
