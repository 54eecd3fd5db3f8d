import ErrataDiagnostics
import ErrataText

/// Selects the findings to show from all parts of a run: the first ones of each kind, with the number of the others.
package struct FindingLimiter {
  private struct Total {
    let kind: FindingKind
    var count = 0
    var shown = 0
    /// The first finding, if it is shown only at the end.
    var first: [UInt8] = []
  }

  /// The number of kinds beyond which the codes of a rule are counted together.
  private static let kindLimit = 1_000
  /// The number of annotations of each severity that GitHub shows for a step.
  private static let annotationLimit = 10

  /// Which findings are shown.
  package enum Selection: Sendable {
    case all
    /// As text and as SARIF, the first 20 of each kind; as GitHub annotations, the first of each kind; as JSON, all of them.
    case some
    case none
  }

  private let format: DiagnosticFormat
  private let selection: Selection
  /// The number of findings of each kind to show; nil for all of them.
  package let limit: Int?
  private var totals: [Total] = []
  private var indexes: [FindingKind: Int] = [:]

  /// - Parameters:
  ///   - format: the format of the findings.
  ///   - selection: which findings to show.
  package init(_ format: DiagnosticFormat, _ selection: Selection) {
    self.format = format
    self.selection = selection
    limit =
      switch (selection, format) {
      case (.all, _), (.some, .json): nil
      case (.some, .text), (.some, .sarif): 20
      case (.some, .github): 1
      case (.none, _): 0
      }
  }

  /// The findings of the next part of the run that are shown at once.
  package mutating func findings(in batch: FindingBatch) -> [UInt8] {
    guard let limit else { return batch.bytes }
    let indexes = batch.kinds.map { index(of: $0.kind) }
    var shown: [UInt8] = []
    for entry in batch.entries {
      let index = indexes[entry.kind]
      if totals[index].shown == limit { continue }
      totals[index].shown += 1
      let finding = batch.bytes[entry.range]
      if format == .github { totals[index].first = Array(finding) } else { shown += finding }
    }
    for (index, kind) in zip(indexes, batch.kinds) { totals[index].count += kind.count }
    return shown
  }

  /// What is shown at the end: the numbers of findings that were not shown, or GitHub annotations. A SARIF log has `notes` instead.
  package func end() -> [UInt8] {
    if selection == .none { return [] }
    switch format {
    case .json, .sarif: return []
    case .github: return Array((annotations(.error) + annotations(.warning)).utf8)
    case .text:
      let lines = notes.map { "… \($0)\n" }
      return lines.isEmpty ? [] : Array((lines.joined() + "      = help: to show all of them, add --all\n").utf8)
    }
  }

  /// The numbers of findings that were not shown, by kind.
  package var notes: [String] {
    guard let limit, selection != .none else { return [] }
    return totals.filter { $0.count > limit }.map { "and \(grouped($0.count - limit)) more \($0.kind.description)" }
  }

  /// The most frequent kinds of findings.
  private func annotations(_ severity: Severity) -> String {
    let kinds = totals.filter { $0.kind.severity == severity && $0.count > 0 }.mostFrequentFirst(\.count)
    let shown = kinds.prefix(Self.annotationLimit).map { total in
      let finding = String(decoding: total.first, as: UTF8.self)
      return total.count == 1 ? finding : finding.dropLast() + "%0A… and \(grouped(total.count - 1)) more\n"
    }
    let rest = kinds.count - shown.count
    return shown.joined() + (rest > 0 ? "… and \(counted(rest, "more kind")) of \(severity.rawValue)s\n" : "")
  }

  private mutating func index(of kind: FindingKind) -> Int {
    if let index = indexes[kind] { return index }
    var kind = kind
    if totals.count >= Self.kindLimit, kind.code != nil {
      kind.code = nil
      kind.isOther = true
      if let index = indexes[kind] { return index }
    }
    indexes[kind] = totals.count
    totals.append(Total(kind: kind))
    return totals.count - 1
  }
}

extension FindingKind {
  /// ``[unknown-code] `invalid_tokn` ``
  fileprivate var description: String {
    let suffix = isOther ? " with other codes" : code.map { " `\(visible($0))`" } ?? ""
    return "[\(rule.name)]" + suffix
  }
}
