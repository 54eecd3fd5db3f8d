/// What the reader takes before it refuses. libyaml 0.2.5 has no limits of its own.
public struct ReadingLimits: Sendable {
  /// Bytes in one file.
  public var bytes: Int
  /// Scalars, sequences and mappings in one file.
  public var nodes: Int
  /// Sequences and mappings inside each other.
  public var depth: Int
  /// Bytes in one text, since a category's guidance stands in an output once for each of its codes.
  public static let textBytes = 16 << 10
  /// Diagnostics of one file, after which reading it stops.
  public var diagnostics: Int

  /// The limits for catalogues, unless others are given.
  public init(bytes: Int = 128 << 20, nodes: Int = 4_000_000, depth: Int = 64, diagnostics: Int = 1_000) {
    self.bytes = bytes
    self.nodes = nodes
    self.depth = depth
    self.diagnostics = diagnostics
  }
}
