import ArgumentParser
import ErrataDiagnostics
import ErrataText
import ErrataValidation

extension InputKind: ExpressibleByArgument {}

/// The format of the findings and the summary.
enum ValidationFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, github, markdown

  /// The format of the findings. With Markdown, there are none.
  var diagnosticFormat: DiagnosticFormat {
    switch self {
    case .text, .markdown: .text
    case .json: .json
    case .github: .github
    }
  }
}

/// `extra-field=off`
struct RuleArgument {
  let rule: FindingRule
  let level: RuleSettings.Level

  /// - Throws: `ValidationError` if the rule or the severity does not exist.
  init(_ argument: String) throws {
    let (name, value) = try pair(argument, as: "extra-field=off")
    rule = try findingRule(name)
    guard let level = RuleSettings.Level(rawValue: value) else {
      throw ValidationError("`\(value)` is not a severity. Expected off, warning or error.")
    }
    self.level = level
  }
}

/// `warning`, or rules separated by commas.
struct FailureArgument {
  enum Condition {
    /// A finding with this severity or a higher one.
    case severity(Severity)
    case rule(FindingRule)
  }

  let conditions: [Condition]

  /// - Throws: `ValidationError` if a rule does not exist.
  init(_ argument: String) throws {
    conditions = try argument.split(separator: ",", omittingEmptySubsequences: false).map { name in
      if let severity = Severity(rawValue: String(name)) { return .severity(severity) }
      return .rule(try findingRule(String(name), or: Severity.allCases.map(\.rawValue)))
    }
  }
}

/// `status=response.status,path=request.uri`
struct FieldsArgument {
  let names: [(role: ExchangeFields.Role, member: String)]

  /// - Throws: `ValidationError` if exchanges have no such part.
  init(_ argument: String) throws {
    names = try argument.split(separator: ",", omittingEmptySubsequences: false).map { field in
      let (name, member) = try pair(String(field), as: "status=response.status")
      guard let role = ExchangeFields.Role(rawValue: name) else {
        let roles = ExchangeFields.Role.allCases.map(\.rawValue)
        throw ValidationError("`\(name)` is not a part of an exchange. \(didYouMean(name, among: roles))")
      }
      return (role, member)
    }
  }
}

/// The names of the members that have the parts of exchanges.
/// - Parameter names: the names of parts without an argument.
/// - Throws: `ValidationError` if a part has two arguments.
func fieldNames(
  _ arguments: [FieldsArgument], addedTo names: [ExchangeFields.Role: String] = [:]
) throws -> [ExchangeFields.Role: String] {
  var names = names
  var given: Set<ExchangeFields.Role> = []
  for (role, name) in arguments.flatMap(\.names) {
    if !given.insert(role).inserted { throw ValidationError("--fields has two members for `\(role.rawValue)`.") }
    names[role] = name
  }
  return names
}

/// The members that have the parts of exchanges.
/// - Throws: `ValidationError` if they contradict each other.
func exchangeFields(_ names: [ExchangeFields.Role: String]) throws -> ExchangeFields {
  do { return try ExchangeFields(names) } catch { throw ValidationError("Invalid --fields: \(error.message).") }
}

/// The two sides of the first `=`.
private func pair(_ text: String, as example: String) throws -> (String, String) {
  let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
  guard parts.count == 2 else { throw ValidationError("Expected a name and a value, as in \(example).") }
  return (parts[0], parts[1])
}

/// - Parameter others: other names that are possible instead.
private func findingRule(_ name: String, or others: [String] = []) throws -> FindingRule {
  if let rule = FindingRule(name: name) { return rule }
  let names = others + FindingRule.allCases.map(\.name)
  throw ValidationError("`\(name)` is not a rule for responses. \(didYouMean(name, among: names))")
}

private func didYouMean(_ name: String, among names: [String]) -> String {
  nearestName(to: name, among: names).map { "Did you mean `\($0)`?" } ?? "Expected \(enumerated(names, "or"))."
}
