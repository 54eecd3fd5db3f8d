import ErrataDiagnostics
import ErrataText

extension Summary {
  /// The summary in Markdown, for the page of a CI job, without a final line break.
  /// - Parameter showsAll: whether to list everything that is known, instead of the most frequent entries.
  package func markdown(showsAll: Bool = false) -> String {
    let limit = showsAll ? Int.max : Self.listLimit
    var sections = ["**\(verdict.capitalizedFirst)** in \(grouped(read)) response\(read == 1 ? "" : "s")"]
    sections.append(table(["Responses", "Count"], responses.map { [$0.label.capitalizedFirst, grouped($0.count)] }))
    for (surface, count, rows) in rows {
      let shown = shown(rows, limit)
      let cells = shown.map { row in
        [
          row.isCode ? code(row.name) : escaped(row.name), row.status.map(String.init) ?? "", grouped(row.count),
          row.note.map(escaped) ?? "", row.endpoints.isEmpty ? "" : escaped(row.endpointText),
        ]
      }
      sections.append("### \(escaped(surface)): \(grouped(count)) checked")
      sections.append(table(["Code", "Status", "Count", "", "Endpoints"], cells) + more(rows.count - shown.count))
    }
    if let overflow { sections.append(overflow.capitalizedFirst) }
    let paths = paths
    if !paths.isEmpty {
      let shown = paths.prefix(limit)
      sections.append("### At no endpoint of the catalogue")
      sections.append(
        table(["Path", "Count"], shown.map { [code($0.path), grouped($0.count)] })
          + more(paths.count - shown.count))
      if let pathOverflow { sections.append(pathOverflow.capitalizedFirst) }
      if let baseHint { sections.append(escaped(baseHint.capitalizedFirst)) }
    }
    let neverSeen = neverSeenTexts(limit)
    if !neverSeen.isEmpty {
      sections.append("### Documented, but never seen")
      sections.append(neverSeen.map { "- \(escaped($0.surface)): \(escaped($0.codes))" }.joined(separator: "\n"))
    }
    if !rules.isEmpty {
      sections.append("### Findings")
      sections.append(
        table(
          ["Rule", "Severity", "Count"], rules.map { [code($0.rule.name), $0.severity.rawValue, grouped($0.count)] }))
    }
    return sections.joined(separator: "\n\n")
  }

  private func table(_ header: [String], _ rows: [[String]]) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let rule = header.map { $0 == "Count" ? "---:" : "---" }
    return ([line(header), line(rule)] + rows.map(line)).joined(separator: "\n")
  }

  private func more(_ count: Int) -> String { count > 0 ? "\n\n… and \(grouped(count)) more" : "" }

  /// `text` as code in a cell of a table, whatever it holds.
  private func code(_ text: String) -> String {
    let text = visible(text).split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    var fence = "`"
    while text.contains(fence) { fence += "`" }
    let space = fence.count > 1 ? " " : ""
    return fence + space + text + space + fence
  }

  /// `text` without any markup in it.
  private func escaped(_ text: String) -> String {
    var result = ""
    for character in visible(text) {
      if "\\`*_{}[]<>()#+!|~&".contains(character) { result += "\\" }
      result.append(character)
    }
    return result
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
