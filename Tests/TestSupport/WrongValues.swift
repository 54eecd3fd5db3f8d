import ErrataYAML

extension Key.ValueType {
  /// A YAML value that isn't of this type.
  package var wrongValue: String {
    switch self {
    case .text, .textOrMapping: "[]"
    case .number, .flag, .mapping: "x"
    case .list: "{}"
    }
  }
}
