/// Judges one answer after another. Each thread has its own: what it needs meanwhile is kept from answer to answer.
struct Judge: ~Copyable {
  let catalog: CompiledCatalog
  /// What is wrong with the answer that was judged last, in the order of its body.
  var problems: [Problem] = []
  /// The body that the problems' offsets count in: without a byte order mark, and in UTF-8.
  private(set) var body = ByteView(start: nil, count: 0)
  /// How many bytes of the answer's body come before `body`; nil where it had to be transcoded.
  private(set) var bodyStart: Int? = 0
  /// The code of the redirect that was judged last.
  var redirectCode: String?
  var members: BodyMembers
  private var transcoded = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)
  var scratch: [UInt8] = []
  var patterns: PatternMatching

  init(_ catalog: CompiledCatalog) {
    self.catalog = catalog
    members = BodyMembers(slotCount: catalog.slotCount)
    patterns = PatternMatching(catalog)
  }

  deinit {
    transcoded.deallocate()
  }

  /// Judges `answer`; what is wrong is in `problems` then.
  mutating func judge(_ answer: Answer) -> Verdict {
    if !problems.isEmpty { problems.removeAll(keepingCapacity: true) }
    redirectCode = nil
    let verdict =
      switch catalog.surfaces[answer.surface].carrier {
      case .json: judgeBody(answer)
      case .query: judgeRedirect(answer)
      }
    if problems.count > 1 { sortProblems() }
    return verdict
  }

  mutating func report(
    _ rule: FindingRule, _ place: Problem.Place, at offset: Int = 0, length: Int = 0, _ detail: Problem.Detail = .none
  ) {
    problems.append(Problem(rule, place, at: offset, length: length, detail))
  }

  /// By place, and else as they were found.
  private mutating func sortProblems() {
    problems = problems.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
      .map(\.element)
  }

  /// Takes `bytes` as the body, in UTF-8, and reports where it came otherwise.
  mutating func take(_ bytes: ByteView) {
    switch TextEncoding(of: bytes) {
    case .utf8:
      body = bytes
      bodyStart = 0
    case .utf8WithMark:
      report(.byteOrderMark, .body)
      body = ByteView(rebasing: bytes[3...])
      bodyStart = 3
    case let encoding:
      report(.notUTF8, .body, .text(encoding.name))
      let text = encoding.transcoded(bytes)
      transcoded.deallocate()
      transcoded = .allocate(capacity: text.count)
      _ = transcoded.initialize(from: text)
      body = ByteView(transcoded)
      bodyStart = nil
    }
  }
}
