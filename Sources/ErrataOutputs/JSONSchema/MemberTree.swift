import ErrataText

/// The schema of an object whose members are described one path at a time.
struct MemberTree {
  private var keywords: Keywords = []
  private var isRequired = false
  private var children: [(name: String, tree: MemberTree)] = []

  /// Describes the value that `path` leads to. If it is required, so is everything on the way.
  mutating func describe(_ path: some Collection<String>, _ keywords: Keywords, isRequired: Bool) {
    self.isRequired = self.isRequired || isRequired
    guard let name = path.first else { return self.keywords = keywords }
    let index = children.firstIndex { $0.name.isExactly(name) } ?? children.endIndex
    if index == children.endIndex { children.append((name, MemberTree())) }
    children[index].tree.describe(path.dropFirst(), keywords, isRequired: isRequired)
  }

  /// The keywords for the members, which don't say that it is an object.
  var memberKeywords: Keywords {
    let members = children.map { (name: $0.name, schema: $0.tree.schema) }
    let requirement: Keywords = required.isEmpty ? [] : [("required", .array(required.map(JSONValue.string)))]
    return requirement + [("properties", .object(members))] + itemKeywords(members, required: required)
  }

  private var required: [String] { children.filter(\.tree.isRequired).map(\.name) }

  private var schema: JSONValue {
    if children.isEmpty { return .object(keywords) }
    // A value with members of its own is not a string, although it may be one if the members are optional.
    let own = keywords.filter { $0.0 != "type" }
    let type: Keywords = isRequired ? [("type", containerType(of: children.map(\.name)))] : []
    return .object(own + type + memberKeywords)
  }
}
