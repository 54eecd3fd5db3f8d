import ErrataDiagnostics
import ErrataText
import ErrataYAML

extension CatalogDecoder {
  /// Decodes how a surface's errors are sent; nil if the node isn't a mapping.
  mutating func response(_ entry: Node.Entry) -> ResponseFormat? {
    guard let response = nodes.mapping(entry.value, of: ResponseKey.self, name: entry.keyRange) else { return nil }
    let carrier = response[.carrier].flatMap { choice($0, "carrier", ResponseFormat.Carrier.self) } ?? .json
    if carrier != .json {
      for key in ResponseKey.bodyKeys { rejectKey(key, in: response, carrier) }
    }
    let listConditions = conditions(response[.whereKey], "`where`")
    let list = response[.errors].flatMap { pointer($0) }.map {
      ResponseFormat.ErrorList(pointer: $0, conditions: listConditions)
    }
    if let whereEntry = response.entry(.whereKey), response[.errors] == nil, !listConditions.isEmpty {
      nodes.report(
        .unknownKey, "`where` without `errors`", at: whereEntry.keyRange,
        hint: "add `errors: …` with a pointer to the list, or use `when` for members of the body")
    }
    return ResponseFormat(
      carrier: carrier,
      wireProtocol: response[.wireProtocol].flatMap { choice($0, "protocol", ResponseFormat.WireProtocol.self) },
      mediaType: response[.mediaType].flatMap { nodes.text($0, "`media_type`") },
      conditions: conditions(response[.when], "`when`"), list: list,
      fields: response.entry(.fields).flatMap { fields($0, carrier) } ?? [],
      details: named(response[.details], "`details`") { $0.field($1, role: nil, carrier) }, origin: Origin(entry))
  }

  private mutating func rejectKey(
    _ key: ResponseKey, in response: KeyedMapping<ResponseKey>, _ carrier: ResponseFormat.Carrier
  ) {
    guard let entry = response.entry(key) else { return }
    nodes.report(
      .unknownKey, "`\(key.rawValue)` is not allowed with `carrier: \(carrier.rawValue)`", at: entry.keyRange,
      hint: "remove it, or use `carrier: json` if the errors are in a JSON body")
  }

  private mutating func fields(_ entry: Node.Entry, _ carrier: ResponseFormat.Carrier) -> [ResponseField]? {
    let roles = nodes.mapping(entry.value, of: ResponseField.Role.self, name: entry.keyRange)
    guard let roles else { return nil }
    var fields: [ResponseField] = []
    for entry in roles.node.entries {
      guard let role = ResponseField.Role(exactly: entry.key), let field = field(entry, role: role, carrier) else {
        continue
      }
      if let other = fields.first(where: { $0.hasOnlyPlace(of: field) }) {
        nodes.report(
          .duplicateKey, "the field `\(field.name)` is used for two roles, `\(other.key)` and `\(field.key)`",
          at: entry.keyRange, related: [.init("first used here", at: nodes.sources.location(other.origin.range))],
          hint: "use a separate field for each role")
        continue
      }
      fields.append(field)
    }
    return fields
  }

  /// Decodes a field or, without a role, a detail: a name, a mapping, or a list of places whose first one has the field's
  /// constraints.
  private mutating func field(_ entry: Node.Entry, role: ResponseField.Role?, _ carrier: ResponseFormat.Carrier)
    -> ResponseField?
  {
    var nodes: [Node] = [entry.value]
    if case .sequence(let items) = entry.value.content {
      nodes = items
      if items.isEmpty {
        self.nodes.report(
          .emptyList, "the list of places must not be empty", at: entry.value.range,
          hint: "write the places where the value can be")
      }
    }
    let places = nodes.enumerated().compactMap { place($1, isFirst: $0 == 0, entry, role, carrier) }
    let first = nodes.first
    let isRequired = first?[FieldKey.required].flatMap { self.nodes.flag($0, "`required`") }
    let pattern = first?[FieldKey.pattern].flatMap { self.nodes.text($0, "`pattern`") }
    let maxLength = first?[FieldKey.maxLength].flatMap { self.nodes.number($0, "`max_length`") }
    let example = first?[FieldKey.example].flatMap { self.nodes.text($0, "`example`") }
    if places.isEmpty { return nil }
    return ResponseField(
      key: entry.key, role: role, places: places, isRequired: isRequired ?? !(role == .code && carrier == .challenge),
      pattern: pattern, maxLength: maxLength, example: example, origin: Origin(entry))
  }

  private mutating func place(
    _ node: Node, isFirst: Bool, _ entry: Node.Entry, _ role: ResponseField.Role?, _ carrier: ResponseFormat.Carrier
  ) -> FieldPlace? {
    let origin = Origin(name: entry.keyRange, node: node)
    let defaultType = role?.defaultType ?? .text
    if case .scalar = node.content {
      guard let name = fieldName(node) else { return nil }
      return FieldPlace(
        location: .member(JSONPointer(tokens: [name]), isFromBody: false), type: defaultType, prefix: nil, until: nil,
        after: nil, origin: origin)
    }
    let names = (isFirst ? FieldKey.allCases : FieldKey.placeKeys).map(\.rawValue)
    guard nodes.checkKeys(node, isFirst ? "a field" : "another place of a field", names: names) else { return nil }
    let location = location(node, entry, carrier)
    let type = node[FieldKey.type].flatMap { fieldType($0, role) } ?? defaultType
    if let typeNode = node[FieldKey.type], type == .json, case .header = location {
      nodes.report(.wrongType, "a header cannot have the type `json`", at: typeNode.range, hint: "use `type: text`")
    }
    func text(_ key: FieldKey) -> String? {
      guard let value = node[key].flatMap({ nodes.text($0, "`\(key.rawValue)`") }) else { return nil }
      if value.isEmpty || type != .text {
        nodes.report(
          .wrongType, value.isEmpty ? "`\(key.rawValue)` must not be empty" : "`\(key.rawValue)` is for text only",
          at: node.entry(key.rawValue)?.keyRange ?? node.range, hint: "remove `\(key.rawValue)`")
        return nil
      }
      return value
    }
    let (prefix, until, after) = (text(.prefix), text(.until), text(.after))
    return location.map {
      FieldPlace(location: $0, type: type, prefix: prefix, until: until, after: after, origin: origin)
    }
  }

  /// Decodes `name`, `at` or `header`, exactly one of which must be there.
  private mutating func location(_ node: Node, _ entry: Node.Entry, _ carrier: ResponseFormat.Carrier)
    -> FieldPlace.Location?
  {
    let found = FieldKey.locationKeys.filter { node[$0] != nil }
    let isFromBody = isFromBody(node, found.first)
    guard let key = found.first, let value = node[key] else {
      nodes.report(
        .missingKey, "expected `name`, `at` or `header` in a field", at: entry.keyRange,
        hint: "add `name: …`, `at: …` with a JSON pointer, or `header: …`")
      return nil
    }
    for other in found.dropFirst() {
      nodes.report(
        .unknownKey, "`\(other.rawValue)` is not allowed beside `\(key.rawValue)`",
        at: node.entry(other.rawValue)?.keyRange ?? node.range, hint: "keep one of them, or write a list of places")
    }
    switch key {
    case .header: return nodes.text(value, "the name of a header").map { .header($0.lowercased()) }
    case .name: return fieldName(value).map { .member(JSONPointer(tokens: [$0]), isFromBody: isFromBody) }
    default:
      if carrier != .json {
        nodes.report(
          .unknownKey, "`at` is not allowed with `carrier: \(carrier.rawValue)`",
          at: node.entry(key.rawValue)?.keyRange ?? node.range, hint: "write the name of the parameter")
        return nil
      }
      return pointer(value).map { .member($0, isFromBody: isFromBody) }
    }
  }

  private mutating func isFromBody(_ node: Node, _ location: FieldKey?) -> Bool {
    guard let from = node.entry(FieldKey.from.rawValue), let text = nodes.text(from.value, "`from`") else {
      return false
    }
    if text.isExactly("body"), location != .header { return true }
    nodes.report(
      .wrongType,
      location == .header ? "`from` is not allowed beside `header`" : "expected `from` to be `body`, found `\(text)`",
      at: from.value.range, hint: "remove `from`")
    return false
  }

  private mutating func fieldType(_ node: Node, _ role: ResponseField.Role?) -> FieldType? {
    guard let type = choice(node, "type", FieldType.self) else { return nil }
    let types = role?.possibleTypes ?? FieldType.allCases
    if types.contains(type) { return type }
    nodes.report(
      .wrongType, "`\(type.rawValue)` is not a valid type of `\(role?.rawValue ?? "")`", at: node.range,
      hint: "use \(listed(types.map(\.rawValue), "or"))")
    return nil
  }

  private mutating func fieldName(_ node: Node) -> String? {
    guard let name = nodes.text(node, "the name of a field") else { return nil }
    if !name.isEmpty { return name }
    nodes.report(
      .invalidName, "the name of a field must not be empty", at: node.range, hint: "write the name that the API uses")
    return nil
  }

  private mutating func pointer(_ node: Node) -> JSONPointer? {
    guard let text = nodes.text(node, "a JSON pointer") else { return nil }
    if let pointer = JSONPointer(text) { return pointer }
    nodes.report(
      .invalidPointer, "`\(text)` is not a JSON pointer", at: node.range,
      hint: text.hasPrefix("/")
        ? "write `~0` for `~` and `~1` for `/` in a name" : "begin with `/`, as in `/\(text.replacing(".", with: "/"))`"
    )
    return nil
  }

  /// Decodes names and values. A plain scalar can be a number or a Boolean; in quotes it is text.
  private mutating func conditions(_ node: Node?, _ subject: String) -> [MemberCondition] {
    guard let node, let entries = nodes.entries(node, subject) else { return [] }
    if entries.isEmpty {
      nodes.report(
        .emptyList, "\(subject) must not be empty", at: node.range, hint: "add a member, or remove \(subject)")
    }
    return entries.compactMap { entry in
      guard let text = nodes.text(entry.value, "`\(entry.key)`") else { return nil }
      guard case .scalar(_, isPlain: true) = entry.value.content else {
        return MemberCondition(name: entry.key, value: .text(text))
      }
      if text.isExactly("true") || text.isExactly("false") {
        return MemberCondition(name: entry.key, value: .boolean(text.isExactly("true")))
      }
      return MemberCondition(name: entry.key, value: jsonNumber(text).map { .number($0) } ?? .text(text))
    }
  }

  /// The value of a number in the syntax of JSON (RFC 8259, section 6); nil for other text.
  private func jsonNumber(_ text: String) -> Double? {
    text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/) == nil
      ? nil : Double(text).flatMap { $0.isFinite ? $0 : nil }
  }

  private mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ node: Node, _ key: String, _: Choice.Type
  ) -> Choice? {
    guard let text = nodes.text(node, "`\(key)`") else { return nil }
    if let choice = Choice.allCases.first(where: { $0.rawValue.isExactly(text) }) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    nodes.report(
      .wrongType, "`\(text)` is not a valid \(key)", at: node.range,
      hint: suggestion(for: text, among: names) ?? "use \(listed(names, "or"))")
    return nil
  }
}

extension ResponseField {
  /// Whether both fields are in one and the same place, and nowhere else.
  fileprivate func hasOnlyPlace(of other: ResponseField) -> Bool {
    places.count == 1 && other.places.count == 1 && place.location == other.place.location
  }
}

extension ResponseFormat {
  /// Used for a response that could not be decoded and has been reported.
  static func placeholder(_ origin: Origin) -> ResponseFormat {
    ResponseFormat(
      carrier: .json, wireProtocol: nil, mediaType: nil, conditions: [], list: nil, fields: [], details: [],
      origin: origin)
  }
}

extension Node {
  fileprivate subscript(key: FieldKey) -> Node? { self[key.rawValue] }
}
