import ErrataText

extension Key.ValueType {
  /// The schema of the values.
  var schema: JSONValue { .object(members) }

  /// The keywords of the schema of the values.
  var members: [(String, JSONValue)] {
    switch self {
    case .text: return [("type", Self.scalars)]
    case .form(let form): return form.members
    case .choice(let words, let meanings): return choice(words, meanings)
    case .number(let range, let pattern):
      let maximum = range.upperBound == .max ? [] : [("maximum", JSONValue.number(range.upperBound))]
      return [("type", .array([.string("integer"), .string("string")])), ("minimum", .number(range.lowerBound))]
        + maximum + [("pattern", .string(pattern)), ("errorMessage", .string("expected \(range.words)"))]
    case .flag:
      return [("type", .array([.string("boolean"), .string("string")])), ("pattern", .string("^(true|false)$"))]
    case .list(let list): return list.members
    case .mapping, .shared: return definitions.map { ("$ref", .string("#/definitions/\($0.name)")) }
    case .entries(let entries): return entries.members
    case .either(let types): return [("anyOf", .array(types.map(\.schema)))]
    }
  }

  /// The types of a text. Errata reads every scalar as text, but an editor reads `no` as a Boolean and `0123` as a number.
  fileprivate static let scalars = JSONValue.array(["string", "number", "boolean", "null"].map(JSONValue.string))

  private func choice(_ words: [String], _ meanings: [String]) -> [(String, JSONValue)] {
    let words: [(String, JSONValue)] =
      [("enum", .array(words.map(JSONValue.string)))]
      + (meanings.isEmpty ? [] : [("enumDescriptions", .array(meanings.map { .string(plainSentence($0)) }))])
    guard case .choice(let names, _) = self, names.contains("off") else { return words }
    // What `off` is in YAML 1.1. A `const` would be offered for completion.
    let isFalse = JSONValue.object([
      ("if", .object([("type", .string("boolean"))])), ("then", .object([("const", .bool(false))])),
      ("else", .bool(false)),
    ])
    return [("anyOf", .array([.object(words), isFalse]))]
  }

  /// The definitions that the schema refers to, without those within them.
  var definitions: [Definition] {
    switch self {
    case .text, .form, .choice, .number, .flag: []
    case .list(let list): list.items.flatMap(\.definitions)
    case .mapping(let table): [.table(table)]
    case .entries(let entries): entries.value.definitions
    case .either(let types): types.flatMap(\.definitions)
    case .shared(let name, let type): [.type(name, type)]
    }
  }
}

extension TextForm {
  /// The keywords of the schema of such texts. A pattern applies to strings only.
  fileprivate var members: [(String, JSONValue)] {
    [("type", isAlwaysText ? .string("string") : Key.ValueType.scalars)] + constraints
  }

  /// The keywords without the type.
  fileprivate var constraints: [(String, JSONValue)] {
    [("pattern", .string(pattern)), ("errorMessage", .string("expected \(name)"))]
  }
}

extension Key.ListType {
  /// The keywords of the schema of the lists. A single value may be written without brackets, so its keywords are beside those of a list.
  fileprivate var members: [(String, JSONValue)] {
    let item = items[0]
    let single = item.isScalar ? item.members : []
    let types: [JSONValue] =
      switch single.first(where: { $0.0 == "type" })?.1 {
      case .array(let types): types
      case let type?: [type]
      case nil: []
      }
    let type: JSONValue = types.isEmpty ? .string("array") : .array([.string("array")] + types)
    return [("type", type)] + single.filter { $0.0 != "type" }
      + (items.count == 1
        ? [("items", item.schema)]
        : [("items", .array(items.dropLast().map(\.schema))), ("additionalItems", items[items.count - 1].schema)])
      + (isEmptyAllowed ? [] : [("minItems", .number(1))])
      + (areDuplicatesAllowed ? [] : [("uniqueItems", .bool(true))])
  }
}

extension Key.ValueType {
  /// Whether it is text or a number, which in a list of one may be written as a single value.
  fileprivate var isScalar: Bool {
    switch self {
    case .text, .form, .number: true
    case .choice, .flag, .list, .mapping, .entries, .either, .shared: false
    }
  }
}

extension Key.EntriesType {
  /// The keywords of the schema of the mappings.
  fileprivate var members: [(String, JSONValue)] {
    [("type", .string("object"))] + (isEmptyAllowed ? [] : [("minProperties", .number(1))])
      + (keys.map { [("propertyNames", .object($0.constraints))] } ?? [])
      + [("additionalProperties", value.schema)]
  }
}

extension ClosedRange<Int> {
  /// As in "a number from 100 to 599".
  fileprivate var words: String {
    if lowerBound == upperBound { return "`\(lowerBound)`" }
    return upperBound == .max ? "a number, \(lowerBound) or more" : "a number from \(lowerBound) to \(upperBound)"
  }
}
