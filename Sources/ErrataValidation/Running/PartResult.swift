import ErrataDiagnostics

/// What a part of an input adds to the result, apart from the counts that do not depend on the order of the parts.
struct PartResult: Sendable {
  /// The finding that the input has another format than the one it is read as.
  struct OtherFormat: Sendable {
    /// Its range in `findings`.
    let range: Range<Int>
    let severity: Severity
  }

  var findings = FindingBatch()
  var unlisted = UnlistedCounts()
  var otherFormat: OtherFormat?
}

/// The result of an input, to which its parts are added in order.
struct InputResult: Sendable {
  private(set) var counts: Counts
  private(set) var unlisted = UnlistedCounts(limit: UnlistedCounts.limit)
  private var hasOtherFormat = false

  init(_ catalog: CompiledCatalog) {
    counts = Counts(catalog)
  }

  /// Adds the next part.
  /// - Returns: its findings.
  mutating func add(_ part: PartResult) -> FindingBatch {
    unlisted.add(part.unlisted)
    var findings = part.findings
    if let otherFormat = part.otherFormat {
      if hasOtherFormat {
        findings.remove(otherFormat.range)
      } else {
        counts.count(.inputFormat, otherFormat.severity)
      }
      hasOtherFormat = true
    }
    return findings
  }

  /// Adds what a worker counted, in any order.
  mutating func add(_ counts: Counts) { self.counts = self.counts + counts }

  /// The result with what a worker counted.
  func adding(_ counts: Counts) -> Self {
    var result = self
    result.add(counts)
    return result
  }

  /// The result of two inputs, one after the other.
  static func + (left: Self, right: Self) -> Self {
    var result = left
    result.counts = left.counts + right.counts
    result.unlisted.add(right.unlisted)
    return result
  }
}
