import ErrataCatalog
import ErrataDiagnostics
import ErrataText
import ErrataYAML

/// Reads `diff` of a configuration: the changes that are accepted.
func acceptedChanges(_ node: Node, _ nodes: inout NodeDecoder) -> [Acceptance]? {
  guard let mapping = nodes.mapping(node, of: DiffKey.self) else { return nil }
  var acceptances: [Acceptance] = []
  var first: [ExactText: Acceptance] = [:]
  for item in mapping[.accept].flatMap({ nodes.items($0, "the accepted changes") }) ?? [] {
    guard let acceptance = acceptance(item, &nodes) else { continue }
    if let other = first[ExactText(acceptance.change)] {
      nodes.report(
        .duplicateValue, "duplicate change `\(acceptance.change)`",
        at: item[AcceptanceKey.change.rawValue]?.range ?? item.range,
        related: [.init("first accepted here", at: other.location)], hint: "keep one of them")
    } else {
      first[ExactText(acceptance.change)] = acceptance
      acceptances.append(acceptance)
    }
  }
  return acceptances
}

private func acceptance(_ node: Node, _ nodes: inout NodeDecoder) -> Acceptance? {
  guard let mapping = nodes.mapping(node, of: AcceptanceKey.self) else { return nil }
  let reason = mapping[.reason].flatMap { text($0, "the reason", "say why the change breaks nobody", &nodes) }
  let expires = mapping[.expires].flatMap { day($0, &nodes) }
  guard let name = mapping[.change],
    let change = text(name, "the change", "copy its name from the report of `errata diff`", &nodes), let reason
  else { return nil }
  return Acceptance(
    change: change, reason: singleLine(reason), expires: expires, location: nodes.sources.location(name.range))
}

/// A string that is not empty.
private func text(_ node: Node, _ subject: String, _ hint: String, _ nodes: inout NodeDecoder) -> String? {
  guard let text = nodes.text(node, subject) else { return nil }
  if !Prose(text).isEmpty { return text }
  nodes.report(.wrongType, "\(subject) is empty", at: node.range, hint: hint)
  return nil
}

private func day(_ node: Node, _ nodes: inout NodeDecoder) -> CalendarDay? {
  guard let text = nodes.text(node, "`expires`") else { return nil }
  if let day = CalendarDay(text) { return day }
  nodes.report(
    .wrongType, "`\(text)` is not a valid date", at: node.range, hint: "write year, month and day, as in 2027-01-31")
  return nil
}
