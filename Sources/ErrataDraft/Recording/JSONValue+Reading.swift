import ErrataText
import Foundation

extension JSONValue {
  /// Reads JSON in UTF-8, with the members of objects sorted by name; nil if `bytes` are anything else.
  package init?(json bytes: some Sequence<UInt8>) {
    let data = Data(bytes)
    guard let value = try? JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed) else { return nil }
    self.init(value)
  }

  private init(_ value: Any) {
    switch value {
    case let text as String: self = .string(text)
    case let members as [String: Any]:
      self = .object(members.sorted { $0.key < $1.key }.map { ($0.key, JSONValue($0.value)) })
    case let items as [Any]: self = .array(items.map(JSONValue.init))
    case let number as NSNumber: self = JSONValue(number)
    default: self = .null
    }
  }

  private init(_ number: NSNumber) {
    // Unsafe: a C string that lives as long as the number. Foundation bridges `1` to `true`; only the encoded type tells them apart.
    if unsafe number.objCType.pointee == CChar(UInt8(ascii: "c")) {
      self = .bool(number.boolValue)
    } else {
      let value = number.doubleValue
      self = Int(exactly: value).map { $0.magnitude < 1 << 53 ? .number($0) : .decimal(value) } ?? .decimal(value)
    }
  }
}

extension JSONValue {
  /// The member called `name`; nil if there is none, or if this is not an object.
  subscript(name: String) -> JSONValue? {
    members?.first { $0.0.isExactly(name) }?.1
  }

  /// The members of an object; nil for another value.
  var members: [(String, JSONValue)]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// The items of a list; nil for another value.
  var items: [JSONValue]? {
    if case .array(let items) = self { items } else { nil }
  }

  /// The text of a string; nil for another value.
  var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The value of a number that is an integer within ±(2^53−1); nil for another value.
  var integer: Int? {
    if case .number(let integer) = self { integer } else { nil }
  }
}
