import ErrataDiagnostics
import ErrataText

/// Validates the parts of an input on one thread.
struct Worker: ~Copyable {
  private(set) var counts: Counts
  /// What the current part adds to the result, besides `counts`.
  private(set) var part = PartResult()
  private var checker: ResponseChecker
  private var finding: FindingBuffer
  private var written = TextBuffer()
  private let writer: FindingWriter
  private let strict: Bool
  private let rules: RuleSettings
  /// The index of the surface that all responses belong to, if `ValidationOptions` name one.
  private let surface: Int?
  /// Whether that surface is a redirect surface, in which case bodies are URLs.
  private let expectsRedirects: Bool
  private let status: Int?
  /// In lower case.
  private let host: String?
  private let fields: ExchangeFields
  private let findingLimit: Int?
  /// Whether findings are kept as values instead of being written.
  private let keepsFindings: Bool
  private(set) var keptFindings: [Finding] = []

  init(_ validator: Validator, source: String, _ options: ValidationOptions, keepsFindings: Bool = false) {
    let catalog = validator.compiled
    counts = Counts(catalog)
    checker = ResponseChecker(catalog, now: validator.now)
    let writer = FindingWriter(source: source, format: options.format, color: options.color)
    self.writer = writer
    finding = FindingBuffer(needsEnd: writer.showsEnd)
    strict = validator.strict
    rules = validator.rules
    let surface = options.surface.flatMap(catalog.surface)
    self.surface = surface
    expectsRedirects = surface.map { catalog.surfaces[$0].carrier == .query } ?? false
    status = options.status
    host = options.host.map { lowercasedText(Array($0.utf8)[...]) }
    fields = options.fields
    findingLimit = options.findingLimit
    self.keepsFindings = keepsFindings
  }

  /// Begins a part of the input. Its findings do not depend on earlier parts.
  mutating func beginPart() { checker.suggestions.beginPart() }

  /// The result since the last call, without the counts.
  mutating func takePart() -> PartResult {
    let part = part
    self.part = PartResult()
    return part
  }

  /// Validates a body, or a URL if the surface is a redirect surface.
  @inline(__always)
  mutating func validateBody(_ part: InputPart) {
    let text = SourceText(bytes: part.text)
    let response =
      expectsRedirects
      ? Response(surface: surface, status: status, redirect: text)
      : Response(surface: surface, status: status, body: text)
    guard let verdict = checker.check(response) else { return report(.broken("no surface given"), of: part) }
    if verdict.code == nil, isExchange(part.text) { return reportOtherFormat(.exchange, part) }
    record(response, verdict, in: part)
  }

  @inline(never)
  private func isExchange(_ line: Bytes) -> Bool {
    var reader = ResponseReader(line, noun: "exchange", checker.catalog.headerPlaces)
    return (try? reader.readExchange(fields))?.isUnmistakable ?? false
  }

  /// Validates the URL of a redirect.
  mutating func validateRedirect(_ url: InputPart) {
    let response = Response(surface: surface, redirect: SourceText(bytes: url.text))
    if !validate(response, in: url) { report(.broken("the catalogue has no redirect surface"), of: url) }
  }

  /// Validates the exchange in `line`.
  mutating func validateExchange(_ line: InputPart) {
    if line.text.slice.allSatisfy(isJSONSpace) { return }
    var line = line
    if startsWithByteOrderMark(line.text.slice.span) { line.text = line.text[byteOrderMark.count...] }
    var reader = ResponseReader(line.text, noun: "exchange", checker.catalog.headerPlaces)
    do {
      if try !reader.readExchange(fields).isExchange {
        reportOtherFormat(isRecording(line.text) ? .recording : .body, line)
      } else if reader.response.isMissing {
        counts.countNotRecorded()
      } else {
        validateRecorded(&reader.response, in: line)
      }
    } catch {
      report(.broken(error.reason), at: error.offset, of: line)
    }
  }

  /// Validates an entry of a recording.
  mutating func validateEntry(_ entry: InputPart) {
    var reader = ResponseReader(entry.text, noun: "entry", checker.catalog.headerPlaces)
    do {
      if try reader.readEntry() {
        validateRecorded(&reader.response, in: entry)
      } else {
        counts.countNotRecorded()
      }
    } catch {
      report(.broken(error.reason), at: error.offset, of: entry)
    }
  }

  /// Validates an exchange in memory.
  mutating func validate(_ exchange: Exchange) {
    guard var response = Response(exchange, of: checker.catalog) else {
      return report(.broken("unknown surface `\(exchange.surface ?? "")`"), of: InputPart())
    }
    validateRecorded(&response, in: InputPart(text: response.redirect?.bytes ?? response.body.bytes))
  }

  private mutating func validateRecorded(_ response: inout Response, in part: InputPart) {
    response.surface = response.surface ?? surface
    response.status = response.status ?? status
    response.isKnownError = response.status == nil && response.redirect == nil
    if let host, let recorded = response.request.path.flatMap(ErrataValidation.host),
      !isHost(lowercasedText(recorded.slice), host)
    {
      return counts.countOtherHost()
    }
    if !validate(response, in: part) {
      report(.broken("missing `\(fields.name(of: .path))`, and no surface given"), of: part)
    }
  }

  /// - Returns: false if the response has neither a surface nor a path.
  @inline(__always)
  private mutating func validate(_ response: Response, in part: InputPart) -> Bool {
    if let verdict = checker.check(response) {
      record(response, verdict, in: part)
      return true
    }
    guard let path = response.request.pathWithoutQuery else { return false }
    counts.countUnmatched()
    self.part.unlisted.add(path: unmatchedName(path, response.request.method))
    return true
  }

  /// The name of a request at no endpoint: its path, with the method if only that is the reason.
  private func unmatchedName(_ path: Bytes, _ method: Bytes?) -> String {
    let pattern = pathPattern(of: path)
    guard let method, checker.catalog.surface(at: checker.catalog.endpointPath(of: path), nil, from: 0) != nil else {
      return pattern
    }
    return "\(method.shortened(to: 20)) \(pattern)"
  }

  /// Counts the response that was checked last, and reports its violations.
  @inline(__always)
  private mutating func record(_ response: Response, _ verdict: Verdict, in part: InputPart) {
    counts.count(verdict, status: response.status)
    let isListed = verdict.outcome != .checked || verdict.code?.index != nil
    if isListed, checker.violations.isEmpty { return }
    let checked = CheckedResponse(checker, verdict, of: response)
    if !isListed { countUnlisted(checked, response, verdict) }
    reportViolations(checked, in: part)
  }

  private mutating func countUnlisted(_ checked: CheckedResponse, _ response: Response, _ verdict: Verdict) {
    if let code = checked.code {
      part.unlisted.add(
        UnlistedCounts.Code(
          surface: verdict.surface, code: code.shortened(to: FindingWriter.textLimit), status: response.status,
          endpoint: verdict.endpoint))
    } else {
      part.unlisted.add(
        UnlistedCounts.Codeless(
          surface: verdict.surface, status: response.status, mediaType: response.headers.mediaType,
          isEmpty: response.redirect == nil && response.body.bytes.isEmpty, endpoint: verdict.endpoint))
    }
  }

  @inline(never)
  private mutating func reportViolations(_ response: CheckedResponse, in part: InputPart) {
    finding.begin(response)
    var locator = SourceLocator(part.start, checker.bodyOrigin)
    for violation in checker.violations {
      let rule = violation.violation.rule
      guard let severity = rules.severity(of: rule, status: response.status, strict: strict) else { continue }
      counts.count(rule, severity)
      // Most findings of a long log are not shown, and need no message.
      guard case .write(let kind) = count(rule, severity, code: response.code) else { continue }
      finding.set(violation, severity, of: response, &locator, in: part.text.slice.span)
      writeFinding(in: part, kind: kind)
    }
  }

  /// Reports a part that cannot be read.
  mutating func report(_ fault: InputFault, at offset: Int = 0, of part: InputPart) {
    counts.countUnreadable()
    guard let severity = rules.severity(of: fault.rule, status: nil, strict: strict) else { return }
    counts.count(fault.rule, severity)
    guard case .write(let kind) = count(fault.rule, severity, code: nil) else { return }
    finding.set(fault, severity, at: offset, of: part)
    writeFinding(in: part, kind: kind)
  }

  /// Reports a line that has another format than the one that the input is read as. Only the first one of an input is a finding.
  private mutating func reportOtherFormat(_ format: InputFault.Format, _ line: InputPart) {
    counts.countUnreadable()
    let fault = InputFault.otherFormat(format)
    guard part.otherFormat == nil,
      let severity = rules.severity(of: fault.rule, status: nil, strict: strict)
    else { return }
    var range = 0..<0
    if case .write(let kind) = count(fault.rule, severity, code: nil) {
      finding.set(fault, severity, at: 0, of: line)
      range = writeFinding(in: line, kind: kind)
    }
    part.otherFormat = PartResult.OtherFormat(range: range, severity: severity)
  }

  /// What becomes of a finding.
  private enum Fate {
    /// With the index of its kind, if there is a limit.
    case write(kind: Int?)
    case skip
  }

  /// Counts a finding of its kind, if there is a limit.
  private mutating func count(_ rule: FindingRule, _ severity: Severity, code: Bytes?) -> Fate {
    guard let findingLimit else { return .write(kind: nil) }
    let kind = FindingKind(rule: rule, severity: severity, code: code?.shortened(to: FindingWriter.textLimit))
    return part.findings.count(kind, limit: findingLimit).map { .write(kind: $0) } ?? .skip
  }

  /// - Returns: the range of the finding in the batch.
  @discardableResult
  private mutating func writeFinding(in part: InputPart, kind: Int?) -> Range<Int> {
    if keepsFindings {
      keptFindings.append(Finding(finding))
      return 0..<0
    }
    written.removeAll()
    writer.write(finding, in: part.text, to: &written)
    return self.part.findings.append(written.bytes, kind: kind)
  }
}

/// Whether a host is `expected`, with or without its port.
private func isHost(_ host: String, _ expected: String) -> Bool {
  host == expected || host.hasPrefix(expected + ":") && !expected.contains(":")
}

/// Whether an object looks like a recording (HTTP Archive 1.2) on one line.
private func isRecording(_ text: Bytes) -> Bool {
  text.slice.prefix(64).filter { !isJSONSpace($0) }.starts(with: Array("{\"log\":{".utf8))
}
