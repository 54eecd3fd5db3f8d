import ErrataDiagnostics
import ErrataText
import ErrataValidation
import ErrataYAML

/// Reads `validate` of a configuration.
func validationConfiguration(_ node: Node, _ nodes: inout NodeDecoder) -> ValidationConfiguration? {
  guard let mapping = nodes.mapping(node, of: ValidateKey.self) else { return nil }
  var validation = ValidationConfiguration()
  for entry in mapping[.rules].flatMap({ nodes.entries($0, "the rules") }) ?? [] {
    setRule(entry, in: &validation.rules, &nodes)
  }
  if let fields = mapping[.fields] { validation.fields = exchangeFields(fields, &nodes) }
  return validation
}

private func setRule(_ entry: Node.Entry, in rules: inout RuleSettings, _ nodes: inout NodeDecoder) {
  guard let rule = FindingRule(name: entry.key) else {
    let names = FindingRule.allCases.map(\.name)
    nodes.report(
      .unknownKey, "unknown rule `\(entry.key)`", at: entry.keyRange,
      hint: suggestion(for: entry.key, among: names) ?? "see `errata explain RULE` and the list of rules")
    return
  }
  var level: RuleSettings.Level?
  var statuses: [Int] = []
  if case .mapping = entry.value.content {
    guard let mapping = nodes.mapping(entry.value, of: RuleSettingKey.self) else { return }
    level = mapping[.severity].flatMap { choice($0, "severity", "`severity`", &nodes) }
    let items = mapping[.status].flatMap { nodes.items($0, "`status`") } ?? []
    statuses = items.compactMap { status($0, &nodes) }
  } else {
    level = choice(entry.value, "severity", "the severity of `\(entry.key)`", &nodes)
  }
  if let level { rules.set(rule, to: level, forStatuses: statuses) }
}

private func status(_ node: Node, _ nodes: inout NodeDecoder) -> Int? {
  guard let status = nodes.number(node, "a status") else { return nil }
  if (100...599).contains(status) { return status }
  nodes.report(
    .wrongType, "`\(status)` is not a valid HTTP status", at: node.range, hint: "use a number from 100 to 599")
  return nil
}

private func exchangeFields(_ node: Node, _ nodes: inout NodeDecoder) -> [ExchangeFields.Role: String] {
  let roles = ExchangeFields.Role.allCases.map(\.rawValue)
  var names: [ExchangeFields.Role: String] = [:]
  if !nodes.checkKeys(node, "the fields of exchanges", names: roles) { return [:] }
  for entry in node.entries {
    guard let role = ExchangeFields.Role(rawValue: entry.key) else { continue }
    names[role] = nodes.text(entry.value, "`\(entry.key)`")
  }
  do {
    _ = try ExchangeFields(names)
  } catch {
    nodes.report(.wrongType, error.message, at: node.range, hint: "name a separate member for each part")
    return [:]
  }
  return names
}
