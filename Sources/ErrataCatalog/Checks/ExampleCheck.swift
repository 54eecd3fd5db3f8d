import ErrataDiagnostics
import ErrataYAML

/// Codes, descriptions and examples must satisfy the constraints of their fields, since the documentation shows them and the
/// schemas check them: `invalid-example`.
enum ExampleCheck: CatalogCheck {
  static let rules: [Rule] = [.invalidExample]

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    catalog.surfaces.flatMap { surface in
      surface.response.allFields.flatMap { field -> [Diagnostic] in
        guard let constraints = FieldConstraints(field) else { return [] }
        return switch field.role {
        case .code: surface.errors.compactMap { codeProblem($0, constraints, in: catalog) }
        case .description: surface.errors.compactMap { descriptionProblem($0, constraints, in: catalog) }
        case .title, .reference, .uri, .state, .target, .status, .retryAfter, nil:
          exampleProblem(constraints, in: catalog).map { [$0] } ?? []
        }
      }
    }
  }

  private static func codeProblem(_ error: ErrorEntry, _ constraints: FieldConstraints, in catalog: Catalog)
    -> Diagnostic?
  {
    problem(
      "the code `\(error.code)`", constraints.violation(of: error.code), constraints, at: error.origin.range,
      in: catalog)
  }

  private static func descriptionProblem(_ error: ErrorEntry, _ constraints: FieldConstraints, in catalog: Catalog)
    -> Diagnostic?
  {
    problem(
      "the description of `\(error.code)`", constraints.violation(of: error.description), constraints,
      at: error.origin.range(of: ErrorKey.description), in: catalog)
  }

  private static func exampleProblem(_ constraints: FieldConstraints, in catalog: Catalog) -> Diagnostic? {
    if let example = constraints.field.example {
      return problem(
        "the example", constraints.violation(of: example), constraints,
        at: constraints.field.place.origin.range(of: FieldKey.example), in: catalog)
    }
    // The default example would violate the constraints.
    guard constraints.field.isRequired, constraints.violation(of: ResponseField.placeholder) != nil else { return nil }
    return Diagnostic(
      .invalidExample, "missing example for the required field `\(constraints.field.name)`",
      at: catalog.sources.location(constraints.field.origin.range),
      hint: "add `example: …` with a value that the API sends")
  }

  private static func problem(
    _ subject: String, _ violation: String?, _ constraints: FieldConstraints, at range: SourceRange, in catalog: Catalog
  ) -> Diagnostic? {
    guard let violation else { return nil }
    let key: FieldKey = violation == FieldConstraints.patternViolation ? .pattern : .maxLength
    return Diagnostic(
      .invalidExample, "\(subject) \(violation) of the field `\(constraints.field.name)`",
      at: catalog.sources.location(range),
      related: [.init("defined here", at: catalog.sources.location(constraints.field.place.origin.range(of: key)))],
      hint: "change one of them to match the API")
  }
}

/// The constraints of a field on its values.
private struct FieldConstraints {
  static let patternViolation = "does not match the pattern"

  let field: ResponseField
  private let expression: Regex<AnyRegexOutput>?

  /// nil if the field has no constraint that can be checked.
  init?(_ field: ResponseField) {
    self.field = field
    expression = field.pattern.flatMap { portabilityProblem(in: $0) == nil ? fieldExpression(of: $0) : nil }
    if expression == nil, field.maxLength == nil { return nil }
  }

  /// How `value`, with the prefix that it has on the wire, violates a constraint, as the predicate of a sentence that ends in "of the field"; nil if it doesn't.
  func violation(of value: String) -> String? {
    let value = (field.place.prefix ?? "") + value
    if let maxLength = field.maxLength, value.unicodeScalars.count > maxLength {
      return "has \(value.unicodeScalars.count) characters, more than the limit of \(maxLength)"
    }
    if let expression, (try? expression.firstMatch(in: value)) == nil { return Self.patternViolation }
    return nil
  }
}

extension ResponseField {
  /// The value that examples show for a required field without an `example`.
  public static let placeholder = "…"
}

extension Rule {
  /// `invalid-example`.
  public static let invalidExample = Rule(
    "invalid-example", .error,
    "A code, a description or an example does not match the `pattern` or `max_length` of its field.",
    explanation: """
      The documentation shows responses with codes, descriptions and the `example` of each field, so these must match the \
      `pattern` and `max_length` of their field. A required field whose constraints rule out the default example needs its own.
      """,
    reason: "The generated schemas would reject the generated examples.",
    example: .yaml(
      "not_found: {status: 404, description: The order does not exist or it was deleted}", insteadOf: "not_found:"),
    remedy: "Change the value or the field to match what the API sends.")
}
