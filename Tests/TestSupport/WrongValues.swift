import ErrataYAML

extension Key.ValueType {
  /// A value in YAML that is none of this type.
  package var wrongValue: String {
    switch self {
    case .text, .textOrMapping: "[]"
    case .number, .flag, .mapping: "x"
    case .list: "{}"
    }
  }
}
