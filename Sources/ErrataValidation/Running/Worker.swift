import ErrataText

/// Validates the parts of an input on one thread.
struct Worker: ~Copyable {
  private(set) var counts: Counts
  var output = TextBuffer()
  private var checker: ResponseChecker
  private var finding: FindingBuffer
  private let writer: FindingWriter
  /// The surface that all responses belong to, where it is named.
  private let surface: Int?
  /// Whether that surface is one of redirects: then a text alone is a URL.
  private let isOfRedirects: Bool
  private let status: Int?

  init(_ validator: Validator, source: String, _ options: ValidationOptions) {
    let catalog = validator.compiled
    counts = Counts(catalog)
    checker = ResponseChecker(catalog)
    writer = FindingWriter(source: source, format: options.format, color: options.color)
    finding = FindingBuffer(strict: validator.strict, needsEnd: writer.showsEnd)
    surface = options.surface.flatMap(catalog.surface)
    isOfRedirects = surface.map { catalog.surfaces[$0].carrier == .query } ?? false
    status = options.status
  }

  /// Begins a part of the input whose findings do not depend on the parts before.
  mutating func beginPart() { checker.suggestions.beginPart() }

  /// Validates a body of the surface that is named; on a surface of redirects it is a URL.
  @inline(__always)
  mutating func validateBody(_ part: InputPart) {
    let text = SourceText(bytes: part.text)
    let reason = "no surface is named"
    if isOfRedirects {
      validate(Response(surface: surface, status: status, redirect: text), in: part, withoutSurface: reason)
    } else {
      validate(Response(surface: surface, status: status, body: text), in: part, withoutSurface: reason)
    }
  }

  /// Validates the URL of a redirect.
  mutating func validateRedirect(_ url: InputPart) {
    let response = Response(surface: surface, redirect: SourceText(bytes: url.text))
    validate(response, in: url, withoutSurface: "the catalogue has no surface of redirects")
  }

  /// Validates the exchange in `line`.
  mutating func validateExchange(_ line: InputPart) {
    if line.text.slice.allSatisfy(isJSONSpace) { return }
    var line = line
    if startsWithByteOrderMark(line.text.slice.span) { line.text = line.text[byteOrderMark.count...] }
    do {
      validateRecorded(try ResponseReader.exchange(in: line.text), in: line)
    } catch {
      report(.broken(error.reason), at: error.offset, of: line)
    }
  }

  /// Validates the entry of a recording.
  mutating func validateEntry(_ entry: InputPart) {
    do {
      if let response = try ResponseReader.harEntry(in: entry.text) {
        validateRecorded(response, in: entry)
      } else {
        counts.countOutside()
      }
    } catch {
      report(.broken(error.reason), at: error.offset, of: entry)
    }
  }

  /// Reports a part that cannot be read.
  mutating func report(_ fault: InputFault, at offset: Int = 0, of part: InputPart) {
    finding.set(fault, at: offset, of: part)
    writeFinding(in: part)
  }

  private mutating func validateRecorded(_ recorded: Response, in part: InputPart) {
    var response = recorded
    response.surface = surface
    response.status = recorded.status ?? status
    response.isKnownAsError = response.status == nil
    validate(response, in: part, withoutSurface: "the exchange has no `path`, and no surface is named")
  }

  /// - Parameter reason: what is wrong where the response has no surface, and no path that would say it.
  @inline(__always)
  private mutating func validate(_ response: Response, in part: InputPart, withoutSurface reason: String) {
    guard let verdict = checker.check(response) else {
      return response.path == nil ? report(.broken(reason), of: part) : counts.countOutside()
    }
    counts.count(verdict)
    if !checker.violations.isEmpty { reportViolations(response, verdict, in: part) }
  }

  @inline(never)
  private mutating func reportViolations(_ response: Response, _ verdict: Verdict, in part: InputPart) {
    let checked = CheckedResponse(checker, verdict, status: response.status)
    finding.begin(checked)
    var locator = SourceLocator(part.start, checker.bodyOrigin)
    for violation in checker.violations {
      finding.set(violation, of: checked, &locator, in: part.text.slice.span)
      writeFinding(in: part)
    }
  }

  private mutating func writeFinding(in part: InputPart) {
    counts.count(finding.rule)
    writer.write(finding, in: part.text, to: &output)
  }
}
