import ErrataDiagnostics
import Foundation
import ErrataYAML

/// The documentation's URL must lead somewhere: `invalid-url`.
enum URLCheck: CatalogCheck {
  static let rules: [Rule] = [.invalidURL]

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    guard let text = catalog.documentation, let fault = fault(in: text) else { return [] }
    return [
      Diagnostic(
        .invalidURL, "the documentation's URL \(fault)",
        at: catalog.sources.location(catalog.origin.range(of: CatalogKey.documentation)),
        hint: "write an absolute URL, as in `https://example.com/errors`; anchors are added to it")
    ]
  }

  private static func fault(in text: String) -> String? {
    guard text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value < 0x7F }), let url = URL(string: text) else {
      return "has characters that a URL cannot have"
    }
    guard let scheme = url.scheme?.lowercased(), ["http", "https"].contains(scheme) else {
      return "does not begin with `https://` or `http://`"
    }
    if url.host()?.isEmpty ?? true { return "names no host" }
    return url.fragment() == nil ? nil : "has a fragment already"
  }
}

extension Rule {
  /// `invalid-url`.
  public static let invalidURL = Rule(
    "invalid-url", .error, "A URL is not an absolute `http` or `https` URL.",
    explanation: "`documentation` must be an absolute `http` or `https` URL with a host and without a fragment.",
    reason: "Generated code and pages link to it, and add an anchor for each code.",
    example: .yaml("documentation: shop.example/errors", insteadOf: "documentation:"),
    remedy: "Write the whole URL, as in `https://shop.example/errors`.")
}
