/// A key of a mapping in a documented format.
package struct Key: Sendable {
  /// The type of a key's value. A list may be written as a single value.
  package enum ValueType: String, Sendable {
    case text
    case number
    case flag = "`true` or `false`"
    case list
    case mapping
    case place = "text, mapping or list of these"
  }

  /// The definition of a key, apart from its name.
  package struct Definition: Sendable {
    let type: ValueType
    let isRequired: Bool
    let description: String

    /// A required key.
    package static func required(_ type: ValueType, _ description: String) -> Definition {
      Definition(type: type, isRequired: true, description: description)
    }

    /// An optional key.
    package static func optional(_ type: ValueType, _ description: String) -> Definition {
      Definition(type: type, isRequired: false, description: description)
    }
  }

  /// The name as written in YAML.
  package let name: String
  /// The type of its value.
  package let type: ValueType
  /// Whether it is required.
  package let isRequired: Bool
  /// Its description for the documentation, in Markdown.
  package let description: String
}

/// The keys of one kind of mapping: an enum with a case for each key, so that a decoder can only read documented keys.
package protocol MappingKey: CaseIterable, RawRepresentable<String>, Sendable {
  /// The table of all keys.
  static var table: KeyTable { get }
  /// The definition of the key.
  var definition: Key.Definition { get }
}

/// The keys that one kind of mapping may have, for decoding and for documentation.
package struct KeyTable: Sendable {
  /// The mapping's name in messages, such as "a surface".
  package let subject: String
  /// The keys, in the order of the documentation.
  package let keys: [Key]
  /// The names of the required keys.
  let required: [String]
  /// The names of all keys, required keys first.
  let names: [String]

  /// - Parameters:
  ///   - subject: the mapping's name in messages, such as "a surface".
  ///   - keys: the keys, in the order of the documentation.
  package init<Name: MappingKey>(_ subject: String, _ keys: some Sequence<Name>) {
    self.subject = subject
    self.keys = keys.map {
      let definition = $0.definition
      return Key(
        name: $0.rawValue, type: definition.type, isRequired: definition.isRequired,
        description: definition.description)
    }
    required = self.keys.filter(\.isRequired).map(\.name)
    names = required + self.keys.filter { !$0.isRequired }.map(\.name)
  }
}

/// A mapping whose keys have been checked.
package struct KeyedMapping<Name: MappingKey>: Sendable {
  /// The mapping node.
  package let node: Node

  /// The value of `key`; nil if it is missing.
  package subscript(key: Name) -> Node? { node[key.rawValue] }

  /// The entry of `key`; nil if it is missing.
  package func entry(_ key: Name) -> Node.Entry? { node.entry(key.rawValue) }
}
