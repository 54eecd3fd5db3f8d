import ErrataDiagnostics
import Foundation
import ErrataYAML

/// A field's pattern must be a regular expression: `invalid-pattern`.
enum PatternCheck: CatalogCheck {
  static let rules: [Rule] = [.invalidPattern]

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

extension Rule {
  /// `invalid-pattern`.
  public static let invalidPattern = Rule(
    "invalid-pattern", .error, "A pattern is not a regular expression, or not one that all dialects read alike.",
    explanation: """
      A `pattern` is a regular expression of ECMA-262, limited to what other dialects share: classes, groups, lookahead, \
      repetition and common escapes. It has at most 1,000 bytes.
      """,
    reason:
      "The pattern is used in JSON Schema, where each validator has its own dialect (JSON Schema Core 2020-12, section 6.4).",
    example: .yaml(
      "reference: {name: trace, required: false, pattern: '^T[0-9]++$'}", insteadOf: "reference:"),
    remedy: "Rewrite the pattern with what all dialects share. A character that means itself has a backslash before it."
  )
}
