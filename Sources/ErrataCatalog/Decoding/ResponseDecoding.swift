import ErrataDiagnostics
import ErrataText
import ErrataYAML

extension CatalogDecoder {
  /// How a surface's errors come over the wire; nil where the node is no mapping.
  mutating func response(_ entry: Node.Entry) -> ResponseFormat? {
    let keys = NodeDecoder.Keys(required: ["carrier", "fields"])
    guard let node = nodes.mapping(entry.value, "a response", keys: keys, name: entry.keyRange) else { return nil }
    let carrier = node["carrier"].flatMap { self.carrier($0) }
    let fields = node.entry("fields").flatMap { self.fields($0) }
    return ResponseFormat(carrier: carrier ?? .json, fields: fields ?? [], origin: Origin(entry))
  }

  private mutating func carrier(_ node: Node) -> ResponseFormat.Carrier? {
    guard let text = nodes.text(node, "the carrier") else { return nil }
    if let carrier = ResponseFormat.Carrier(exactly: text) { return carrier }
    nodes.report(
      .wrongType, "`\(text)` is not a carrier", at: node.range,
      hint: "write `json` for an object in the body, or `query` for parameters of a redirect")
    return nil
  }

  private mutating func fields(_ entry: Node.Entry) -> [ResponseField]? {
    let roles = ResponseField.Role.allCases.map(\.rawValue)
    let keys = NodeDecoder.Keys(required: ["code"], optional: roles.filter { $0 != "code" })
    guard let node = nodes.mapping(entry.value, "`fields`", keys: keys, name: entry.keyRange) else {
      return nil
    }
    var fields: [ResponseField] = []
    for entry in node.entries {
      guard let role = ResponseField.Role(exactly: entry.key), let field = field(entry, role) else { continue }
      if let other = fields.first(where: { $0.name.isExactly(field.name) }) {
        nodes.report(
          .duplicateKey, "the field `\(field.name)` has two roles, `\(other.role)` and `\(field.role)`",
          at: entry.keyRange, related: [.init("the first one is here", at: nodes.sources.location(other.origin.range))],
          hint: "give each role a field of its own")
        continue
      }
      fields.append(field)
    }
    return fields
  }

  private mutating func field(_ entry: Node.Entry, _ role: ResponseField.Role) -> ResponseField? {
    if case .scalar = entry.value.content {
      guard let name = fieldName(entry.value) else { return nil }
      return ResponseField(
        role: role, name: name, isRequired: true, pattern: nil, maxLength: nil, example: nil, origin: Origin(entry))
    }
    let keys = NodeDecoder.Keys(required: ["name"], optional: ["required", "pattern", "max_length", "example"])
    guard let node = nodes.mapping(entry.value, "a field", keys: keys, name: entry.keyRange) else { return nil }
    let isRequired = node["required"].flatMap { nodes.flag($0, "`required`") } ?? true
    let pattern = node["pattern"].flatMap { nodes.text($0, "the pattern") }
    let maxLength = node["max_length"].flatMap { nodes.number($0, "the maximum length") }
    let example = node["example"].flatMap { nodes.text($0, "the example") }
    guard let name = node["name"].flatMap({ fieldName($0) }) else { return nil }
    return ResponseField(
      role: role, name: name, isRequired: isRequired, pattern: pattern, maxLength: maxLength, example: example,
      origin: Origin(entry))
  }

  private mutating func fieldName(_ node: Node) -> String? {
    guard let name = nodes.text(node, "the name of a field") else { return nil }
    if !name.isEmpty { return name }
    nodes.report(.invalidName, "a field needs a name", at: node.range, hint: "write its name as it is on the wire")
    return nil
  }
}
