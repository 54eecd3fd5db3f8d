/// What has a schema of its own among the definitions.
enum Definition {
  case table(KeyTable)
  case type(String, Key.ValueType)

  var name: String {
    switch self {
    case .table(let table): table.title.replacing(" ", with: "_")
    case .type(let name, _): name
    }
  }

  /// The definitions that a mapping needs at any depth, each once.
  static func all(of table: KeyTable) -> [Definition] {
    var definitions: [Definition] = []
    func add(_ type: Key.ValueType) {
      for definition in type.definitions where !definitions.contains(where: { $0.name == definition.name }) {
        definitions.append(definition)
        switch definition {
        case .table(let table): table.keys.map(\.type).forEach(add)
        case .type(_, let type): add(type)
        }
      }
    }
    table.keys.map(\.type).forEach(add)
    return definitions
  }
}

extension KeyTable {
  /// The subject without an article and without marks of code, such as "surface".
  var title: String {
    subject.replacing("`", with: "").replacing(#/^(an?|the) /#, with: "")
  }
}
