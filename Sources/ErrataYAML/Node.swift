import ErrataDiagnostics
import ErrataText

/// A piece of a YAML document with its place in the text. Nothing is resolved: a scalar is its text, whether it looks like a
/// number, a truth value or null.
package struct Node: Sendable {
  /// What a node can be.
  package enum Content: Sendable {
    /// Text, and whether it stood there without quotes.
    case scalar(String, isPlain: Bool)
    case sequence([Node])
    /// In the order of the text; no key twice.
    case mapping([Entry])
    /// Something that was reported already: whoever meets it has nothing to add.
    case refused
  }

  /// A key of a mapping and what it stands for.
  package struct Entry: Sendable {
    /// The text of the key.
    package let key: String
    /// Where the key stands.
    package let keyRange: SourceRange
    /// What it stands for.
    package let value: Node

    /// - Parameters:
    ///   - key: the text of the key.
    ///   - keyRange: where the key stands.
    ///   - value: what it stands for.
    package init(key: String, keyRange: SourceRange, value: Node) {
      self.key = key
      self.keyRange = keyRange
      self.value = value
    }
  }

  /// What it is.
  package let content: Content
  /// Where it stands.
  package let range: SourceRange

  /// - Parameters:
  ///   - content: what it is.
  ///   - range: where it stands.
  package init(_ content: Content, range: SourceRange) {
    self.content = content
    self.range = range
  }

  /// The entries of a mapping; none for anything else.
  package var entries: [Entry] {
    if case .mapping(let entries) = content { entries } else { [] }
  }

  /// What `key` stands for in a mapping; nil for anything else.
  package subscript(key: String) -> Node? {
    entry(key)?.value
  }

  /// The entry with `key` in a mapping; nil for anything else.
  package func entry(_ key: String) -> Entry? {
    entries.first { $0.key.isExactly(key) }
  }
}
