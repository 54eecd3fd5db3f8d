import ErrataDiagnostics
import Foundation

/// A field's pattern must be a regular expression: `invalid-pattern`.
enum PatternCheck: CatalogCheck {
  private static let maximumLength = 1_000

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    catalog.surfaces.flatMap { surface in surface.response.fields.compactMap { problem(with: $0, in: catalog) } }
  }

  private static func problem(with field: ResponseField, in catalog: Catalog) -> Diagnostic? {
    guard let pattern = field.pattern, let fault = fault(in: pattern) else { return nil }
    return Diagnostic(
      .invalidPattern, "the pattern of the field `\(field.name)` \(fault)",
      at: catalog.sources.location(field.origin.range(of: FieldKey.pattern)),
      hint: "keep to what all regular expressions share; a character that means itself has a backslash before it")
  }

  private static func fault(in pattern: String) -> String? {
    if pattern.isEmpty { return "is empty" }
    if pattern.utf8.count > maximumLength { return "is longer than \(maximumLength) bytes" }
    if let fault = portabilityFault(in: pattern) { return fault }
    return (try? NSRegularExpression(pattern: pattern)) == nil ? "is not a regular expression" : nil
  }
}
