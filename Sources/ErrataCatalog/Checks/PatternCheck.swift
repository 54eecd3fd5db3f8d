import ErrataDiagnostics
import Foundation
import ErrataYAML

/// A field's pattern must be a portable regular expression: `invalid-pattern`.
enum PatternCheck: CatalogCheck {
  static let rules: [Rule] = [.invalidPattern]

  private static let maximumLength = 1_000

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    catalog.surfaces.flatMap { surface in
      surface.response.allFields.compactMap { problem(with: $0, in: catalog) }
    }
  }

  private static func problem(with field: ResponseField, in catalog: Catalog) -> Diagnostic? {
    guard let pattern = field.pattern, let description = defect(in: pattern) else { return nil }
    return Diagnostic(
      .invalidPattern, "the pattern of the field `\(field.name)` \(description)",
      at: catalog.sources.location(field.place.origin.range(of: FieldKey.pattern)),
      hint: "use syntax that all dialects support, and escape literal punctuation with a backslash")
  }

  private static func defect(in pattern: String) -> String? {
    if pattern.isEmpty { return "is empty" }
    if pattern.utf8.count > maximumLength { return "is longer than the limit of \(maximumLength) bytes" }
    if let problem = portabilityProblem(in: pattern) { return problem }
    return (try? NSRegularExpression(pattern: pattern)) == nil ? "is not a regular expression" : nil
  }
}

extension Rule {
  /// `invalid-pattern`.
  public static let invalidPattern = Rule(
    "invalid-pattern", .error, "A pattern is not a regular expression, or not one that is portable between dialects.",
    explanation: """
      A `pattern` is an ECMA-262 regular expression, limited to syntax that other dialects share: classes, groups, lookahead, \
      quantifiers and common escapes. The limit is 1,000 bytes.
      """,
    reason:
      "The pattern is used in JSON Schema, whose validators use different dialects (JSON Schema Core 2020-12, section 6.4).",
    example: .yaml(
      "reference: {name: trace, required: false, pattern: '^T[0-9]++$'}", insteadOf: "reference:"),
    remedy:
      "Rewrite the pattern with syntax that all dialects support, and escape literal punctuation with a backslash."
  )
}
