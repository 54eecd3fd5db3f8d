import ErrataCatalog
import ErrataText

extension Explanation {
  /// For programs: `docs/explain.md` describes it.
  package var json: JSONValue {
    .object([
      ("code", .string(code)), ("catalog", .string(catalog.name)), ("version", .string(catalog.version.description)),
      ("surfaces", .array(current.map { json($0.surface, $0.error) })),
      ("retired", .array(retired.map { json($0.surface, $0.code) })),
    ])
  }

  private func json(_ surface: Surface, _ error: ErrorEntry) -> JSONValue {
    let example = ExampleResponse(of: error, on: surface)
    return members([
      ("surface", .string(surface.key)), ("title", .string(surface.title)),
      ("description", .string(error.description)),
      ("statuses", .array(error.statuses.map(JSONValue.number))), ("category", error.category.map(JSONValue.string)),
      ("recovery", catalog.recovery(for: error).map { .string($0.rawValue) }),
      ("guidance", catalog.guidance(for: error).map(JSONValue.string)),
      (
        "endpoints",
        .array((error.endpoints.isEmpty ? surface.endpoints : error.endpoints).map { .string($0.description) })
      ),
      ("since", error.since.map { .string($0.description) }),
      ("deprecated", error.deprecated.map { history($0.since, $0.replacement, $0.note) }),
      ("documentation", documentation(of: error.code, on: surface).map(JSONValue.string)),
      ("example", example.carrier == .json ? example.json : .string(example.text)),
    ])
  }

  private func json(_ surface: Surface, _ code: RetiredCode) -> JSONValue {
    members([("surface", .string(surface.key)), ("history", history(code.since, code.replacement, code.note))])
  }

  private func history(_ since: SemanticVersion, _ replacement: String?, _ note: String?) -> JSONValue {
    members([
      ("since", .string(since.description)), ("replacement", replacement.map(JSONValue.string)),
      ("note", note.map(JSONValue.string)),
    ])
  }

  /// An object with the members that have a value.
  private func members(_ members: [(String, JSONValue?)]) -> JSONValue {
    .object(members.compactMap { name, value in value.map { (name, $0) } })
  }
}
