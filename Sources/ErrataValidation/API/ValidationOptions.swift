import ErrataDiagnostics

/// What is known of an input beside its bytes, and how its findings are written.
public struct ValidationOptions: Sendable {
  /// How to write findings.
  public var format: DiagnosticFormat
  /// Whether to use terminal colours.
  public var color: Bool
  /// The key of the surface that all responses belong to; nil where their paths say it.
  public var surface: String?
  /// The status of all responses that come without one.
  public var status: Int?
  /// How many threads to use.
  public var threads: Int

  /// - Parameters:
  ///   - format: how to write findings.
  ///   - color: whether to use terminal colours.
  ///   - surface: the key of the surface that all responses belong to; nil where their paths say it.
  ///   - status: the status of all responses that come without one.
  ///   - threads: how many threads to use.
  public init(
    format: DiagnosticFormat = .json, color: Bool = false, surface: String? = nil, status: Int? = nil,
    threads: Int = 1
  ) {
    self.format = format
    self.color = color
    self.surface = surface
    self.status = status
    self.threads = threads
  }
}
