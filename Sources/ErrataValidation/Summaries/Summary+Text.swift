import ErrataDiagnostics
import ErrataText

extension Summary {
  /// The summary for people, as plain text without a final line break.
  /// - Parameter showsAll: whether to list everything that is known, instead of the most frequent entries.
  package func text(showsAll: Bool = false) -> String {
    let limit = showsAll ? Int.max : Self.listLimit
    let sections = [responseTable] + codeTables(limit) + [pathTable(limit), neverSeenText(limit), ruleTable]
    return (sections.filter { !$0.isEmpty } + [verdict]).joined(separator: "\n\n")
  }

  /// `2 errors, 1 warning`, or why there are none.
  package var verdict: String {
    // If the log is empty or has only other paths, it must not look valid.
    if errors + warnings == 0 { return checked + successes > 0 ? "no problems found" : "no responses checked" }
    return [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
      .map { "\(grouped($0)) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: ", ")
  }

  /// What became of the responses: the rows add up to what was read.
  var responses: [(label: String, count: Int)] {
    [
      ("checked", checked), ("successes, not checked", successes),
      ("at no endpoint of the catalogue", unmatched), ("of another host", otherHosts),
      ("without a recorded response", notRecorded), ("at an endpoint for redirects, but not redirects", notRedirects),
      ("could not be read", unreadable),
    ].filter { $0.1 > 0 }
  }

  /// What to do about paths at no endpoint; nil if there are none, or nothing helps.
  package var baseHint: String? {
    guard let base = bases.first else { return nil }
    let path = visible(base.path)
    let start =
      base.count == unmatched
      ? "every such path begins with \(path)"
      : "\(grouped(base.count)) of them \(base.count == 1 ? "is" : "are") at an endpoint below \(path)"
    return base.count > checked + successes ? "\(start): did you mean --base \(path)?" : start
  }

  private var responseTable: String {
    let title = read == 1 ? "1 response read" : "\(grouped(read)) responses read"
    return ([title] + table(responses.map { [grouped($0.count), $0.label] })).joined(separator: "\n")
  }

  private func codeTables(_ limit: Int) -> [String] {
    rows.map { surface, count, rows in
      let shown = shown(rows, limit)
      let cells = shown.map { row in
        let remarks = [row.note.map(visible), row.endpoints.isEmpty ? nil : row.endpointText].compactMap(\.self)
        return [
          grouped(row.count), row.status.map(String.init) ?? "-", visible(cut(row.name)),
          remarks.joined(separator: "  "),
        ]
      }
      let rest = rows.count - shown.count
      return (["\(surface): \(grouped(count)) checked"] + table(cells) + moreLine(rest)).joined(separator: "\n")
    } + [overflow].compactMap(\.self)
  }

  private func pathTable(_ limit: Int) -> String {
    let paths = paths
    if paths.isEmpty { return "" }
    var lines =
      ["at no endpoint of the catalogue"] + table(paths.prefix(limit).map { [grouped($0.count), visible($0.path)] })
    lines += moreLine(paths.count - limit)
    if let pathOverflow { lines.append("  " + pathOverflow) }
    if let baseHint { lines.append("      = help: " + baseHint) }
    return lines.joined(separator: "\n")
  }

  private func neverSeenText(_ limit: Int) -> String {
    let lines = neverSeenTexts(limit).map { "  \($0.surface): \($0.codes)" }
    return lines.isEmpty ? "" : (["documented, but never seen"] + lines).joined(separator: "\n")
  }

  private var ruleTable: String {
    let rows = rules.map { [grouped($0.count), $0.severity.rawValue, $0.rule.name] }
    return rows.isEmpty ? "" : (["findings"] + table(rows)).joined(separator: "\n")
  }

  private func moreLine(_ count: Int) -> [String] { count > 0 ? ["  … and \(grouped(count)) more"] : [] }

  /// A name for a column: the first 60 characters, in quotes if a space would not be seen.
  private func cut(_ name: String) -> String {
    let text = name.unicodeScalars.count > 60 ? String(name.unicodeScalars.prefix(60)) + "…" : name
    return text.isEmpty || text.hasPrefix(" ") || text.hasSuffix(" ") ? "`\(text)`" : text
  }

  /// Lines with the first column aligned to the right, and the others to the left.
  private func table(_ rows: [[String]]) -> [String] {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? displayWidth($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() where !(cell.isEmpty && widths[column] == 0) {
        let padding = String(repeating: " ", count: widths[column] - displayWidth(cell))
        line += "  " + (column == 0 ? padding + cell : cell + padding)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
