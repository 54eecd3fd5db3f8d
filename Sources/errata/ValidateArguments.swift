import ArgumentParser
import ErrataDiagnostics
import ErrataText
import ErrataValidation

extension InputKind: ExpressibleByArgument {}

/// `extra-field=off,unknown-code=error`
struct RuleArgument {
  let settings: [(rule: FindingRule, level: RuleSettings.Level)]

  /// - Throws: `ValidationError` if a rule or a severity does not exist.
  init(_ argument: String) throws {
    settings = try items(argument).map { item in
      let (name, value) = try pair(item, as: "extra-field=off")
      let rule = try findingRule(name)
      guard let level = RuleSettings.Level(rawValue: value) else {
        throw ValidationError("`\(value)` is not a severity. Expected off, warning or error.")
      }
      return (rule, level)
    }
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
    conditions = try items(argument).map { name in
      let severities: [Severity] = [.warning, .error]
      if let severity = severities.first(where: { $0.rawValue == name }) { return .severity(severity) }
      return .rule(try findingRule(name, or: severities.map(\.rawValue)))
    }
  }
}

/// `status=response.status,path=request.uri`
struct FieldsArgument {
  let names: [(role: ExchangeFields.Role, member: String)]

  /// - Throws: `ValidationError` if exchanges have no such part.
  init(_ argument: String) throws {
    names = try items(argument).map { field in
      let (name, member) = try pair(field, as: "status=response.status")
      guard let role = ExchangeFields.Role(rawValue: name) else {
        let roles = ExchangeFields.Role.allCases.map(\.rawValue)
        throw ValidationError("`\(name)` is not a part of an exchange. \(didYouMean(name, among: roles))")
      }
      return (role, member)
    }
  }
}

/// The items of a list with commas.
private func items(_ argument: String) -> [String] {
  argument.split(separator: ",", omittingEmptySubsequences: false)
    .map { String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
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

/// Checks the path prefix of an API.
/// - Throws: `ValidationError` if no path of a request can begin with it.
func checkBase(_ base: String?) throws {
  guard let base, !base.hasPrefix("/") || base.contains(where: { "*?#".contains($0) }) else { return }
  throw ValidationError("`\(base)` is not a path. Expected the start of all paths, as in --base /csc/v2.")
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
  let nearest = nearestName(to: name, among: names).map { "Did you mean `\($0)`?" }
  return nearest ?? (names.count > 12 ? "`docs/rules.md` lists them all." : "Expected \(enumerated(names, "or")).")
}
