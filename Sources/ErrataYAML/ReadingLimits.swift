/// What the reader takes before it refuses. libyaml 0.2.5 has no limits of its own.
package struct ReadingLimits: Sendable {
  /// Bytes in one file.
  package var bytes: Int
  /// Scalars, sequences and mappings in one file.
  package var nodes: Int
  /// Sequences and mappings inside each other.
  package var depth: Int
  /// Bytes in one text, since a category's guidance stands in an output once for each of its codes.
  package static let textBytes = 16 << 10
  /// Diagnostics of one file, after which reading it stops.
  package var diagnostics: Int

  /// The limits for catalogues, unless others are given.
  package init(bytes: Int = 128 << 20, nodes: Int = 4_000_000, depth: Int = 64, diagnostics: Int = 1_000) {
    self.bytes = bytes
    self.nodes = nodes
    self.depth = depth
    self.diagnostics = diagnostics
  }
}
