import ErrataCatalog
import ErrataText

/// The schema of a code, with the annotations that editors and API tools show.
func documentedCode(_ error: ResolvedError) -> JSONValue {
  let paragraphs = [error.entry.description] + error.factSentences + [error.documentationLink].compactMap(\.self)
  var members: [(String, JSONValue)] = [("const", .string(error.entry.code))]
  if let summary = error.summaryLine { members.append(("title", .string(summary))) }
  members.append(("description", .string(paragraphs.joined(separator: "\n\n"))))
  if error.entry.deprecated != nil { members.append(("deprecated", .bool(true))) }
  return .object(members)
}
