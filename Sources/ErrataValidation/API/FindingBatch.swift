import ErrataDiagnostics

/// The findings in a part of an input, written in the format of the options, in input order.
public struct FindingBatch: Sendable {
  /// The findings that were written, in UTF-8. With a limit, they are the first ones of each kind.
  public private(set) var bytes: [UInt8] = []
  /// The findings in `bytes`; empty without a limit.
  private(set) var entries: [Entry] = []
  /// The kinds of the findings with their numbers, in the order in which they first occur; empty without a limit.
  private(set) var kinds: [(kind: FindingKind, count: Int)] = []
  private var indexes: [FindingKind: Int] = [:]

  struct Entry: Sendable {
    /// The index in `kinds`.
    let kind: Int
    var range: Range<Int>
  }

  /// Counts a finding.
  /// - Parameter limit: the number of findings of a kind to write.
  /// - Returns: the index of its kind; nil if it is not to be written.
  mutating func count(_ kind: FindingKind, limit: Int) -> Int? {
    let index = indexes[kind] ?? kinds.count
    if index == kinds.count {
      indexes[kind] = index
      kinds.append((kind, 0))
    }
    kinds[index].count += 1
    return kinds[index].count > limit ? nil : index
  }

  /// Appends a finding.
  /// - Parameter kind: the index of its kind, if there is a limit.
  /// - Returns: its range in `bytes`.
  @discardableResult
  mutating func append(_ finding: [UInt8], kind: Int?) -> Range<Int> {
    let range = bytes.count..<(bytes.count + finding.count)
    bytes += finding
    if let kind { entries.append(Entry(kind: kind, range: range)) }
    return range
  }

  /// Removes a finding that was appended.
  mutating func remove(_ range: Range<Int>) {
    bytes.removeSubrange(range)
    if let index = entries.firstIndex(where: { $0.range == range }) {
      kinds[entries[index].kind].count -= 1
      entries.remove(at: index)
      for later in index..<entries.count {
        let moved = entries[later].range
        entries[later].range = (moved.lowerBound - range.count)..<(moved.upperBound - range.count)
      }
    }
  }
}

/// Findings of one rule in responses with one code.
struct FindingKind: Hashable, Sendable {
  let rule: FindingRule
  let severity: Severity
  /// nil if the responses have no code.
  var code: String?
  /// Whether it stands for all codes beyond a limit.
  var isOther = false
}
