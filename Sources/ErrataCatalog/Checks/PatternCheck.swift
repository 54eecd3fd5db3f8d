import ErrataDiagnostics
import Foundation

/// A field's pattern must be a regular expression: `invalid-pattern`.
enum PatternCheck: CatalogCheck {
  private static let maximumLength = 1_000

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    catalog.surfaces.flatMap { surface in surface.response.fields.compactMap { problem(with: $0, in: catalog) } }
  }

  private static func problem(with field: ResponseField, in catalog: Catalog) -> Diagnostic? {
    guard let pattern = field.pattern else { return nil }
    let isShort = pattern.utf8.count <= maximumLength
    if isShort, (try? NSRegularExpression(pattern: pattern)) != nil { return nil }
    return Diagnostic(
      .invalidPattern,
      "the pattern of the field `\(field.name)` \(isShort ? "is not a regular expression" : "is longer than \(maximumLength) bytes")",
      at: catalog.sources.location(field.origin.range(of: "pattern")),
      hint: "check its brackets; write a character that means itself with a backslash before it")
  }
}
