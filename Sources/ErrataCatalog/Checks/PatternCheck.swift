import ErrataDiagnostics
import Foundation

/// A field's pattern must be a regular expression: `invalid-pattern`.
enum PatternCheck: CatalogCheck {
  static func problems(in catalog: Catalog) -> [Diagnostic] {
    catalog.surfaces.flatMap { surface in surface.response.fields.compactMap { problem(with: $0, in: catalog) } }
  }

  private static func problem(with field: ResponseField, in catalog: Catalog) -> Diagnostic? {
    guard let pattern = field.pattern, (try? NSRegularExpression(pattern: pattern)) == nil else { return nil }
    return Diagnostic(
      .invalidPattern, "the pattern of the field `\(field.name)` is not a regular expression",
      at: catalog.sources.location(field.origin.range(of: "pattern")),
      hint: "check its brackets; write a character that means itself with a backslash before it")
  }
}
