import ErrataText

/// Formats a diagnostic as one line of JSON. Lines and columns count from one; members without a value are omitted. `documentation` is
/// relative to the root of the project.
package struct JSONDiagnostic {
  private let diagnostic: Diagnostic
  private let texts: [String: String]
  private let lists: [String: [String]]

  /// - Parameters:
  ///   - texts: further members that are strings.
  ///   - lists: further members that are arrays of strings.
  package init(_ diagnostic: Diagnostic, texts: [String: String] = [:], lists: [String: [String]] = [:]) {
    self.diagnostic = diagnostic
    self.texts = texts
    self.lists = lists
  }

  /// The line, with a line break at the end.
  package var rendered: String {
    var members = texts.mapValues(string).merging(lists.mapValues { array($0.map(string)) }) { first, _ in first }
    members.merge(place(diagnostic.location)) { first, _ in first }
    members["rule"] = string(diagnostic.rule.name)
    members["documentation"] = string(diagnostic.rule.documentationPath)
    members["severity"] = string(diagnostic.severity.rawValue)
    members["message"] = string(diagnostic.message)
    members["hint"] = diagnostic.hint.map(string)
    if !diagnostic.details.isEmpty { members["details"] = array(diagnostic.details.map(string)) }
    if !diagnostic.related.isEmpty {
      members["related"] = array(
        diagnostic.related.map { related in
          object(place(related.location).merging(["message": string(related.message)]) { $1 })
        })
    }
    return object(members) + "\n"
  }

  private func place(_ location: SourceLocation?) -> [String: String] {
    guard let location else { return [:] }
    return [
      "file": string(location.file.path), "line": "\(location.start.line)", "column": "\(location.start.column)",
      "endLine": "\(location.end.line)", "endColumn": "\(location.end.column)",
    ]
  }

  private func string(_ text: String) -> String { "\"\(jsonEscaped(text))\"" }

  private func array(_ values: [String]) -> String { "[\(values.joined(separator: ","))]" }

  private func object(_ members: [String: String]) -> String {
    "{\(members.sorted { $0.key < $1.key }.map { "\"\($0)\":\($1)" }.joined(separator: ","))}"
  }
}
