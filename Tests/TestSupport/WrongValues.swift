import ErrataYAML

extension Key.ValueType {
  /// A YAML value that isn't of this type.
  package var wrongValue: String {
    switch self {
    case .text: "[]"
    case .place: "[[]]"
    case .number, .flag, .mapping: "x"
    case .list: "{}"
    }
  }
}
