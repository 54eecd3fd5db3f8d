import ErrataDiagnostics
import ErrataText
import ErrataYAML

extension CatalogDecoder {
  /// Decodes how a surface's errors are sent; nil if the node isn't a mapping.
  mutating func response(_ entry: Node.Entry) -> ResponseFormat? {
    guard let response = nodes.mapping(entry.value, of: ResponseKey.self, name: entry.keyRange) else { return nil }
    let carrier = response[.carrier].flatMap { self.carrier($0) }
    let fields = response.entry(.fields).flatMap { self.fields($0) }
    return ResponseFormat(carrier: carrier ?? .json, fields: fields ?? [], origin: Origin(entry))
  }

  private mutating func carrier(_ node: Node) -> ResponseFormat.Carrier? {
    guard let text = nodes.text(node, "`carrier`") else { return nil }
    if let carrier = ResponseFormat.Carrier(exactly: text) { return carrier }
    nodes.report(
      .wrongType, "`\(text)` is not a valid carrier", at: node.range,
      hint: "use `json` for members of the JSON body, or `query` for parameters of a redirect")
    return nil
  }

  private mutating func fields(_ entry: Node.Entry) -> [ResponseField]? {
    let roles = nodes.mapping(entry.value, of: ResponseField.Role.self, name: entry.keyRange)
    guard let roles else { return nil }
    var fields: [ResponseField] = []
    for entry in roles.node.entries {
      guard let role = ResponseField.Role(exactly: entry.key), let field = field(entry, role) else { continue }
      if let other = fields.first(where: { $0.name.isExactly(field.name) }) {
        nodes.report(
          .duplicateKey, "the field `\(field.name)` is used for two roles, `\(other.role)` and `\(field.role)`",
          at: entry.keyRange, related: [.init("first used here", at: nodes.sources.location(other.origin.range))],
          hint: "use a separate field for each role")
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
    guard let field = nodes.mapping(entry.value, of: FieldKey.self, name: entry.keyRange) else { return nil }
    let isRequired = field[.required].flatMap { nodes.flag($0, "`required`") } ?? true
    let pattern = field[.pattern].flatMap { nodes.text($0, "`pattern`") }
    let maxLength = field[.maxLength].flatMap { nodes.number($0, "`max_length`") }
    let example = field[.example].flatMap { nodes.text($0, "`example`") }
    guard let name = field[.name].flatMap({ fieldName($0) }) else { return nil }
    return ResponseField(
      role: role, name: name, isRequired: isRequired, pattern: pattern, maxLength: maxLength, example: example,
      origin: Origin(entry))
  }

  private mutating func fieldName(_ node: Node) -> String? {
    guard let name = nodes.text(node, "the name of a field") else { return nil }
    if !name.isEmpty { return name }
    nodes.report(
      .invalidName, "the name of a field must not be empty", at: node.range, hint: "write the name that the API uses")
    return nil
  }
}
