import ErrataCatalog
import ErrataDiagnostics

/// Judges answers of an API by its catalogue.
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

  /// - Parameters:
  ///   - catalog: without errors.
  ///   - strict: whether a code that the catalogue does not have is an error and not a warning.
  public init(_ catalog: Catalog, strict: Bool = false) {
    self.catalog = catalog
    compiled = CompiledCatalog(catalog)
    self.strict = strict
  }

  /// The same validator with a compiled catalogue of its own, for a thread: counting the references to one that all threads
  /// share would cost each of them a third of its time.
  var copyForThread: Validator { Validator(catalog, strict: strict) }

  /// Everything that is wrong with `exchange`, in the order of its body. It is taken for an error, whatever its status.
  ///
  /// Without a surface of the catalogue there is one finding, `broken-input`.
  public func findings(in exchange: Exchange) -> [Finding] {
    assessment(of: exchange).findings
  }

  /// What `findings(in:)` is made from, with the surface and the code that the answer turned out to have.
  func assessment(of exchange: Exchange, isKnownAsError: Bool = true) -> Assessment {
    guard let answer = answer(of: exchange, isKnownAsError) else {
      return Assessment(brokenInput: "no surface of the catalogue has this path or key")
    }
    var judge = Judge(compiled)
    let verdict = judge.judge(answer)
    return Assessment(judge, verdict, answer, strict: strict)
  }

  /// nil where the exchange belongs to no surface.
  private func answer(of exchange: Exchange, _ isKnownAsError: Bool) -> Answer? {
    let path = exchange.path.map { Bytes(Array($0.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })) }
    guard let surface = surfaceIndex(exchange, path) else { return nil }
    var answer = Answer(surface: surface)
    answer.isToHEAD = exchange.method == "HEAD"
    answer.path = path
    answer.redirect = exchange.redirect.map { Bytes($0) }
    answer.body = Bytes(exchange.body)
    answer.status = exchange.status
    answer.headers = exchange.headers.map { headers in
      // In an order of their own, so that of two spellings of one name always the same one counts.
      headers.sorted { $0.key < $1.key }.reduce(into: AnswerHeaders()) { result, header in
        let name = Array(header.key.utf8)
        if let name = AnswerHeaders.Name(name.span) { result.add(name, Bytes(header.value)) }
      }
    }
    answer.isKnownAsError = isKnownAsError
    return answer
  }

  private func surfaceIndex(_ exchange: Exchange, _ path: Bytes?) -> Int? {
    if let key = exchange.surface { return compiled.surface(key) }
    if let path { return compiled.surface(at: path) }
    return exchange.redirect == nil ? nil : compiled.surfaces.firstIndex { $0.carrier == .query }
  }
}

/// What the judge says of one answer, in the words of the library.
struct Assessment {
  let findings: [Finding]
  let outcome: Verdict.Outcome
  let surface: String?
  let code: String?
  /// Whether the catalogue documents the code.
  let isDocumented: Bool

  init(brokenInput message: String) {
    findings = [
      Finding(
        rule: .brokenInput, severity: .error, message: message, surface: nil, code: nil, status: nil, position: .start,
        pointer: nil)
    ]
    outcome = .outside
    surface = nil
    code = nil
    isDocumented = false
  }

  init(_ judge: borrowing Judge, _ verdict: Verdict, _ answer: Answer, strict: Bool) {
    let surface = judge.catalog.surfaces[verdict.surface]
    let writer = MessageWriter(judge, verdict, answer)
    let body = judge.body
    let code = judge.redirectCode ?? verdict.codeToken.map { $0.string(body.slice.span) }
    var suggestions = Suggestions()
    // Problems come in the order of the body, so each byte is counted once.
    var positions = PositionCounter()
    findings = judge.problems.map { problem in
      var message = TextBuffer()
      writer.write(problem, suggestions: &suggestions, to: &message)
      let (line, column) = positions.position(ofByteAt: problem.offset, in: body.slice.span)
      return Finding(
        rule: problem.rule, severity: problem.rule.severity(strict: strict),
        message: String(decoding: message.bytes, as: UTF8.self), surface: surface.key, code: code,
        status: answer.status, position: SourcePosition(line: UInt32(clamping: line), column: UInt32(clamping: column)),
        pointer: problem.place.pointer(surface, body))
    }
    outcome = verdict.outcome
    self.surface = surface.key
    self.code = code
    isDocumented = verdict.code.map { $0 < surface.documentedCount } ?? false
  }
}
