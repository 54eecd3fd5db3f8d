import ErrataCatalog
import ErrataText

/// The keywords of a schema, in the order in which they are written.
typealias Keywords = [(String, JSONValue)]

/// A schema for objects in which `path` leads to a value that `keywords` accept. It accepts anything but an object.
func objectSchema(requiring keywords: Keywords, at path: some Collection<String>) -> JSONValue {
  guard let name = path.first else { return .object(keywords) }
  let rest = path.dropFirst()
  let typed = rest.first.map { [("type", containerType(of: [$0]))] } ?? []
  let value = objectSchema(requiring: keywords, at: rest)
  guard case .object(let members) = value else { return value }
  return .object(
    [("properties", .object([(name, .object(typed + members))])), ("required", .array([.string(name)]))]
      + itemKeywords([(name, .object(typed + members))], required: [name]))
}

/// The type of a value that has members with these names: an object or, if they can be indexes, a list too.
func containerType(of names: [String]) -> JSONValue {
  names.contains { listIndex($0) != nil } ? .array([.string("object"), .string("array")]) : .string("object")
}

/// The keywords for the items of a list that pointers call by these names. They don't apply to objects, nor do `properties` and
/// `required` to lists, so a value may be either.
func itemKeywords(_ members: [(name: String, schema: JSONValue)], required: [String]) -> Keywords {
  let indexed = members.compactMap { member in listIndex(member.name).map { ($0, member.schema) } }
  guard let last = indexed.map(\.0).max() else { return [] }
  let items = (0...last).map { index in indexed.first { $0.0 == index }?.1 ?? .bool(true) }
  let count = required.compactMap(listIndex).max().map { $0 + 1 } ?? 0
  return [("prefixItems", .array(items))] + (count > 0 ? [("minItems", .number(count))] : [])
}

/// The index that a token of a pointer can be (RFC 6901, section 4); nil for one that only names a member. An index of 64 or more is
/// not described, since a schema lists every item before it.
private func listIndex(_ token: String) -> Int? {
  JSONPointer.index(of: token).flatMap { $0 < 64 ? $0 : nil }
}

/// The keyword for all of `rules`, if there are any.
func allOf(_ rules: [JSONValue]) -> Keywords {
  rules.isEmpty ? [] : [("allOf", .array(rules))]
}
