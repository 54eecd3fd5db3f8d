import ErrataText

/// Judges one answer after another. Each thread has its own: what it needs meanwhile is kept from answer to answer.
struct Judge: ~Copyable {
  /// How many problems of one rule are reported for one answer.
  static let problemLimit = 100

  let catalog: CompiledCatalog
  /// What is wrong with the answer that was judged last, in the order of its body.
  private(set) var problems: [Problem] = []
  /// How many problems each rule has found in it, by the rules' numbers.
  private var problemCounts = [Int](repeating: 0, count: FindingRule.allCases.count)
  /// The body that the problems' offsets count in: without a byte order mark, and in UTF-8.
  private(set) var body = Bytes([])
  /// How many bytes of the answer's body come before `body`; nil where it had to be transcoded.
  private(set) var bodyStart: Int? = 0
  /// The code of the redirect that was judged last.
  var redirectCode: String?
  var members: BodyMembers
  var patterns: PatternMatching

  init(_ catalog: CompiledCatalog) {
    self.catalog = catalog
    members = BodyMembers(catalog)
    patterns = PatternMatching(catalog)
  }

  /// Judges `answer`; what is wrong is in `problems` then.
  mutating func judge(_ answer: Answer) -> Verdict {
    forgetProblems()
    if redirectCode != nil { redirectCode = nil }
    let verdict =
      switch catalog.surfaces[answer.surface].carrier {
      case .json: judgeBody(answer)
      case .query: judgeRedirect(answer)
      }
    if problems.count > 1 { sortProblems() }
    return verdict
  }

  /// Reports a problem, unless its rule has found as many as are reported for one answer.
  mutating func report(
    _ rule: FindingRule, _ place: Problem.Place, at offset: Int = 0, length: Int = 0, _ detail: Problem.Detail = .none
  ) {
    problemCounts[rule.rawValue] += 1
    if problemCounts[rule.rawValue] > Self.problemLimit { return }
    problems.append(Problem(rule, place, at: offset, length: length, detail))
  }

  mutating func forgetProblems() {
    if problems.isEmpty { return }
    problems.removeAll(keepingCapacity: true)
    for rule in problemCounts.indices { problemCounts[rule] = 0 }
  }

  /// By place, and else as they were found.
  private mutating func sortProblems() {
    problems = problems.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
      .map(\.element)
  }

  /// Takes `bytes` as the body, in UTF-8, and reports where it came otherwise.
  /// - Returns: the body.
  mutating func take(_ bytes: Bytes) -> Bytes {
    switch TextEncoding(of: bytes.slice.span) {
    case .utf8:
      body = bytes
      bodyStart = 0
    case .utf8WithMark:
      report(.byteOrderMark, .body)
      body = bytes[3...]
      bodyStart = 3
    case let encoding:
      report(.notUTF8, .body, .text(encoding.name))
      body = Bytes(encoding.transcoded(bytes))
      bodyStart = nil
    }
    return body
  }
}
