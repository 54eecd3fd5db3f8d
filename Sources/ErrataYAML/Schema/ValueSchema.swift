import ErrataText

extension Key.ValueType {
  /// The schema of the values.
  var schema: JSONValue { .object(members) }

  /// The keywords of the schema of the values.
  var members: [(String, JSONValue)] {
    switch self {
    case .text, .form, .number: scalar.map { [("type", typeKeyword($0.types))] + $0.constraints } ?? []
    case .choice(let words, let meanings): Self.choice(words, meanings)
    case .flag: [("type", .array([.string("boolean"), .string("string")])), ("pattern", .string("^(true|false)$"))]
    case .list(let list): list.members
    case .mapping, .shared: definitions.map { ("$ref", .string("#/definitions/\($0.name)")) }
    case .entries(let entries): entries.members
    case .either(let types): [("anyOf", .array(types.map(\.schema)))]
    }
  }

  /// The keywords of the schema of text or a number; nil for other types. A pattern applies to strings only.
  fileprivate var scalar: (types: [String], constraints: [(String, JSONValue)])? {
    // Errata reads every scalar as text, but an editor reads `no` as a Boolean and `0123` as a number.
    let anyScalar = ["string", "number", "boolean", "null"]
    switch self {
    case .text: return (anyScalar, [])
    case .form(let form): return (form.isAlwaysText ? ["string"] : anyScalar, form.constraints)
    case .number(let range, let pattern):
      let maximum = range.upperBound == .max ? [] : [("maximum", JSONValue.number(range.upperBound))]
      let message = JSONValue.string("expected \(range.words)")
      return (
        ["integer", "string"],
        [("minimum", .number(range.lowerBound))] + maximum + [("pattern", .string(pattern)), ("errorMessage", message)]
      )
    case .choice, .flag, .list, .mapping, .entries, .either, .shared: return nil
    }
  }

  private static func choice(_ words: [String], _ meanings: [String]) -> [(String, JSONValue)] {
    let choice: [(String, JSONValue)] =
      [("enum", .array(words.map(JSONValue.string)))]
      + (meanings.isEmpty ? [] : [("enumDescriptions", .array(meanings.map { .string(plainSentence($0)) }))])
    if !words.contains("off") { return choice }
    // What `off` is in YAML 1.1. A `const` alone would be offered for completion.
    let isFalse = JSONValue.object([
      ("if", .object([("type", .string("boolean"))])), ("then", .object([("const", .bool(false))])),
      ("else", .bool(false)),
    ])
    return [("anyOf", .array([.object(choice), isFalse]))]
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
  /// The keywords of the schema of such texts, without the type.
  fileprivate var constraints: [(String, JSONValue)] {
    [("pattern", .string(pattern)), ("errorMessage", .string("expected \(name)"))]
  }
}

extension Key.ListType {
  /// The keywords of the schema of the lists. Text or a number may be written without brackets, so its keywords are beside those of a list.
  fileprivate var members: [(String, JSONValue)] {
    let single = items[0].scalar ?? ([], [])
    return [("type", typeKeyword(["array"] + single.types))] + single.constraints + itemMembers
      + (isEmptyAllowed ? [] : [("minItems", .number(1))])
      + (areDuplicatesAllowed ? [] : [("uniqueItems", .bool(true))])
  }

  private var itemMembers: [(String, JSONValue)] {
    guard items.count > 1, let last = items.last else { return [("items", items[0].schema)] }
    return [("items", .array(items.dropLast().map(\.schema))), ("additionalItems", last.schema)]
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

/// The value of `type`: a name, or a list if there are several.
private func typeKeyword(_ names: [String]) -> JSONValue {
  names.count == 1 ? .string(names[0]) : .array(names.map(JSONValue.string))
}
