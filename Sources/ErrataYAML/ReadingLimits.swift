/// The limits on what the reader accepts. libyaml 0.2.5 has no such limits.
package struct ReadingLimits: Sendable {
  /// The maximum number of bytes in one file.
  package var bytes: Int
  /// The maximum number of scalars, sequences and mappings in one file.
  package var nodes: Int
  /// The maximum nesting depth of sequences and mappings.
  package var depth: Int
  /// The maximum number of bytes in one string, since outputs repeat a category's guidance for each of its codes.
  package static let textBytes = 16 << 10
  /// The number of diagnostics after which reading a file stops.
  package var diagnostics: Int

  /// Creates limits; the defaults are those for catalogues.
  package init(bytes: Int = 128 << 20, nodes: Int = 4_000_000, depth: Int = 64, diagnostics: Int = 1_000) {
    self.bytes = bytes
    self.nodes = nodes
    self.depth = depth
    self.diagnostics = diagnostics
  }
}
