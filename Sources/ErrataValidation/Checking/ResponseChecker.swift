import ErrataText

/// Checks one response after another, and reuses its buffers. Each thread has its own.
struct ResponseChecker: ~Copyable {
  /// How many violations of one rule are reported for one response.
  static let violationLimit = 100

  let catalog: CompiledCatalog
  /// What is wrong with the response that was checked last, in the order of its body.
  private(set) var violations: [LocatedViolation] = []
  /// How often that response breaks each rule, by the rules' raw values.
  private var violationCounts = [Int](repeating: 0, count: FindingRule.allCases.count)
  /// The body that the violations' offsets count in: without a byte order mark, and in UTF-8.
  private(set) var body = Bytes([])
  /// How it lies in the input.
  private(set) var bodyOrigin = TextOrigin.direct(0)
  var members: BodyMembers
  var patterns: PatternMatcher
  var suggestions: Suggestions

  init(_ catalog: CompiledCatalog) {
    self.catalog = catalog
    members = BodyMembers(catalog)
    patterns = PatternMatcher(catalog)
    suggestions = Suggestions(catalog)
  }

  /// Checks `response`; what is wrong with it is in `violations` then.
  /// - Returns: nil where it belongs to no surface.
  @inline(__always)
  mutating func check(_ response: Response) -> Verdict? {
    removeViolations()
    let path = response.path.map(catalog.endpointPath)
    guard let surface = response.surface ?? catalog.surface(at: path, isRedirect: response.redirect != nil) else {
      return nil
    }
    let verdict =
      switch catalog.surfaces[surface].carrier {
      case .json: checkBody(response, surface: surface, path: path)
      case .query: checkRedirect(response, surface: surface)
      }
    if violations.count > 1 { sortViolations() }
    return verdict
  }

  /// Reports a violation, unless the response has broken its rule as often as is reported.
  mutating func report(_ violation: Violation, at offset: Int = 0, length: Int = 0) {
    let rule = violation.rule.rawValue
    violationCounts[rule] += 1
    if violationCounts[rule] > Self.violationLimit { return }
    violations.append(LocatedViolation(violation: violation, offset: offset, length: length))
  }

  mutating func removeViolations() {
    if violations.isEmpty { return }
    violations.removeAll(keepingCapacity: true)
    for rule in violationCounts.indices { violationCounts[rule] = 0 }
  }

  /// By place, and else as they were found.
  private mutating func sortViolations() {
    violations = violations.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
      .map(\.element)
  }

  /// Makes `text` the body, in UTF-8, and reports where it came otherwise.
  @inline(__always)
  mutating func setBody(_ text: SourceText) {
    body = text.bytes
    bodyOrigin = text.origin
    let encoding = TextEncoding(of: body.slice.span)
    if encoding != .utf8 { decodeBody(encoding) }
  }

  @inline(never)
  private mutating func decodeBody(_ encoding: TextEncoding) {
    if encoding == .utf8WithMark {
      report(.byteOrderMark)
      body = body[byteOrderMark.count...]
      bodyOrigin = bodyOrigin.dropping(byteOrderMark.count)
    } else {
      report(.notUTF8(.body(encoding)))
      body = Bytes(encoding.transcoded(body))
      // What was transcoded has no offsets that an editor would show.
      bodyOrigin = .opaque(bodyOrigin.start)
    }
  }
}
