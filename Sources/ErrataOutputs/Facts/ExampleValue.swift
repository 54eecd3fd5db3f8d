import ErrataCatalog
import ErrataText
import Foundation

extension ResponseField {
  /// The value in an example of `error`, as text; nil if the example doesn't have the field.
  func exampleText(for error: ResolvedError) -> String? {
    switch role {
    case .code: error.entry.code
    case .description: error.entry.description
    case .title where error.surface.response.field(.description) == nil: error.entry.description
    case .status: error.entry.statuses.first.map(String.init) ?? otherExampleText
    default: otherExampleText
    }
  }

  private var otherExampleText: String? {
    example ?? (isRequired ? ResponseField.placeholder : nil)
  }
}

extension FieldPlace {
  /// `text` as the value on the wire. A text that isn't of the place's type, such as the placeholder, becomes a value that is.
  func exampleValue(_ text: String) -> JSONValue {
    switch type {
    case .text: .string((prefix ?? "") + text)
    case .integer: .number(exactInteger(text) ?? 0)
    case .number: .decimal(Double(text).flatMap { $0.isFinite ? $0 : nil } ?? 0)
    case .boolean: .bool(text == "true")
    case .json: (try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))) ?? .object([])
    }
  }
}

extension MemberCondition {
  /// The value as JSON.
  var json: JSONValue {
    switch value {
    case .text(let text): .string(text)
    case .number(let number): .decimal(number)
    case .boolean(let flag): .bool(flag)
    }
  }
}

extension JSONValue {
  /// The text of a string, or the value in the syntax of JSON.
  var plainText: String {
    if case .string(let text) = self { text } else { line }
  }

  /// Puts `value` where `path` leads, with the objects and lists on the way. A value that is already there is kept.
  mutating func insert(_ value: JSONValue, at path: some BidirectionalCollection<String>) {
    guard let name = path.first else { return }
    let rest = path.dropFirst()
    switch self {
    case .object(var members):
      if let index = members.firstIndex(where: { $0.0.isExactly(name) }) {
        members[index].1.insert(value, at: rest)
      } else {
        members.append((name, value.nested(at: rest)))
      }
      self = .object(members)
    case .array(var items) where name == "0":
      items[0].insert(value, at: rest)
      self = .array(items)
    default: break
    }
  }

  /// The value in the objects and lists that `path` leads through.
  private func nested(at path: some BidirectionalCollection<String>) -> JSONValue {
    path.reversed().reduce(self) { value, name in name == "0" ? .array([value]) : .object([(name, value)]) }
  }
}

/// Decodes an example that is written as JSON, with the members of objects in the order of their names.
extension JSONValue: Decodable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .bool(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .decimal(number)
    } else if let text = try? container.decode(String.self) {
      self = .string(text)
    } else if let items = try? container.decode([JSONValue].self) {
      self = .array(items)
    } else {
      let members = try container.decode([String: JSONValue].self)
      self = .object(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }
  }
}
