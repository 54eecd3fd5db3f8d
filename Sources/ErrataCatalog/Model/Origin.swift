import ErrataDiagnostics
import ErrataYAML

/// Where a part of the model stands in the text.
struct Origin: Sendable {
  /// The key that names the part, or nil for the catalogue itself.
  let name: SourceRange?
  let node: Node

  init(_ entry: Node.Entry) {
    name = entry.keyRange
    node = entry.value
  }

  init(root: Node) {
    name = nil
    node = root
  }

  /// The part's name.
  var range: SourceRange {
    name ?? SourceRange(file: node.range.file, start: node.range.start, end: node.range.start)
  }

  /// What `key` stands for, or the part's name where it has no such key.
  func range(of key: some MappingKey) -> SourceRange {
    node[key.rawValue]?.range ?? range
  }

  /// What `key` stands for in the mapping that `outer` stands for, or the part's name where there is no such key.
  func range(of key: some MappingKey, in outer: some MappingKey) -> SourceRange {
    node[outer.rawValue]?[key.rawValue]?.range ?? range
  }

  /// The texts of the list that `key` stands for, or of a single value, each with its place.
  func texts(of key: some MappingKey) -> [(text: String, range: SourceRange)] {
    guard let value = node[key.rawValue] else { return [] }
    let items = if case .sequence(let items) = value.content { items } else { [value] }
    return items.compactMap { if case .scalar(let text, _) = $0.content { (text, $0.range) } else { nil } }
  }

  /// One item of the list that `key` stands for, or the whole where it is a single value.
  func range(of key: some MappingKey, item index: Int) -> SourceRange {
    if case .sequence(let items) = node[key.rawValue]?.content, items.indices.contains(index) {
      return items[index].range
    }
    return range(of: key)
  }
}
