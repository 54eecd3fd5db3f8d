import ErrataText
import Foundation

/// A JSON value. Texts are equal if they have the same Unicode scalars, numbers if they have the same value.
enum JSON: Hashable, Sendable {
  case null
  case boolean(Bool)
  case number(Double)
  case text(ExactText)
  case list([JSON])
  case object([ExactText: JSON])

  /// The member `name`; nil if there is none or if this is no object.
  subscript(name: String) -> JSON? {
    get { if case .object(let members) = self { members[ExactText(name)] } else { nil } }
    set {
      guard case .object(var members) = self else { return }
      members[ExactText(name)] = newValue
      self = .object(members)
    }
  }
}

extension JSON: Codable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .boolean(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(ExactText(value))
    } else if let values = try? container.decode([JSON].self) {
      self = .list(values)
    } else {
      let members = try container.decode([String: JSON].self).map { (ExactText($0), $1) }
      self = .object(Dictionary(uniqueKeysWithValues: members))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .boolean(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .text(let value): try container.encode(value.description)
    case .list(let values): try container.encode(values)
    case .object(let members):
      try container.encode(Dictionary(uniqueKeysWithValues: members.map { ($0.description, $1) }))
    }
  }
}

extension JSON: CustomStringConvertible {
  /// The value as JSON, with sorted members, cut off where it is very long.
  var description: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "?"
    return text.count > 2_000 ? text.prefix(2_000) + "…" : text
  }
}
