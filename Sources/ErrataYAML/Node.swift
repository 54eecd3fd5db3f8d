import ErrataDiagnostics
import ErrataText

/// A node of a YAML document and its range in the text. Scalars aren't resolved: each is a string, even if it looks like a
/// number, a Boolean or null.
package struct Node: Sendable {
  /// The content of a node.
  package enum Content: Sendable {
    /// A string, and whether it was written as a plain scalar: neither quoted nor a block.
    case scalar(String, isPlain: Bool)
    case sequence([Node])
    /// Entries in source order, with unique keys.
    case mapping([Entry])
    /// A node whose problem has already been reported.
    case invalid
  }

  /// A key of a mapping and its value.
  package struct Entry: Sendable {
    /// The key.
    package let key: String
    /// The range of the key.
    package let keyRange: SourceRange
    /// The value.
    package let value: Node

    /// - Parameters:
    ///   - key: the key.
    ///   - keyRange: the range of the key.
    ///   - value: the value.
    package init(key: String, keyRange: SourceRange, value: Node) {
      self.key = key
      self.keyRange = keyRange
      self.value = value
    }
  }

  /// The content.
  package let content: Content
  /// The range in the text.
  package let range: SourceRange

  /// - Parameters:
  ///   - content: the content.
  ///   - range: the range in the text.
  package init(_ content: Content, range: SourceRange) {
    self.content = content
    self.range = range
  }

  /// The entries of a mapping; empty for other nodes.
  package var entries: [Entry] {
    if case .mapping(let entries) = content { entries } else { [] }
  }

  /// The value of `key` in a mapping; nil if there is none.
  package subscript(key: String) -> Node? {
    entry(key)?.value
  }

  /// The entry of `key` in a mapping; nil if there is none.
  package func entry(_ key: String) -> Entry? {
    entries.first { $0.key.isExactly(key) }
  }
}
