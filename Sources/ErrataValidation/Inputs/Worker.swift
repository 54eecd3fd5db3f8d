import ErrataDiagnostics

/// What a user wants of a validation beside the catalogue.
public struct ValidationOptions: Sendable {
  /// How to write findings.
  public var format: DiagnosticFormat
  /// Whether to use terminal colours.
  public var color: Bool
  /// The key of the surface that all answers belong to; nil where their paths say it.
  public var surface: String?
  /// The status of all answers that come without one.
  public var status: Int?
  /// The path below which the API is served, such as `/csc/v2`: what stands before the catalogue's endpoints in the paths.
  public var base: String
  /// How many threads judge.
  public var threads: Int

  /// - Parameters:
  ///   - format: how to write findings.
  ///   - color: whether to use terminal colours.
  ///   - surface: the key of the surface that all answers belong to; nil where their paths say it.
  ///   - status: the status of all answers that come without one.
  ///   - base: the path below which the API is served: what stands before the catalogue's endpoints in the paths.
  ///   - threads: how many threads judge.
  public init(
    format: DiagnosticFormat = .json, color: Bool = false, surface: String? = nil, status: Int? = nil,
    base: String = "", threads: Int = 1
  ) {
    self.format = format
    self.color = color
    self.surface = surface
    self.status = status
    self.base = base
    self.threads = threads
  }
}

/// What one thread judges with.
struct Worker: ~Copyable {
  var judge: Judge
  var writer: FindingWriter
  var tally: Tally
  var output = TextBuffer()
  private let surface: Int?
  private let isOnQuerySurface: Bool
  private let status: Int?
  private let base: [UInt8]

  init(_ validator: Validator, source: String, _ options: ValidationOptions) {
    judge = Judge(validator.compiled)
    writer = FindingWriter(
      source: source, format: options.format, color: options.color, strict: validator.strict)
    tally = Tally(validator.compiled)
    surface = options.surface.flatMap { validator.compiled.surface($0) }
    isOnQuerySurface = validator.compiled.surfaces.dropFirst(surface ?? 0).first?.carrier == .query
    status = options.status
    base = Array(options.base.utf8.reversed().drop { $0 == UInt8(ascii: "/") }.reversed())
  }

  /// Judges a body of the surface that the user named, or the URL of a redirect where it is a surface of these.
  @inline(__always)
  mutating func judgeBody(_ body: Locus) {
    var answer = Answer(surface: surface ?? 0)
    answer.status = status
    if isOnQuerySurface { answer.redirect = body.text } else { answer.body = body.text }
    settle(answer, at: body, .direct(0))
  }

  /// Judges the URL of a redirect.
  mutating func judgeRedirect(_ url: Locus) {
    guard let surface = surface ?? judge.catalog.surfaces.firstIndex(where: { $0.carrier == .query }) else {
      return report(.brokenInput, "the catalogue has no surface of redirects", at: 0, url)
    }
    var answer = Answer(surface: surface)
    answer.redirect = url.text
    settle(answer, at: url, .direct(0))
  }

  /// Judges the exchange in `line`.
  mutating func judgeExchange(_ line: Locus) {
    if line.text.slice.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return }
    var line = line
    if line.text.starts(with: byteOrderMark) { line.text = line.text[3...] }
    judgeRecord(RecordReader.exchange(in: line.text), at: line)
  }

  /// Judges the entry of a recording.
  mutating func judgeEntry(_ entry: Locus) {
    let record = RecordReader.entry(in: entry.text)
    if record.fault == nil, record.path == nil || record.status == nil || record.isBodyLeftOut {
      // A request that was never answered has the status 0.
      tally.outside += 1
    } else {
      judgeRecord(record, at: entry)
    }
  }

  private mutating func judgeRecord(_ record: Recorded, at locus: Locus) {
    if let fault = record.fault { return report(.brokenInput, fault, at: record.faultOffset, locus) }
    // With a body, a URL without a path beside it is the one that was asked for.
    let isRequest = record.url != nil && record.path == nil && record.body != nil
    let redirect = isRequest ? nil : record.url ?? record.redirect
    var path = record.path.map(path(of:)) ?? (isRequest ? record.url.map(path(of:)) : nil)
    if let whole = path { path = belowBase(whole) }
    guard let surface = surface ?? surfaceIndex(path, isRedirect: redirect != nil) else {
      if path == nil {
        return report(.brokenInput, "the exchange has no `path`, and no surface is named", at: 0, locus)
      }
      return tally.outside += 1
    }
    var answer = Answer(surface: surface)
    answer.isToHEAD = record.isToHEAD
    answer.path = path
    answer.status = record.status ?? status
    answer.headers = record.headers
    answer.body = record.body
    answer.redirect = redirect
    answer.isKnownAsError = answer.status == nil
    let isQuery = judge.catalog.surfaces[surface].carrier == .query
    let redirectOrigin = redirect == nil ? record.locationOrigin : record.redirectOrigin
    let origin = isQuery ? redirectOrigin : record.bodyOrigin
    settle(answer, at: locus, origin)
  }

  /// What follows the base in `path`; all of it where it does not begin with the base.
  private func belowBase(_ path: Bytes) -> Bytes {
    guard !base.isEmpty, path.starts(with: base), path.count == base.count || path[base.count] == UInt8(ascii: "/")
    else {
      return path
    }
    return path[base.count...]
  }

  private func surfaceIndex(_ path: Bytes?, isRedirect: Bool) -> Int? {
    if let path { return judge.catalog.surface(at: path) }
    return isRedirect ? judge.catalog.surfaces.firstIndex { $0.carrier == .query } : nil
  }

  @inline(__always)
  private mutating func settle(_ answer: Answer, at locus: Locus, _ origin: BodyOrigin) {
    let verdict = judge.judge(answer)
    tally.count(verdict)
    if !judge.problems.isEmpty { write(verdict, answer, at: locus, origin) }
  }

  @inline(never)
  private mutating func write(_ verdict: Verdict, _ answer: Answer, at locus: Locus, _ origin: BodyOrigin) {
    for problem in judge.problems { tally.count(problem.rule) }
    writer.write(judge, verdict, answer, at: locus, origin, to: &output)
  }

  /// Writes that something could not be read.
  mutating func report(_ rule: FindingRule, _ reason: String, at offset: Int, _ locus: Locus) {
    tally.count(rule)
    writer.write(rule, reason, at: offset, locus, to: &output)
  }
}
