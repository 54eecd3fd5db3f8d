import ErrataCatalog
import ErrataText

/// What was seen at a place.
struct PlaceStatistics {
  /// How often there was a value of each type, apart from null.
  private(set) var counts: [FieldType: Int] = [:]
  /// The first value, shortened; nil if there was none.
  private(set) var example: String?
  /// The value, if it was always the same.
  private(set) var onlyValue: FlagValue?

  /// How often there was a value.
  var count: Int { counts.values.reduce(0, +) }

  /// The type that describes all values.
  var type: FieldType {
    let types = Set(counts.keys)
    if types.isEmpty { return .text }
    if types.count == 1 { return types.first! }
    return types == [.integer, .number] ? .number : .json
  }

  /// Whether no type but `json` describes all values, and not all of them are objects and lists.
  var hasSeveralTypes: Bool { counts.count > 1 && type == .json }

  mutating func add(_ value: JSONValue) {
    guard let type = FieldType(of: value) else { return }
    let flag = FlagValue(value)
    onlyValue = counts.isEmpty || onlyValue == flag ? flag : nil
    counts[type, default: 0] += 1
    if example == nil { example = shortened(value) }
  }

  mutating func add(_ other: PlaceStatistics) {
    onlyValue = counts.isEmpty || onlyValue == other.onlyValue ? other.onlyValue : nil
    counts.merge(other.counts, uniquingKeysWith: +)
    example = example ?? other.example
  }
}

/// A value on one line of at most 60 characters.
private func shortened(_ value: JSONValue) -> String {
  switch value {
  case .string(let text): shortened(singleLine(String(text.unicodeScalars.prefix(500))))
  case .array(let items) where !items.isEmpty: "a list"
  case .object(let members) where !members.isEmpty: "an object"
  default: value.line
  }
}

/// `text` cut off after 60 characters.
private func shortened(_ text: String) -> String {
  let scalars = text.unicodeScalars
  return scalars.count <= 60 ? text : String(scalars.prefix(59)) + "…"
}

extension FieldType {
  /// The type of a value; nil for null.
  fileprivate init?(of value: JSONValue) {
    switch value {
    case .null: return nil
    case .bool: self = .boolean
    case .number: self = .integer
    case .decimal: self = .number
    case .string: self = .text
    case .array, .object: self = .json
    }
  }
}

/// A value that can say whether a body is an error.
enum FlagValue: Hashable, Sendable {
  case boolean(Bool)
  case text(String)

  /// nil for any other value.
  fileprivate init?(_ value: JSONValue) {
    switch value {
    case .bool(let flag): self = .boolean(flag)
    case .string(let text) where text.utf8.count <= 64: self = .text(text)
    case .null, .number, .decimal, .string, .array, .object: return nil
    }
  }
}
