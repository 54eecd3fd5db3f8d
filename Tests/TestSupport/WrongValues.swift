import ErrataYAML

extension Key.ValueType {
  /// A YAML value that isn't of this type.
  package var wrongValue: String {
    switch self {
    case .text, .form, .choice, .number: "[]"
    case .either: "[[]]"
    case .flag, .mapping, .entries: "x"
    case .list: "{}"
    case .shared(_, let type): type.wrongValue
    }
  }
}
