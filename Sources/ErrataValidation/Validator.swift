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
    withAnswer(of: exchange) { answer in
      guard var answer else { return Assessment(brokenInput: "no surface of the catalogue has this path or key") }
      answer.isKnownAsError = isKnownAsError
      var judge = Judge(compiled)
      let verdict = judge.judge(answer)
      return Assessment(judge, verdict, answer, strict: strict)
    }
  }

  private func withAnswer<Result>(of exchange: Exchange, _ body: (Answer?) -> Result) -> Result {
    let path = exchange.path.map { Array($0.prefix { $0 != "?" && $0 != "#" }.utf8) }
    let redirect = exchange.redirect.map { Array($0.utf8) }
    var names: [[UInt8]] = []
    var values: [[UInt8]] = []
    for (name, value) in exchange.headers ?? [:] {
      names.append(Array(name.utf8))
      values.append(Array(value.utf8))
    }
    return withViews([path ?? [], redirect ?? [], exchange.body] + names + values) { views in
      let surface = surfaceIndex(exchange, path.map { _ in views[0] })
      guard let surface else { return body(nil) }
      var answer = Answer(surface: surface)
      answer.path = path.map { _ in views[0] }
      answer.redirect = redirect.map { _ in views[1] }
      answer.body = views[2]
      answer.status = exchange.status
      if exchange.headers != nil {
        var headers = Answer.Headers()
        for index in names.indices { headers.set(views[3 + index], to: views[3 + names.count + index]) }
        answer.headers = headers
      }
      return body(answer)
    }
  }

  private func surfaceIndex(_ exchange: Exchange, _ path: ByteView?) -> Int? {
    if let key = exchange.surface { return compiled.surface(key) }
    if let path { return compiled.surface(at: path) }
    return exchange.redirect == nil ? nil : compiled.surfaces.firstIndex { $0.carrier == .query }
  }

  /// Calls `body` with views of all `arrays`, which live as long as it runs.
  private func withViews<Result>(_ arrays: [[UInt8]], _ body: ([ByteView]) -> Result) -> Result {
    let all = arrays.flatMap(\.self)
    return all.withUnsafeBufferPointer { bytes in
      var start = 0
      return body(
        arrays.map { array in
          defer { start += array.count }
          return ByteView(rebasing: bytes[start..<start + array.count])
        })
    }
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
    let code = judge.redirectCode ?? verdict.codeToken.map { $0.string(judge.body.baseAddress!) }
    var suggestions = Suggestions()
    let body = judge.body
    findings = judge.problems.map { problem in
      var message = TextBuffer()
      writer.write(problem, suggestions: &suggestions, to: &message)
      return Finding(
        rule: problem.rule, severity: problem.rule.severity(strict: strict),
        message: String(decoding: message.bytes, as: UTF8.self), surface: surface.key, code: code,
        status: answer.status, position: position(ofByteAt: problem.offset, in: body),
        pointer: problem.place.pointer(surface, body))
    }
    outcome = verdict.outcome
    self.surface = surface.key
    self.code = code
    isDocumented = verdict.code.map { $0 < surface.documentedCount } ?? false
  }
}

extension Answer.Headers {
  /// Keeps the header `name`, in any case, if it is one that counts.
  mutating func set(_ name: ByteView, to value: ByteView) {
    switch name.count {
    case 8 where isName(name, "location"): location = value
    case 11 where isName(name, "retry-after"): retryAfter = value
    case 12 where isName(name, "content-type"): contentType = value
    case 13 where isName(name, "cache-control"): cacheControl = value
    case 16 where isName(name, "www-authenticate"): wwwAuthenticate = value
    default: break
    }
  }

  private func isName(_ name: ByteView, _ expected: StaticString) -> Bool {
    for index in name.indices where name[index] | 0x20 != expected.utf8Start[index] | 0x20 { return false }
    return true
  }
}
