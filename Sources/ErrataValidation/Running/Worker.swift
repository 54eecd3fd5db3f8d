import ErrataText

/// Validates the parts of an input on one thread.
struct Worker: ~Copyable {
  private(set) var counts: Counts
  var output = TextBuffer()
  private var checker: ResponseChecker
  private var finding: FindingBuffer
  private let writer: FindingWriter
  /// The index of the surface that all responses belong to, if `ValidationOptions` name one.
  private let surface: Int?
  /// Whether that surface is a redirect surface, in which case bodies are URLs.
  private let expectsRedirects: Bool
  private let status: Int?

  init(_ validator: Validator, source: String, _ options: ValidationOptions) {
    let catalog = validator.compiled
    counts = Counts(catalog)
    checker = ResponseChecker(catalog, now: validator.now)
    let writer = FindingWriter(source: source, format: options.format, color: options.color)
    self.writer = writer
    finding = FindingBuffer(strict: validator.strict, needsEnd: writer.showsEnd)
    surface = options.surface.flatMap(catalog.surface)
    expectsRedirects = surface.map { catalog.surfaces[$0].carrier == .query } ?? false
    status = options.status
  }

  /// Begins a part of the input. Its findings do not depend on earlier parts.
  mutating func beginPart() { checker.suggestions.beginPart() }

  /// Validates a body, or a URL if the surface is a redirect surface.
  @inline(__always)
  mutating func validateBody(_ part: InputPart) {
    let text = SourceText(bytes: part.text)
    let reason = "no surface given"
    if expectsRedirects {
      validate(Response(surface: surface, status: status, redirect: text), in: part, withoutSurface: reason)
    } else {
      validate(Response(surface: surface, status: status, body: text), in: part, withoutSurface: reason)
    }
  }

  /// Validates the URL of a redirect.
  mutating func validateRedirect(_ url: InputPart) {
    let response = Response(surface: surface, redirect: SourceText(bytes: url.text))
    validate(response, in: url, withoutSurface: "the catalogue has no redirect surface")
  }

  /// Validates the exchange in `line`.
  mutating func validateExchange(_ line: InputPart) {
    if line.text.slice.allSatisfy(isJSONSpace) { return }
    var line = line
    if startsWithByteOrderMark(line.text.slice.span) { line.text = line.text[byteOrderMark.count...] }
    do {
      validateRecorded(try ResponseReader.exchange(in: line.text, checker.catalog.headerPlaces), in: line)
    } catch {
      report(.broken(error.reason), at: error.offset, of: line)
    }
  }

  /// Validates an entry of a recording.
  mutating func validateEntry(_ entry: InputPart) {
    do {
      if let response = try ResponseReader.harEntry(in: entry.text, checker.catalog.headerPlaces) {
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
    response.isKnownError = response.status == nil && response.redirect == nil
    validate(response, in: part, withoutSurface: "missing key `path`, and no surface given")
  }

  /// - Parameter reason: the message if the response has neither a surface nor a path.
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
