import ErrataDiagnostics

/// What is known about an input besides its bytes, and how its findings are written.
public struct ValidationOptions: Sendable {
  /// The format of the findings.
  public var format: DiagnosticFormat
  /// Whether to use terminal colours.
  public var color: Bool
  /// The key of the surface that all responses belong to; nil to find each response's surface by its path.
  public var surface: String?
  /// The status of responses that have none in the input.
  public var status: Int?
  /// The number of threads to use.
  public var threads: Int

  /// - Parameters:
  ///   - format: the format of the findings.
  ///   - color: whether to use terminal colours.
  ///   - surface: the key of the surface that all responses belong to; nil to find each response's surface by its path.
  ///   - status: the status of responses that have none in the input.
  ///   - threads: the number of threads to use.
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
