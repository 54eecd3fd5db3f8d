import ErrataCatalog
import ErrataText

/// The properties of an error other than its description, causes and guidance, in display order. Outputs switch over the kind of value,
/// never over the facts, so a new fact needs no change in any output.
enum FactKey: String, CaseIterable, Sendable {
  // The raw values are the keys in JSON.
  case statuses
  case category
  case recovery
  case endpoints
  case since
  case deprecated

  /// Whether it is part of tables of codes and of the one-line summary of an error.
  var isSummary: Bool {
    switch self {
    case .statuses, .category, .recovery: true
    case .endpoints, .since, .deprecated: false
    }
  }

  /// The label before the value.
  var label: String {
    switch self {
    case .statuses: "Status"
    case .category: "Category"
    case .recovery: "Recovery"
    case .endpoints: "Only at"
    case .since: "Since"
    case .deprecated: "Deprecated"
    }
  }

  /// The facts that are in a summary, and those that are not.
  static let summary = allCases.filter(\.isSummary)
  static let details = allCases.filter { !$0.isSummary }

  /// The value; nil if the catalogue has none.
  func value(of error: ResolvedError) -> FactValue? {
    let entry = error.entry
    return switch self {
    case .statuses: entry.statuses.isEmpty ? nil : .statuses(entry.statuses)
    case .category: error.category.map { .text(singleLine($0.title), key: $0.key) }
    case .recovery: error.recovery.map(FactValue.recovery)
    case .endpoints: entry.endpoints.isEmpty ? nil : .endpoints(entry.endpoints)
    case .since: entry.since.map { .text("version \($0)", key: $0.description) }
    case .deprecated: entry.deprecated.map(FactValue.history)
    }
  }
}

/// A labelled property of an error.
struct Fact: Sendable {
  let key: FactKey
  let label: String
  let value: FactValue
}

/// The value of a fact, formatted by each output in its own way.
enum FactValue: Sendable {
  case statuses([Int])
  /// The text to display, and the key for programs.
  case text(String, key: String)
  case recovery(Recovery)
  case endpoints([Endpoint])
  /// The version it was deprecated in, the replacement, and the reason.
  case history(Deprecation)
}

extension ResolvedError {
  /// The facts of the error, in order.
  var facts: [Fact] {
    FactKey.allCases.compactMap { key in key.value(of: self).map { Fact(key: key, label: key.label, value: $0) } }
  }

  var hasFacts: Bool { FactKey.allCases.contains { $0.value(of: self) != nil } }

  /// The facts for showing the error on its own: always with statuses, and with the endpoints of its surface by default.
  var allFacts: [Fact] {
    var facts = facts
    func insert(_ key: FactKey, _ label: String, _ value: FactValue) {
      if facts.contains(where: { $0.key == key }) { return }
      facts.append(Fact(key: key, label: label, value: value))
    }
    insert(.statuses, FactKey.statuses.label, .statuses([]))
    insert(.endpoints, "At", .endpoints(surface.endpoints))
    return FactKey.allCases.compactMap { key in facts.first { $0.key == key } }
  }

  /// The facts in a summary, on one line: `HTTP 400 · Request Validation · correct the request`; nil if there are none.
  var summaryLine: String? {
    let facts = FactKey.summary.compactMap { $0.value(of: self)?.summary }
    return facts.isEmpty ? nil : facts.joined(separator: " · ")
  }

  /// The facts that are not in the summary, one sentence each.
  var factSentences: [String] {
    FactKey.details.compactMap { key in key.value(of: self)?.sentence(label: key.label) }
  }
}

extension FactValue {
  /// The value as text: `400 Bad Request`.
  var text: String {
    switch self {
    case .statuses(let statuses): statuses.map(statusLine).joined(separator: ", ")
    case .text(let text, _): text
    case .recovery(let recovery): recovery.phrase
    case .endpoints(let endpoints): endpoints.map(\.description).joined(separator: ", ")
    case .history(let deprecation):
      "since "
        + deprecation.phrase {
          $0
        } note: {
          $0
        }
    }
  }

  var isEmpty: Bool {
    if case .statuses(let statuses) = self { statuses.isEmpty } else { false }
  }

  /// The value without a label.
  fileprivate var summary: String {
    if case .statuses(let statuses) = self { return "HTTP " + statusList(statuses) }
    return text
  }

  /// A sentence that begins with the label.
  fileprivate func sentence(label: String) -> String {
    if case .history(let deprecation) = self { return deprecation.sentence }
    return singleLine("\(label) \(text).")
  }
}

extension Deprecation {
  /// The version, the replacement and the reason, in a sentence or two.
  var sentence: String { sentence("Deprecated since") }

  /// - Parameter beginning: what comes before the version.
  fileprivate func sentence(_ beginning: String) -> String {
    let instead = replacement.map { ": use `\($0)` instead" } ?? ""
    let note = note.map { " " + singleLine($0) } ?? ""
    return "\(beginning) version \(since)\(instead).\(note)"
  }

  /// `version 2.0.0; use new_code instead. Note`, to follow a word such as "since".
  /// - Parameters:
  ///   - code: formats the replacement.
  ///   - text: formats the note.
  func phrase(code: (String) -> String, note text: (String) -> String) -> String {
    let instead = replacement.map { "; use \(code($0)) instead" } ?? ""
    return "version \(since)\(instead)" + (note.map { ". " + text($0) } ?? "")
  }
}

extension RetiredCode {
  /// The version it was retired in, the replacement and the reason, in a sentence or two.
  var sentence: String { history.sentence("`\(code)` was retired in") }
}

/// `400`, or `400, 422`.
func statusList(_ statuses: [Int]) -> String {
  statuses.map(String.init).joined(separator: ", ")
}
