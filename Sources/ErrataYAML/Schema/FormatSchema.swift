import ErrataText

/// The JSON Schema (draft-07) of a documented format for editors, made of its key tables.
package struct FormatSchema: Sendable {
  private let identifier: String
  private let comment: String
  private let root: KeyTable
  private let partial: [KeyTable]

  /// - Parameters:
  ///   - identifier: the `$id`.
  ///   - comment: the `$comment`.
  ///   - root: the table of the keys at the top.
  ///   - partial: the tables of mappings whose other keys may be in another file, so that none is required.
  package init(_ identifier: String, comment: String, root: KeyTable, partial: [KeyTable] = []) {
    self.identifier = identifier
    self.comment = comment
    self.root = root
    self.partial = partial
  }

  /// The schema.
  package var json: JSONValue {
    let definitions = Definition.all(of: root).map { definition in
      switch definition {
      case .table(let table): (definition.name, JSONValue.object(members(of: table)))
      case .type(_, let type): (definition.name, type.schema)
      }
    }
    return .object(
      [
        ("$schema", .string("http://json-schema.org/draft-07/schema#")), ("$id", .string(identifier)),
        ("$comment", .string(comment)),
      ] + members(of: root) + [("definitions", .object(definitions))])
  }

  private func members(of table: KeyTable) -> [(String, JSONValue)] {
    let isPartial = partial.contains { $0.subject == table.subject }
    let required = isPartial ? [] : table.keys.filter(\.isRequired).map { JSONValue.string($0.name) }
    let properties = table.keys.map { ($0.name, JSONValue.object(members(of: $0))) }
    return [("title", .string(table.title)), ("type", .string("object"))]
      + (required.isEmpty ? [] : [("required", .array(required))])
      + [("properties", .object(properties)), ("additionalProperties", .bool(false))]
      + table.rules.flatMap(\.members)
  }

  private func members(of key: Key) -> [(String, JSONValue)] {
    // What is beside a `$ref` is ignored. The type lets an editor complete the key with the start of a mapping.
    let members: [(String, JSONValue)] =
      switch key.type {
      case .mapping: [("type", .string("object")), ("allOf", .array([key.type.schema]))]
      case .shared: [("allOf", .array([key.type.schema]))]
      default: key.type.members
      }
    return [("description", .string(plainSentence(key.description)))] + members
  }
}

extension KeyRule {
  /// The keywords of a schema for a mapping to which the rule applies.
  fileprivate var members: [(String, JSONValue)] {
    switch self {
    case .exactlyOne(let keys):
      // Not `oneOf`, so that an editor underlines a second key.
      let others = keys.indices.dropLast().map { index in
        (keys[index], JSONValue.object([("properties", .object(keys[(index + 1)...].map { ($0, .bool(false)) }))]))
      }
      return [
        ("anyOf", .array(keys.map { .object([("required", .array([.string($0)]))]) })),
        ("dependencies", .object(others)),
      ]
    case .requires(let key, let other):
      return [("dependencies", .object([(key, .array([.string(other)]))]))]
    case .forbids(let keys, let key, let values):
      let isOneOfThem = JSONValue.object([("enum", .array(values.map(JSONValue.string)))])
      return [
        ("if", .object([("required", .array([.string(key)])), ("properties", .object([(key, isOneOfThem)]))])),
        ("then", .object([("properties", .object(keys.map { ($0, .bool(false)) }))])),
      ]
    }
  }
}

/// A description as a sentence without links, since not every editor shows Markdown.
func plainSentence(_ markdown: String) -> String {
  let text = markdown.replacing(#/\[([^\]]*)\]\([^)]*\)/#) { $0.output.1 }
  return text.prefix(1).uppercased() + text.dropFirst() + "."
}
