import ErrataDiagnostics
import ErrataText
import ErrataYAML

/// Where a part of the model is in the source.
struct Origin: Sendable {
  /// The range of the key that names the part; nil for the catalogue itself.
  let name: SourceRange?
  /// The node from which the part was decoded.
  let node: Node

  init(_ entry: Node.Entry) {
    name = entry.keyRange
    node = entry.value
  }

  /// - Parameters:
  ///   - name: the range of the key that names the part.
  ///   - node: the node from which the part was decoded.
  init(name: SourceRange, node: Node) {
    self.name = name
    self.node = node
  }

  init(root: Node) {
    name = nil
    node = root
  }

  /// The range of the part's name; the start of the catalogue if it has none.
  var range: SourceRange {
    name ?? SourceRange(file: node.range.file, start: node.range.start, end: node.range.start)
  }

  /// The range of the value of `key`; that of the part's name if there is no such key.
  func range(of key: some MappingKey) -> SourceRange {
    node[key.rawValue]?.range ?? range
  }

  /// The range of the value of `key` in the mapping `outer`; that of the part's name if there is no such key.
  func range(of key: some MappingKey, in outer: some MappingKey) -> SourceRange {
    node[outer.rawValue]?[key.rawValue]?.range ?? range
  }

  /// The strings in the list `key`, or its single value, each with its range.
  func texts(of key: some MappingKey) -> [(text: String, range: SourceRange)] {
    guard let value = node[key.rawValue] else { return [] }
    let items = if case .sequence(let items) = value.content { items } else { [value] }
    return items.compactMap { if case .scalar(let text, _) = $0.content { (text, $0.range) } else { nil } }
  }

  /// The ranges of the strings in the list `key`, or of its single value. Of equal strings, it is the first one's.
  func ranges(of key: some MappingKey) -> [ExactText: SourceRange] {
    Dictionary(texts(of: key).map { (ExactText($0.text), $0.range) }, uniquingKeysWith: { first, _ in first })
  }
}
