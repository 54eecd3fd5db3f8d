import ErrataCatalog
import ErrataText

/// A code with everything that editors and API tools show beside it.
func documentedCode(_ error: ErrorEntry, on surface: Surface, of catalog: Catalog) -> JSONValue {
  let facts = ErrorFacts(error, in: catalog)
  var paragraphs = [error.description] + facts.sentences
  if let documentation = catalog.documentation {
    paragraphs.append("\(documentation)#\(fragment(surface.anchor(for: error.code)))")
  }

  var members: [(String, JSONValue)] = [("const", .string(error.code))]
  if let line = facts.line { members.append(("title", .string(line))) }
  members.append(("description", .string(paragraphs.joined(separator: "\n\n"))))
  if error.deprecated != nil { members.append(("deprecated", .bool(true))) }
  return .object(members)
}
