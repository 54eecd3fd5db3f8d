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
      hint: suggestion(for: entry.key, among: names) ?? "name a rule that `errata validate` reports in a response")
    return
  }
  var level: RuleSettings.Level?
  var statuses: [Int] = []
  if case .mapping = entry.value.content {
    guard let mapping = nodes.mapping(entry.value, of: RuleSettingKey.self) else { return }
    level = mapping[.severity].flatMap { choice($0, "severity", "`severity`", &nodes) }
    if let node = mapping[.status], let items = nodes.items(node, "`status`") {
      statuses = items.compactMap { status($0, &nodes) }
      if items.isEmpty {
        nodes.report(.wrongType, "`status` is an empty list", at: node.range, hint: "remove it to set the rule for all")
      }
    }
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
  for conflict in ExchangeFields.conflicts(in: names) {
    guard let value = node[conflict.role.rawValue] else { continue }
    nodes.report(
      .wrongType, conflict.message, at: value.range, hint: "name the member of this part, such as `response.status`")
  }
  return names
}
