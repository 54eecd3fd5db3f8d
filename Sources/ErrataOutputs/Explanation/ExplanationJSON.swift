import ErrataCatalog
import ErrataText

extension Explanation {
  /// The explanation as JSON, described in `docs/explain.md`.
  package var json: JSONValue {
    .object([
      ("code", .string(code)), ("catalog", .string(catalog.name)), ("version", .string(catalog.version.description)),
      ("surfaces", .array(current.map(json))), ("retired", .array(retired.map { json($0.surface, $0.code) })),
    ])
  }

  private func json(_ error: ResolvedError) -> JSONValue {
    let (entry, surface) = (error.entry, error.surface)
    let example = ExampleResponse(of: error)
    let facts = error.allFacts
    func members(_ facts: [Fact]) -> [(String, JSONValue?)] { facts.map { ($0.key.rawValue, $0.value.json) } }
    return object(
      [
        ("surface", .string(surface.key)), ("title", .string(surface.title)),
        ("description", .string(entry.description)),
      ]
        + members(facts.filter(\.key.isSummary))
        + [("causes", entry.causes.isEmpty ? nil : .array(entry.causes.map(JSONValue.string)))]
        + [("guidance", (entry.guidance ?? error.category?.guidance).map(JSONValue.string))]
        + members(facts.filter { !$0.key.isSummary })
        + [
          ("documentation", error.documentationLink.map(JSONValue.string)),
          ("headers", example.headers.isEmpty ? nil : .object(example.headers.map { ($0.name, .string($0.value)) })),
          ("example", example.json),
        ])
  }

  private func json(_ surface: Surface, _ code: RetiredCode) -> JSONValue {
    object([("surface", .string(surface.key)), ("history", FactValue.history(code.history).json)])
  }
}

extension ExampleResponse {
  /// The body, the query of the redirect, or the value of `WWW-Authenticate`.
  fileprivate var json: JSONValue {
    switch carrier {
    case .json: body
    case .query: .string(text)
    case .challenge: .string(challenge())
    }
  }
}

extension FactValue {
  fileprivate var json: JSONValue {
    switch self {
    case .statuses(let statuses): .array(statuses.map(JSONValue.number))
    case .text(_, let key): .string(key)
    case .recovery(let recovery): .string(recovery.rawValue)
    case .endpoints(let endpoints): .array(endpoints.map { .string($0.description) })
    case .history(let history):
      object([
        ("since", .string(history.since.description)), ("replacement", history.replacement.map(JSONValue.string)),
        ("note", history.note.map(JSONValue.string)),
      ])
    }
  }
}

/// An object with the members whose value is not nil.
private func object(_ members: [(String, JSONValue?)]) -> JSONValue {
  .object(members.compactMap { name, value in value.map { (name, $0) } })
}
