/// A key of a mapping, as its format documents it.
package struct Key: Sendable {
  /// What a key holds. A list may be written as a single value.
  package enum ValueType: String, Sendable {
    case text
    case number
    case flag = "`true` or `false`"
    case list
    case mapping
    case textOrMapping = "text or mapping"
  }

  /// What a format says of one of its keys.
  package struct Facts: Sendable {
    let type: ValueType
    let isRequired: Bool
    let description: String

    /// A key that must be there.
    package static func required(_ type: ValueType, _ description: String) -> Facts {
      Facts(type: type, isRequired: true, description: description)
    }

    /// A key that may be left out.
    package static func optional(_ type: ValueType, _ description: String) -> Facts {
      Facts(type: type, isRequired: false, description: description)
    }
  }

  /// As it is written.
  package let name: String
  /// What it holds.
  package let type: ValueType
  /// Whether it must be there.
  package let isRequired: Bool
  /// What it means, in the Markdown of the documentation.
  package let description: String
}

/// The keys of one kind of mapping: an enum with a case for each, so that a decoder can ask for no other.
package protocol MappingKey: CaseIterable, RawRepresentable<String>, Sendable {
  /// The keys, and what messages call the mapping.
  static var table: KeyTable { get }
  /// What the format says of the key.
  var facts: Key.Facts { get }
}

/// The keys that one kind of mapping may have. Decoding follows it, and documentation can be made from it.
package struct KeyTable: Sendable {
  /// What messages call the mapping: "a surface".
  package let subject: String
  /// In the order of the documentation.
  package let keys: [Key]
  /// The names of the required keys.
  let required: [String]
  /// All names, the required ones first.
  let names: [String]

  /// - Parameters:
  ///   - subject: what messages call the mapping: "a surface".
  ///   - keys: in the order of the documentation.
  package init<Name: MappingKey>(_ subject: String, _ keys: some Sequence<Name>) {
    self.subject = subject
    self.keys = keys.map {
      let facts = $0.facts
      return Key(
        name: $0.rawValue, type: facts.type, isRequired: facts.isRequired, description: facts.description)
    }
    required = self.keys.filter(\.isRequired).map(\.name)
    names = required + self.keys.filter { !$0.isRequired }.map(\.name)
  }
}

/// A mapping whose keys were checked against those of its kind.
package struct KeyedMapping<Name: MappingKey>: Sendable {
  /// The mapping itself.
  package let node: Node

  /// What `key` stands for; nil where it is left out.
  package subscript(key: Name) -> Node? { node[key.rawValue] }

  /// The entry with `key`; nil where it is left out.
  package func entry(_ key: Name) -> Node.Entry? { node.entry(key.rawValue) }
}
