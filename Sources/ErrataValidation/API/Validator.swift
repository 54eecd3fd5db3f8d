import ErrataCatalog

/// Receives findings, in order, and the number of bytes read so far.
public typealias EmitFindings = (_ findings: FindingBatch, _ bytesRead: Int) throws -> Void

/// Validates an API's responses against its catalogue.
///
/// ```swift
/// let validator = Validator(catalog, strict: true)
/// #expect(validator.findings(in: Exchange(path: "/info", status: 401, body: body)).isEmpty)
/// ```
public struct Validator: Sendable {
  private let catalog: Catalog
  let compiled: CompiledCatalog
  /// Whether a code that is unknown or retired is an error instead of a warning.
  public let strict: Bool
  /// The severities of findings, where they differ from those of the rules.
  public let rules: RuleSettings
  /// The path prefix of the API, such as `/csc/v2`, which precedes the catalogue's endpoints in request paths.
  public let base: String
  /// The current time in seconds since 1970.
  var now = secondsSince1970()

  /// - Parameters:
  ///   - catalog: a catalogue without errors.
  ///   - strict: whether a code that is unknown or retired is an error instead of a warning.
  ///   - rules: the severities of findings, where they differ from those of the rules.
  ///   - base: the path prefix of the API, which precedes the catalogue's endpoints in request paths; nil for the catalogue's.
  public init(_ catalog: Catalog, strict: Bool = false, rules: RuleSettings = RuleSettings(), base: String? = nil) {
    let base = base ?? catalog.base ?? ""
    self.catalog = catalog
    compiled = CompiledCatalog(catalog, base: base)
    self.strict = strict
    self.rules = rules
    self.base = base
  }

  /// A copy with its own compiled catalogue, for one thread. Reference counting on a shared one costs each thread a third of
  /// its time.
  var copyForThread: Validator {
    var copy = Validator(catalog, strict: strict, rules: rules, base: base)
    copy.now = now
    return copy
  }

  /// Checks `exchange`, which is treated as an error regardless of its status.
  ///
  /// - Returns: the problems found, in the order of the body. If `exchange` belongs to no surface of the catalogue, the only
  ///   finding is `broken-input`.
  public func findings(in exchange: Exchange) -> [Finding] {
    check(exchange).findings
  }

  /// Validates all responses in `source`, in constant memory, and emits the findings in input order.
  /// - Parameters:
  ///   - source: the input.
  ///   - kind: the format of the input. With `body` and `lines`, `options` must name the surface.
  ///   - options: how findings are written, and what else is known about the responses.
  ///   - emit: receives findings, written in the format of `options`, and the number of bytes read so far. It is called from
  ///     several threads, but never concurrently.
  /// - Returns: the summary, and the error if `source` or `emit` threw one.
  public func validate(
    _ source: InputSource, as kind: InputKind, _ options: ValidationOptions, emit: @escaping EmitFindings
  ) -> (summary: Summary, failure: (any Error)?) {
    let (result, failure) =
      switch kind {
      case .lines, .exchanges, .har: StreamValidation(source, as: kind, self, options, emit: emit).run()
      case .body, .url: validateWhole(source, kind, options, emit)
      }
    return (Summary(result, of: compiled), failure)
  }

  /// Validates exchanges in memory like those of an input: responses that are not errors are counted as successes, and those at no
  /// endpoint as unmatched.
  /// - Returns: the findings, in order, and the summary. Summaries of parts of a log can be added.
  public func validate(_ exchanges: some Sequence<Exchange>) -> (findings: [Finding], summary: Summary) {
    var worker = Worker(self, source: "", ValidationOptions(), keepsFindings: true)
    for exchange in exchanges { worker.validate(exchange) }
    var result = InputResult(compiled).adding(worker.counts)
    _ = result.add(worker.takePart())
    return (worker.keptFindings, Summary(result, of: compiled))
  }
}
