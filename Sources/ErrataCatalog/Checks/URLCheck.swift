import ErrataDiagnostics
import Foundation
import ErrataYAML

/// The documentation's URL must be an absolute URL without a fragment: `invalid-url`.
enum URLCheck: CatalogCheck {
  static let rules: [Rule] = [.invalidURL]

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    guard let text = catalog.documentation, let description = defect(in: text) else { return [] }
    return [
      Diagnostic(
        .invalidURL, "the documentation URL \(description)",
        at: catalog.sources.location(catalog.origin.range(of: CatalogKey.documentation)),
        hint: "write an absolute URL without a fragment, as in `https://example.com/errors`")
    ]
  }

  private static func defect(in text: String) -> String? {
    guard text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value < 0x7F }), let url = URL(string: text) else {
      return "contains characters that are not allowed in a URL"
    }
    guard let scheme = url.scheme?.lowercased(), ["http", "https"].contains(scheme) else {
      return "does not begin with `https://` or `http://`"
    }
    if url.host()?.isEmpty ?? true { return "has no host" }
    return url.fragment() == nil ? nil : "has a fragment"
  }
}

extension Rule {
  /// `invalid-url`.
  public static let invalidURL = Rule(
    "invalid-url", .error, "The documentation URL is not an absolute `http` or `https` URL.",
    explanation: "`documentation` must be an absolute `http` or `https` URL with a host and without a fragment.",
    reason: "Generated code and pages link to it, with the anchor of each code as the fragment.",
    example: .yaml("documentation: shop.example/errors", insteadOf: "documentation:"),
    remedy: "Write an absolute URL, as in `https://shop.example/errors`.")
}
