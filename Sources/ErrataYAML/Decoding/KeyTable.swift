/// A key of a mapping in a documented format.
package struct Key: Sendable {
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

  /// - Parameters:
  ///   - name: the name as written in YAML.
  ///   - type: the type of its value.
  ///   - isRequired: whether it is required.
  ///   - description: its description for the documentation, in Markdown.
  package init(name: String, type: ValueType, isRequired: Bool = false, description: String) {
    self.name = name
    self.type = type
    self.isRequired = isRequired
    self.description = description
  }
}

/// A rule about several keys of one mapping. Decoders apply it by themselves; this is for schemas.
package enum KeyRule: Sendable {
  /// Exactly one of these keys is there.
  case exactlyOne([String])
  /// The first key is only allowed beside the second.
  case requires(String, String)
  /// Some keys are not allowed if another one has one of these values.
  case forbids([String], key: String, values: [String])
}

/// The keys of one kind of mapping: an enum with a case for each key, so that a decoder can only read documented keys.
package protocol MappingKey: CaseIterable, RawRepresentable<String>, Sendable {
  /// The table of all keys.
  static var table: KeyTable { get }
  /// The definition of the key.
  var definition: Key.Definition { get }
}

/// The keys that one kind of mapping may have, for decoding, documentation and schemas.
package struct KeyTable: Sendable {
  /// The mapping's name in messages, such as "a surface".
  package let subject: String
  /// The keys, in the order of the documentation.
  package let keys: [Key]
  /// What applies to several keys.
  package let rules: [KeyRule]
  /// The names of the required keys.
  let required: [String]
  /// The names of all keys, required keys first.
  let names: [String]

  /// - Parameters:
  ///   - subject: the mapping's name in messages, such as "a surface".
  ///   - keys: the keys, in the order of the documentation.
  ///   - rules: what applies to several keys.
  package init<Name: MappingKey>(_ subject: String, _ keys: some Sequence<Name>, rules: [KeyRule] = []) {
    let keys = keys.map { name in
      let definition = name.definition
      return Key(
        name: name.rawValue, type: definition.type, isRequired: definition.isRequired,
        description: definition.description)
    }
    self.init(subject, keys: keys, rules: rules)
  }

  /// - Parameters:
  ///   - subject: the mapping's name in messages, such as "a surface".
  ///   - keys: the keys, in the order of the documentation.
  ///   - rules: what applies to several keys.
  package init(_ subject: String, keys: [Key], rules: [KeyRule] = []) {
    self.subject = subject
    self.keys = keys
    self.rules = rules
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
