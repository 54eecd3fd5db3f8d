import ErrataDiagnostics
import ErrataYAML

/// Where a part of the model stands in the text.
struct Origin: Sendable {
  let sources: SourceSet
  /// The key that names the part, or nil for the catalogue itself.
  let name: SourceRange?
  let node: Node

  /// The location of the part's name.
  var location: SourceLocation {
    sources.location(name ?? SourceRange(file: node.range.file, start: node.range.start, end: node.range.start))
  }

  /// The location of what `key` stands for, or of the part's name where it has no such key.
  func location(of key: String) -> SourceLocation {
    node[key].map { sources.location($0.range) } ?? location
  }

  /// The location of one item of the list that `key` stands for, or of the whole where it is a single value.
  func location(of key: String, item index: Int) -> SourceLocation {
    if case .sequence(let items) = node[key]?.content, items.indices.contains(index) {
      return sources.location(items[index].range)
    }
    return location(of: key)
  }
}
