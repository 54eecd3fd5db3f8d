import ErrataDiagnostics

/// The running counts of a validation. They do not depend on the order of the responses.
struct Counts: Sendable {
  /// The checked responses, by surface.
  private(set) var checked: [Int]
  /// The occurrences of the codes of each surface.
  private(set) var codes: [CodeCounts]
  private(set) var successes = 0
  /// Responses to requests at no endpoint of the catalogue.
  private(set) var unmatched = 0
  /// Responses of other hosts.
  private(set) var otherHosts = 0
  /// Entries of recordings without a response or a body.
  private(set) var notRecorded = 0
  /// Errors at an endpoint for redirects that are not redirects.
  private(set) var notRedirects = 0
  /// Lines and entries that cannot be read as responses.
  private(set) var unreadable = 0
  /// The findings, by the raw values of the rules.
  private(set) var errors = [Int](repeating: 0, count: FindingRule.allCases.count)
  private(set) var warnings = [Int](repeating: 0, count: FindingRule.allCases.count)

  init(_ catalog: CompiledCatalog) {
    checked = catalog.surfaces.map { _ in 0 }
    codes = catalog.surfaces.map { CodeCounts(codeCount: $0.codes.count) }
  }

  /// Counts a response that was checked.
  @inline(__always)
  mutating func count(_ verdict: Verdict, status: Int?) {
    switch verdict.outcome {
    case .success: successes += 1
    case .notRedirect: notRedirects += 1
    case .checked:
      checked[verdict.surface] += 1
      if let code = verdict.code?.index {
        codes[verdict.surface].add(CodeCounts.Site(code: code, status: status, endpoint: verdict.endpoint))
      }
    }
  }

  mutating func countUnmatched() { unmatched += 1 }
  mutating func countOtherHost() { otherHosts += 1 }
  mutating func countNotRecorded() { notRecorded += 1 }
  mutating func countUnreadable() { unreadable += 1 }

  mutating func count(_ rule: FindingRule, _ severity: Severity) {
    switch severity {
    case .error: errors[rule.rawValue] += 1
    case .warning, .note: warnings[rule.rawValue] += 1
    }
  }

  static func + (left: Self, right: Self) -> Self {
    func sum(_ left: [Int], _ right: [Int]) -> [Int] { zip(left, right).map { $0 + $1 } }
    var counts = left
    counts.checked = sum(left.checked, right.checked)
    for surface in right.codes.indices { counts.codes[surface].add(right.codes[surface]) }
    counts.successes += right.successes
    counts.unmatched += right.unmatched
    counts.otherHosts += right.otherHosts
    counts.notRecorded += right.notRecorded
    counts.notRedirects += right.notRedirects
    counts.unreadable += right.unreadable
    counts.errors = sum(left.errors, right.errors)
    counts.warnings = sum(left.warnings, right.warnings)
    return counts
  }
}
