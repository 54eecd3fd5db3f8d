/// The running counts of a validation.
struct Counts: Sendable {
  /// The checked responses, by surface.
  private(set) var checked: [Int]
  /// The occurrences of each code, by surface and code.
  private(set) var codes: [[Int]]
  /// The occurrences of codes that are not in the catalogue, by surface.
  private(set) var unknownCodes: [Int]
  private(set) var successes = 0
  private(set) var outside = 0
  /// The findings, by the raw values of the rules.
  private(set) var findings = [Int](repeating: 0, count: FindingRule.allCases.count)

  init(_ catalog: CompiledCatalog) {
    checked = catalog.surfaces.map { _ in 0 }
    codes = catalog.surfaces.map { [Int](repeating: 0, count: $0.codes.count) }
    unknownCodes = checked
  }

  @inline(__always)
  mutating func count(_ verdict: Verdict) {
    switch verdict.outcome {
    case .success: successes += 1
    case .outside: outside += 1
    case .checked:
      checked[verdict.surface] += 1
      if let code = verdict.code?.index {
        codes[verdict.surface][code] += 1
      } else if verdict.code != nil {
        unknownCodes[verdict.surface] += 1
      }
    }
  }

  mutating func countOutside() { outside += 1 }

  mutating func count(_ rule: FindingRule) { findings[rule.rawValue] += 1 }

  static func + (left: Self, right: Self) -> Self {
    func sum(_ left: [Int], _ right: [Int]) -> [Int] { zip(left, right).map { $0 + $1 } }
    var counts = left
    counts.checked = sum(left.checked, right.checked)
    counts.codes = zip(left.codes, right.codes).map(sum)
    counts.unknownCodes = sum(left.unknownCodes, right.unknownCodes)
    counts.findings = sum(left.findings, right.findings)
    counts.successes += right.successes
    counts.outside += right.outside
    return counts
  }
}
