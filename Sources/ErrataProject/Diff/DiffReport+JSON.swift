import ErrataDiagnostics
import ErrataText

extension DiffReport {
  /// The report as one JSON object per line, with a line break at the end: every change, then the summary.
  package var json: String {
    changes.map(\.json).joined() + summaryJSON.line + "\n"
  }

  private var summaryJSON: JSONValue {
    .object([
      ("breaking", .number(count(.breaking))), ("additions", .number(count(.addition))),
      ("documentation", .number(count(.documentation))), ("accepted", .number(acceptedCount)),
      ("old", .string(verdict.old.description)), ("new", .string(verdict.new.description)),
      ("deserved", .string(verdict.deserved.description)), ("sufficient", .bool(verdict.isSufficient)),
    ])
  }
}

extension ReportedChange {
  /// The members of a diagnostic, and those of a change.
  fileprivate var json: String {
    var texts = ["change": change.fingerprint, "rating": change.rating.rawValue]
    texts["surface"] = change.surface
    texts["code"] = change.code
    texts["accepted"] = acceptance?.reason
    texts["acceptedUntil"] = acceptance?.expires?.description
    return JSONDiagnostic(diagnostic, texts: texts, lists: ["breaks": change.kind.audiences.map(\.rawValue)]).rendered
  }
}
