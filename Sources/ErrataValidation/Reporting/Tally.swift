import ErrataDiagnostics

/// What was judged, and with what result, in numbers.
struct Tally: Sendable {
  /// Answers that were judged, by surface.
  var judged: [Int]
  /// How often each code came, by surface and code.
  var codes: [[Int]]
  /// How often a code came that the surface does not have, by surface.
  var unknownCodes: [Int]
  var successes = 0
  var outside = 0
  private(set) var findings = [Int](repeating: 0, count: FindingRule.allCases.count)

  init(_ catalog: CompiledCatalog) {
    judged = catalog.surfaces.map { _ in 0 }
    codes = catalog.surfaces.map { [Int](repeating: 0, count: $0.codes.count) }
    unknownCodes = judged
  }

  @inline(__always)
  mutating func count(_ verdict: Verdict) {
    switch verdict.outcome {
    case .success: successes += 1
    case .outside: outside += 1
    case .judged:
      judged[verdict.surface] += 1
      if let code = verdict.code {
        codes[verdict.surface][code] += 1
      } else if verdict.namesCode {
        unknownCodes[verdict.surface] += 1
      }
    }
  }

  mutating func count(_ rule: FindingRule) { findings[rule.rawValue] += 1 }

  func adding(_ other: Tally) -> Tally {
    var sum = self
    sum.add(other)
    return sum
  }

  mutating func add(_ other: Tally) {
    func sum(_ left: [Int], _ right: [Int]) -> [Int] { zip(left, right).map { $0 + $1 } }
    judged = sum(judged, other.judged)
    codes = zip(codes, other.codes).map(sum)
    unknownCodes = sum(unknownCodes, other.unknownCodes)
    findings = sum(findings, other.findings)
    successes += other.successes
    outside += other.outside
  }
}
