import ErrataCatalog

/// Receives findings, in order and in UTF-8, and how many bytes were read so far.
public typealias EmitFindings = (_ findings: [UInt8], _ bytesRead: Int) throws -> Void

/// Validates responses of an API against its catalogue.
///
/// ```swift
/// let validator = Validator(catalog, strict: true)
/// #expect(validator.findings(in: Exchange(path: "/info", status: 401, body: body)).isEmpty)
/// ```
public struct Validator: Sendable {
  private let catalog: Catalog
  let compiled: CompiledCatalog
  /// Whether a code that the catalogue does not have is an error and not a warning.
  public let strict: Bool
  /// The path below which the API is served, such as `/csc/v2`: what comes before the catalogue's endpoints in the paths.
  public let base: String

  /// - Parameters:
  ///   - catalog: without errors.
  ///   - strict: whether a code that the catalogue does not have is an error and not a warning.
  ///   - base: the path below which the API is served: what comes before the catalogue's endpoints in the paths.
  public init(_ catalog: Catalog, strict: Bool = false, base: String = "") {
    self.catalog = catalog
    compiled = CompiledCatalog(catalog, base: base)
    self.strict = strict
    self.base = base
  }

  /// The same validator with a compiled catalogue of its own, for a thread: counting the references to one that all threads
  /// share would cost each of them a third of its time.
  var copyForThread: Validator { Validator(catalog, strict: strict, base: base) }

  /// Everything that is wrong with `exchange`, in the order of its body. It is taken for an error, whatever its status.
  ///
  /// Without a surface of the catalogue there is one finding, `broken-input`.
  public func findings(in exchange: Exchange) -> [Finding] {
    check(exchange).findings
  }

  /// Validates everything in `source`, in constant memory, and emits the findings in the order of the input.
  /// - Parameters:
  ///   - source: the input.
  ///   - kind: how responses are kept in it. Bodies and lines belong to the surface that `options` names.
  ///   - options: how findings are written, and what else is known of the responses.
  ///   - emit: receives findings, written in the format of `options`, and how many bytes were read so far. It is called from
  ///     several threads, but never from two at once.
  /// - Returns: what was found, in numbers; and the error that `source` or `emit` threw, where one ended it early.
  public func validate(
    _ source: InputSource, as kind: InputKind, _ options: ValidationOptions, emit: @escaping EmitFindings
  ) -> (summary: Summary, failure: (any Error)?) {
    let (counts, failure) =
      switch kind {
      case .lines, .exchanges: LineValidation(source, as: kind, self, options, emit: emit).run()
      case .har: validateRecording(source, options, emit)
      case .body, .url: validateWhole(source, kind, options, emit)
      }
    return (Summary(counts, of: compiled, strict: strict), failure)
  }
}
