import ErrataText
import Foundation

/// A JSON value to build and change; a number is the text of one.
indirect enum RandomJSON {
  case literal(String)
  case text(String)
  case object([(name: String, value: RandomJSON)])
  case list([RandomJSON])

  /// Sets the value at `path`, replacing whatever is in the way.
  mutating func set(_ path: some Collection<String>, _ value: RandomJSON) {
    guard let name = path.first else {
      self = value
      return
    }
    if case .list(var items) = self, let index = Int(name), index <= items.count {
      if index == items.count { items.append(.object([])) }
      items[index].set(path.dropFirst(), value)
      self = .list(items)
      return
    }
    var members = if case .object(let members) = self { members } else { [(name: String, value: RandomJSON)]() }
    let index = members.firstIndex { $0.name == name } ?? members.count
    if index == members.count { members.append((name, .object([]))) }
    members[index].value.set(path.dropFirst(), value)
    self = .object(members)
  }

  /// The text of the value.
  var description: String {
    switch self {
    case .literal(let text): text
    case .text(let text): "\"" + jsonEscaped(text) + "\""
    case .list(let items): "[" + items.map(\.description).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { "\"\(jsonEscaped($0.name))\":\($0.value.description)" }.joined(separator: ",") + "}"
    }
  }

  /// Changes one value inside, at random: replaces it, removes it, adds one or puts it into a list.
  mutating func mutate(_ random: inout some RandomNumberGenerator) {
    switch self {
    case .object(var members) where !members.isEmpty:
      let index = members.indices.randomElement(using: &random)!
      switch Int.random(in: 0..<10, using: &random) {
      case 0...4: members[index].value.mutate(&random)
      case 5, 6: members[index].value = .any(&random)
      case 7: members.remove(at: index)
      case 8 where !members.contains { $0.name == "extra" }: members.append(("extra", .any(&random)))
      default: members[index].value = .list([members[index].value])
      }
      self = .object(members)
    case .list(var items) where !items.isEmpty:
      let index = items.indices.randomElement(using: &random)!
      switch Int.random(in: 0..<6, using: &random) {
      case 0...2: items[index].mutate(&random)
      case 3: items[index] = .any(&random)
      case 4: items.remove(at: index)
      default: items.append(items[index])
      }
      self = .list(items)
    default: self = .any(&random)
    }
  }

  /// A value of any type within I-JSON (RFC 7493).
  static func any(_ random: inout some RandomNumberGenerator) -> RandomJSON {
    let literals = [
      "null", "true", "false", "0", "-0", "1", "-1", "7", "400", "1.5", "2e4", "20000.0", "1E-2", "-3.0",
      "9007199254740991", "-9007199254740991", "[]", "{}", "[{}]", "[null]", "{\"code\":\"x\"}", "[[1],2]",
    ]
    let texts = [
      "", " ", "x", "0", "42", "-42", "007", "+5", "-0", "5.0", "1e3", "9007199254740991", "9007199254740992", "true",
      "false", "null", "a:b", "a#b", "#", ":", "about:blank", "https://x.example/", "\u{0}", "é", "e\u{301}", "😀",
      "\u{2028}",
      "a \"b\" \\ /", "\n\t", "__proto__", "constructor",
    ]
    return Bool.random(using: &random)
      ? .text(texts.randomElement(using: &random)!) : .literal(literals.randomElement(using: &random)!)
  }
}
