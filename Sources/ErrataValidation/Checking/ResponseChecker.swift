import ErrataText

/// Checks responses against a catalogue. It reuses its buffers from one response to the next, so each thread needs its own.
struct ResponseChecker: ~Copyable {
  /// The maximum number of violations of one rule that are reported for a response.
  static let violationLimit = 100

  let catalog: CompiledCatalog
  /// The violations of the last response, in body order.
  private(set) var violations: [LocatedViolation] = []
  /// The number of violations of each rule in that response, by the rules' raw values.
  private var violationCounts = [Int](repeating: 0, count: FindingRule.allCases.count)
  /// The body that the violations' offsets refer to: in UTF-8 without a byte order mark.
  private(set) var body = Bytes([])
  /// How the body's offsets map to the input.
  private(set) var bodyOrigin = TextOrigin.direct(0)
  var members: BodyMembers
  /// The items of the list that are errors of the surface, by their indexes in `members.items`.
  var selectedItems: [Int] = []
  /// The places around the list of errors that have been checked.
  var checkedPlaces: Set<Int> = []
  /// The values of the parameters of a redirect or a challenge, by place.
  var parameters: [ParameterValue?] = []
  /// Codes that are not in the body as they are.
  private(set) var texts: [[UInt8]] = []
  /// The current time in seconds since 1970.
  let now: Int
  var patterns: PatternMatcher
  var suggestions: Suggestions

  init(_ catalog: CompiledCatalog, now: Int) {
    self.catalog = catalog
    self.now = now
    members = BodyMembers(catalog)
    patterns = PatternMatcher(catalog)
    suggestions = Suggestions(catalog)
  }

  /// Checks `response` and sets `violations`.
  /// - Returns: the verdict, or nil if the response belongs to no surface.
  @inline(__always)
  mutating func check(_ response: Response) -> Verdict? {
    removeViolations()
    if !texts.isEmpty { texts.removeAll(keepingCapacity: texts.count < BodyMembers.retainedLimit) }
    let (path, method) = (response.request.path.map(catalog.endpointPath), response.request.method)
    guard let surface = response.surface ?? catalog.surface(at: path, method, isRedirect: response.isRedirect) else {
      return nil
    }
    var verdict =
      switch catalog.surfaces[surface].carrier {
      case .json, .challenge: checkResponse(response, expected: surface, path: path)
      case .query: checkRedirect(response, surface: surface)
      }
    if violations.count > 1 { sortViolations() }
    if verdict.outcome == .checked, let path {
      verdict.endpoint = catalog.surfaces[verdict.surface].endpoint(at: path, method)
    }
    return verdict
  }

  /// Reports a violation, unless the response has reached `violationLimit` for its rule.
  mutating func report(_ violation: Violation, at offset: Int = 0, length: Int = 0) {
    let rule = violation.rule.rawValue
    violationCounts[rule] += 1
    if violationCounts[rule] > Self.violationLimit { return }
    violations.append(LocatedViolation(violation: violation, offset: offset, length: length))
  }

  /// Keeps a code that is not in the body as it is.
  mutating func store(_ code: [UInt8]) -> NamedCode.Text {
    texts.append(code)
    return .stored(texts.count - 1)
  }

  mutating func removeViolations() {
    if violations.isEmpty { return }
    violations.removeAll(keepingCapacity: true)
    for rule in violationCounts.indices { violationCounts[rule] = 0 }
  }

  /// Sorts the violations by offset, and those with the same offset in the order in which they were found.
  private mutating func sortViolations() {
    violations = violations.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
      .map(\.element)
  }

  /// Sets the body to `text`, converted to UTF-8 without a byte order mark. Reports a violation if it was anything else.
  @inline(__always)
  mutating func setBody(_ text: SourceText) {
    body = text.bytes
    bodyOrigin = text.origin
    let encoding = TextEncoding(of: body.slice.span)
    if encoding != .utf8 { decodeBody(encoding) }
  }

  @inline(never)
  private mutating func decodeBody(_ encoding: TextEncoding) {
    if encoding == .utf8WithBOM {
      report(.byteOrderMark)
      body = body[byteOrderMark.count...]
      bodyOrigin = bodyOrigin.dropping(byteOrderMark.count)
    } else {
      report(.notUTF8(.body(encoding)))
      body = Bytes(encoding.transcoded(body))
      // Offsets in transcoded text do not match those in an editor.
      bodyOrigin = .opaque(bodyOrigin.start)
    }
  }
}
