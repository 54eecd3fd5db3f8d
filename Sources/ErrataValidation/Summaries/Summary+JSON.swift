import ErrataDiagnostics
import ErrataText

extension Summary {
  /// The summary as one JSON object on one line. Lists and counts of several summaries can be added.
  /// - Parameter isInterrupted: whether the validation ended before the end of its inputs.
  public func json(isInterrupted: Bool = false) -> String {
    JSONValue.object([
      ("read", .number(read)), ("checked", .number(checked)), ("successes", .number(successes)),
      ("unmatched", .number(unmatched)), ("otherHosts", .number(otherHosts)), ("notRecorded", .number(notRecorded)),
      ("notRedirects", .number(notRedirects)), ("unreadable", .number(unreadable)),
      ("errors", .number(errors)), ("warnings", .number(warnings)), ("interrupted", .bool(isInterrupted)),
      ("codes", .array(codes.map(\.json))), ("otherCodes", .number(otherCodes)),
      ("codeless", .array(codeless.map(\.json))), ("otherCodeless", .number(otherCodeless)),
      ("paths", .array(paths.map(\.json))), ("otherPaths", .number(otherPaths)),
      ("bases", .array(bases.map(\.json))), ("neverSeen", .array(neverSeen.map(\.json))),
      ("rules", .array(rules.map(\.json))),
    ]).line
  }
}

/// An object without the members that are nil.
private func object(_ members: [(String, JSONValue?)]) -> JSONValue {
  .object(members.compactMap { name, value in value.map { (name, $0) } })
}

extension Summary.CodeCount {
  fileprivate var json: JSONValue {
    object([
      ("surface", .string(surface)), ("code", .string(code)), ("state", .string(state.rawValue)),
      ("nearest", nearest.map(JSONValue.string)), ("status", status.map(JSONValue.number)),
      ("statusDocumented", isStatusDocumented ? nil : .bool(false)),
      ("endpoint", endpoint.map(JSONValue.string)), ("count", .number(count)),
    ])
  }
}

extension Summary.CodelessCount {
  fileprivate var json: JSONValue {
    object([
      ("surface", .string(surface)), ("status", status.map(JSONValue.number)),
      ("mediaType", mediaType.map(JSONValue.string)), ("empty", .bool(isEmpty)),
      ("endpoint", endpoint.map(JSONValue.string)), ("count", .number(count)),
    ])
  }
}

extension Summary.CatalogCode {
  fileprivate var json: JSONValue { .object([("surface", .string(surface)), ("code", .string(code))]) }
}

extension Summary.PathCount {
  fileprivate var json: JSONValue { .object([("path", .string(path)), ("count", .number(count))]) }
}

extension Summary.RuleCount {
  fileprivate var json: JSONValue {
    .object([
      ("rule", .string(rule.name)), ("severity", .string(severity.rawValue)), ("count", .number(count)),
    ])
  }
}
