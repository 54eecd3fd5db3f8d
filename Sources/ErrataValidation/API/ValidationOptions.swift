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
  /// The host whose responses are checked, with or without a port; nil for all. Requests whose URL has no host belong to it.
  public var host: String?
  /// Which members of exchanges have their parts.
  public var fields: ExchangeFields
  /// The number of findings of one rule in responses with one code that are written for each part of an input; nil for all.
  package var findingLimit: Int?
  /// The number of threads to use.
  public var threads: Int

  /// - Parameters:
  ///   - format: the format of the findings.
  ///   - color: whether to use terminal colours.
  ///   - surface: the key of the surface that all responses belong to; nil to find each response's surface by its path.
  ///   - status: the status of responses that have none in the input.
  ///   - host: the host whose responses are checked; nil for all.
  ///   - fields: which members of exchanges have their parts.
  ///   - threads: the number of threads to use.
  public init(
    format: DiagnosticFormat = .json, color: Bool = false, surface: String? = nil, status: Int? = nil,
    host: String? = nil, fields: ExchangeFields = ExchangeFields(), threads: Int = 1
  ) {
    self.format = format
    self.color = color
    self.surface = surface
    self.status = status
    self.host = host
    self.fields = fields
    self.threads = threads
  }
}
