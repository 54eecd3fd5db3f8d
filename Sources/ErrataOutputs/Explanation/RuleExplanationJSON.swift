import ErrataDiagnostics
import ErrataText

extension RuleExplanation {
  /// The rules as JSON, described in `docs/explain.md`.
  package var json: JSONValue {
    .object([("rule", .string(name)), ("rules", rules)])
  }

  private var rules: JSONValue {
    .array(
      meanings.map { place, rule in
        .object([
          ("place", .string(place)), ("severity", .string(rule.severity.rawValue)), ("summary", .string(rule.summary)),
          ("explanation", .string(rule.explanation)), ("reason", .string(rule.reason)),
          ("example", json(rule.example)), ("remedy", .string(rule.remedy)),
        ])
      })
  }

  private func json(_ example: RuleExample) -> JSONValue {
    let file = example.file.map { [("file", JSONValue.string($0.name)), ("text", .string($0.text))] } ?? []
    return .object(file + [("commands", .string(example.commands))])
  }

  /// The JSON explanation of a code, with the rules of the same name added if there are any.
  package func json(addedTo explanation: JSONValue) -> JSONValue {
    guard !isEmpty, case .object(let members) = explanation else { return explanation }
    return .object(members + [("rules", rules)])
  }
}
