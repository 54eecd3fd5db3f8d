import ErrataDiagnostics
import ErrataText

extension RuleExplanation {
  /// For programs: `docs/explain.md` describes it.
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

  /// The explanation of a code, with the rules of the same name where there are any.
  package func json(beside explanation: JSONValue) -> JSONValue {
    guard !isEmpty, case .object(let members) = explanation else { return explanation }
    return .object(members + [("rules", rules)])
  }
}
