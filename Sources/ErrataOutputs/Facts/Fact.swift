import ErrataCatalog
import ErrataText

/// What is known of an error beside its description and guidance, in the order in which it is shown. Outputs switch over the kind
/// of value, never over the facts, so a new fact touches no output.
enum FactKey: String, CaseIterable, Sendable {
  // As members of JSON.
  case statuses
  case category
  case recovery
  case endpoints
  case since
  case deprecated

  /// Whether it is in tables of codes and on the one line that sums an error up.
  var isSummary: Bool {
    switch self {
    case .statuses, .category, .recovery: true
    case .endpoints, .since, .deprecated: false
    }
  }

  /// What people read before the value.
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

  /// nil where the catalogue does not say.
  fileprivate func value(of error: ResolvedError) -> FactValue? {
    let entry = error.entry
    return switch self {
    case .statuses: entry.statuses.isEmpty ? nil : .statuses(entry.statuses)
    case .category: error.category.map { .words(singleLine($0.title), key: $0.key) }
    case .recovery: error.recovery.map(FactValue.recovery)
    case .endpoints: entry.endpoints.isEmpty ? nil : .endpoints(entry.endpoints)
    case .since: entry.since.map { .words("version \($0)", key: $0.description) }
    case .deprecated: entry.deprecated.map(FactValue.history)
    }
  }
}

/// Something that is known of an error.
struct Fact: Sendable {
  let key: FactKey
  let label: String
  let value: FactValue
}

/// What an output lays out in its own way.
enum FactValue: Sendable {
  case statuses([Int])
  /// What people read, and what programs do.
  case words(String, key: String)
  case recovery(Recovery)
  case endpoints([EndpointPattern])
  /// When it was deprecated, what to use instead, and why.
  case history(Deprecation)
}

extension ResolvedError {
  /// What is known of it, in order.
  var facts: [Fact] {
    FactKey.allCases.compactMap { key in key.value(of: self).map { Fact(key: key, label: key.label, value: $0) } }
  }

  /// The same where the error is looked at alone: with its statuses and the endpoints of its surface where it has none of its own.
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

  /// The facts in a summary, on one line: `HTTP 400 · Request Validation · correct the request`; nil where there are none.
  var summaryLine: String? {
    let facts = facts.filter(\.key.isSummary)
    return facts.isEmpty ? nil : facts.map(\.value.summary).joined(separator: " · ")
  }

  /// The others, a sentence each.
  var factSentences: [String] {
    facts.filter { !$0.key.isSummary }.map { $0.value.sentence(label: $0.label) }
  }

  /// What a documentation comment says of it. The description and the guidance are as they were written.
  var commentParagraphs: [String] {
    // Blank guidance of its own is none, and not its category's.
    let guidance = entry.guidance.map(Prose.init) ?? guidance
    return Prose(entry.description).source + [summaryLine].compactMap(\.self) + factSentences + (guidance?.source ?? [])
  }
}

extension FactValue {
  /// The value in words: `400 Bad Request`.
  var words: String {
    switch self {
    case .statuses(let statuses): statuses.map(statusLine).joined(separator: ", ")
    case .words(let words, _): words
    case .recovery(let recovery): recovery.phrase
    case .endpoints(let endpoints): endpoints.map(\.description).joined(separator: ", ")
    case .history(let deprecation):
      "since "
        + deprecation.words {
          $0
        } note: {
          $0
        }
    }
  }

  var isEmpty: Bool {
    if case .statuses(let statuses) = self { statuses.isEmpty } else { false }
  }

  /// Short, where no label is before it.
  fileprivate var summary: String {
    if case .statuses(let statuses) = self { return "HTTP " + statusList(statuses) }
    return words
  }

  /// A sentence that begins with the label.
  fileprivate func sentence(label: String) -> String {
    if case .history(let deprecation) = self { return deprecation.sentence }
    return singleLine("\(label) \(words).")
  }
}

extension Deprecation {
  /// Since when, what instead, and why, in a sentence or two.
  var sentence: String {
    let instead = replacement.map { ": use `\($0)` instead" } ?? ""
    let note = note.map { " " + singleLine($0) } ?? ""
    return "Deprecated since version \(since)\(instead).\(note)"
  }

  /// `version 2.0.0; use new_code instead. Note`: what follows a word such as "since".
  /// - Parameters:
  ///   - code: writes the replacement.
  ///   - text: writes the note.
  func words(code: (String) -> String, note text: (String) -> String) -> String {
    let instead = replacement.map { "; use \(code($0)) instead" } ?? ""
    return "version \(since)\(instead)" + (note.map { ". " + text($0) } ?? "")
  }
}

/// `400`, or `400, 422`.
func statusList(_ statuses: [Int]) -> String {
  statuses.map(String.init).joined(separator: ", ")
}
