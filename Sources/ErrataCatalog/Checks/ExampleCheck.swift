import ErrataDiagnostics
import ErrataYAML

/// What stands in examples must be what the fields allow, since documents show it and schemas judge it: `invalid-example`. Codes,
/// descriptions and the fields' own examples are looked at.
enum ExampleCheck: CatalogCheck {
  static let rules: [Rule] = [.invalidExample]

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    catalog.surfaces.flatMap { surface in
      surface.response.fields.flatMap { field -> [Diagnostic] in
        guard let form = FieldForm(field) else { return [] }
        return switch field.role {
        case .code: surface.errors.compactMap { codeProblem($0, form, in: catalog) }
        case .description: surface.errors.compactMap { descriptionProblem($0, form, in: catalog) }
        case .reference, .uri, .state: exampleProblem(form, in: catalog).map { [$0] } ?? []
        }
      }
    }
  }

  private static func codeProblem(_ error: ErrorEntry, _ form: FieldForm, in catalog: Catalog) -> Diagnostic? {
    problem("the code `\(error.code)`", form.fault(in: error.code), form, at: error.origin.range, in: catalog)
  }

  private static func descriptionProblem(_ error: ErrorEntry, _ form: FieldForm, in catalog: Catalog) -> Diagnostic? {
    problem(
      "the description of `\(error.code)`", form.fault(in: error.description), form,
      at: error.origin.range(of: ErrorKey.description), in: catalog)
  }

  private static func exampleProblem(_ form: FieldForm, in catalog: Catalog) -> Diagnostic? {
    if let example = form.field.example {
      return problem(
        "the example", form.fault(in: example), form, at: form.field.origin.range(of: FieldKey.example), in: catalog)
    }
    // Documents must show something, and would not know what.
    guard form.field.isRequired, form.fault(in: ResponseField.placeholder) != nil else { return nil }
    return Diagnostic(
      .invalidExample, "the field `\(form.field.name)` is always there and has a form, but no example",
      at: catalog.sources.location(form.field.origin.range), hint: "add `example: …`, a value as the API sends it")
  }

  private static func problem(
    _ subject: String, _ fault: String?, _ form: FieldForm, at range: SourceRange, in catalog: Catalog
  ) -> Diagnostic? {
    guard let fault else { return nil }
    let key: FieldKey = fault == FieldForm.patternFault ? .pattern : .maxLength
    return Diagnostic(
      .invalidExample, "\(subject) \(fault) of the field `\(form.field.name)`", at: catalog.sources.location(range),
      related: [.init("it is given here", at: catalog.sources.location(form.field.origin.range(of: key)))],
      hint: "change the one or the other, as the API really is")
  }
}

/// What a field asks of its values.
private struct FieldForm {
  static let patternFault = "does not match the pattern"

  let field: ResponseField
  private let expression: Regex<AnyRegexOutput>?

  /// nil where it asks for nothing that can be looked at.
  init?(_ field: ResponseField) {
    self.field = field
    expression = field.pattern.flatMap { portabilityFault(in: $0) == nil ? fieldExpression(of: $0) : nil }
    if expression == nil, field.maxLength == nil { return nil }
  }

  /// What is wrong with `value`, in a few words before "of the field"; nil where nothing is.
  func fault(in value: String) -> String? {
    if let maxLength = field.maxLength, value.unicodeScalars.count > maxLength {
      return "has \(value.unicodeScalars.count) characters, more than the \(maxLength)"
    }
    if let expression, (try? expression.firstMatch(in: value)) == nil { return Self.patternFault }
    return nil
  }
}

extension ResponseField {
  /// What examples show of a field that is always there and has no example of its own.
  public static let placeholder = "…"
}

extension Rule {
  /// `invalid-example`.
  public static let invalidExample = Rule(
    "invalid-example", .error,
    "A code, a description or an example does not match the `pattern` or `max_length` of its own field.",
    explanation: """
      Documentation shows codes, descriptions and the `example` of fields as they come in a response, so they must match the \
      `pattern` and `max_length` of their field. A required field with a form of its own needs an example.
      """,
    reason: "The examples would be rejected by the schemas that are generated beside them.",
    example: .yaml(
      "not_found: {status: 404, description: The order does not exist or it was deleted}", insteadOf: "not_found:"),
    remedy: "Change the text or the field, whichever differs from what the API sends.")
}
