import ErrataDiagnostics

/// The definition of a rule for responses. Its properties are not reference-counted, because all threads read names and
/// severities constantly.
struct RuleFacts: Sendable {
  enum Example: Sendable {
    /// One body of the surface `orders`.
    case body(StaticString)
    /// An exchange with the API.
    case exchange(StaticString)
    /// The URL of a redirect.
    case redirect(StaticString)
    /// Shell commands.
    case commands(StaticString)
  }

  let name: StaticString
  let severity: Severity
  /// The severity with `strict`.
  let strictSeverity: Severity
  private let summary: StaticString
  private let explanation: StaticString
  private let reason: StaticString
  private let example: Example
  private let remedy: StaticString

  init(
    _ name: StaticString, _ severity: Severity, strict: Severity? = nil, _ summary: StaticString,
    explanation: StaticString, reason: StaticString, example: Example, remedy: StaticString
  ) {
    self.name = name
    self.severity = severity
    strictSeverity = strict ?? severity
    self.summary = summary
    self.explanation = explanation
    self.reason = reason
    self.example = example
    self.remedy = remedy
  }

  /// The rule as `Rule`.
  var rule: Rule {
    Rule(
      "\(name)", severity, in: .response, "\(summary)", explanation: "\(explanation)", reason: "\(reason)",
      example: RuleExample(example), remedy: "\(remedy)")
  }
}

extension RuleExample {
  fileprivate init(_ example: RuleFacts.Example) {
    let validate = "errata validate --catalog shop.yaml"
    self =
      switch example {
      case .body(let text): .file("body.json", "\(text)\n", validate + " --surface orders body.json")
      case .exchange(let text): .file("exchanges.ndjson", "\(text)\n", validate + " exchanges.ndjson")
      case .redirect(let url): .commands("\(validate) '\(url)'")
      case .commands(let commands): .commands("\(commands)")
      }
  }
}
