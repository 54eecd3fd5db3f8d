import ErrataText
import ErrataValidation

extension Terminal {
  /// Says what a validation came to.
  func summarize(_ summary: Summary, isInterrupted: Bool) {
    if format == .json { return say(summary.json(isInterrupted: isInterrupted).line + "\n") }
    say(summary.text + "\n")
  }
}

extension Summary {
  /// A table: surfaces with their codes, what was left out, findings by rule, and the result.
  fileprivate var text: String {
    var rows: [(label: String, count: Int)] = [("answers judged", checked)]
    for surface in surfaces {
      rows.append(("  \(surface.name)", surface.count))
      rows += codes.filter { $0.surface == surface.name }.map {
        ("    \($0.code ?? "(not in the catalogue)")", $0.count)
      }
    }
    if successes > 0 { rows.append(("successes, not judged", successes)) }
    if outside > 0 { rows.append(("outside the surfaces, not judged", outside)) }
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
    // An empty log and a log of other paths must not look as if all were well.
    if errors + warnings == 0 { return checked + successes > 0 ? "nothing to object to" : "nothing was judged" }
    return [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }.map { counted($0, $1) }.joined(
      separator: ", ")
  }

  private static let hint =
    "      = help: paths are held to the `endpoints` of the catalogue; --base says what stands before these"

  fileprivate func json(isInterrupted: Bool) -> JSONValue {
    func object(_ counts: [Count]) -> JSONValue { .object(counts.map { ($0.name, .number($0.count)) }) }
    let bySurface: [(String, JSONValue)] = surfaces.map { surface in
      let known = codes.filter { $0.surface == surface.name }.compactMap { entry in
        entry.code.map { Count(name: $0, count: entry.count) }
      }
      return (surface.name, object(known))
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
