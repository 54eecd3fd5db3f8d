import ErrataText
import ErrataValidation

extension Terminal {
  /// Writes the summary of a validation.
  func summarize(_ summary: Summary, isInterrupted: Bool) {
    if format == .json { return write(summary.json(isInterrupted: isInterrupted).line + "\n") }
    write(summary.text + "\n")
  }
}

extension Summary {
  /// A table of surfaces with their codes, responses that were not checked and findings by rule, followed by the result.
  fileprivate var text: String {
    var rows: [(label: String, count: Int)] = [("responses checked", checked)]
    for surface in surfaces {
      rows.append(("  \(surface.name)", surface.count))
      rows += codes.filter { $0.surface == surface.name }.map {
        ("    \($0.code ?? "(not in the catalogue)")", $0.count)
      }
    }
    if successes > 0 { rows.append(("successful responses, not checked", successes)) }
    if outside > 0 { rows.append(("outside all surfaces, not checked", outside)) }
    if !rules.isEmpty { rows.append(("findings", errors + warnings)) }
    rows += rules.map { ("  \($0.name)", $0.count) }

    let width = (rows.map(\.label.count).max() ?? 0) + 2
    let digits = rows.map { String($0.count).count }.max() ?? 0
    let table = rows.map { row in
      let number = String(row.count)
      return row.label + String(repeating: " ", count: width - row.label.count + digits - number.count) + number
    }
    return (table + [result] + (outside > 0 ? [Self.hint] : [])).joined(separator: "\n")
  }

  private var result: String {
    // If the log is empty or has only other paths, it must not look valid.
    if errors + warnings == 0 { return checked + successes > 0 ? "no problems found" : "no responses checked" }
    return [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }.map { counted($0, $1) }.joined(
      separator: ", ")
  }

  private static let hint =
    "      = help: if paths have a prefix before the `endpoints` of the catalogue, give it with --base"

  fileprivate func json(isInterrupted: Bool) -> JSONValue {
    func object(_ counts: [Count]) -> JSONValue { .object(counts.map { ($0.name, .number($0.count)) }) }
    let bySurface: [(String, JSONValue)] = surfaces.map { surface in
      let counts = codes.filter { $0.surface == surface.name }.compactMap { entry in
        entry.code.map { Count(name: $0, count: entry.count) }
      }
      return (surface.name, object(counts))
    }
    let unknown = codes.filter { $0.code == nil }.reduce(0) { $0 + $1.count }
    return .object([
      ("judged", .number(checked)), ("successes", .number(successes)), ("outside", .number(outside)),
      ("errors", .number(errors)), ("warnings", .number(warnings)), ("interrupted", .bool(isInterrupted)),
      ("surfaces", object(surfaces)), ("codes", .object(bySurface)), ("unknownCodes", .number(unknown)),
      ("rules", object(rules)),
    ])
  }
}
