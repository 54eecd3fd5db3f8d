import ErrataCatalog
import ErrataDraft
import ErrataText
import ErrataValidation
import TestSupport
import Testing

/// What was learned from a log of exchanges, one per line, or from a recording.
func learned(_ log: some Sequence<UInt8>, as kind: InputKind = .exchanges) throws -> LearnedErrors {
  var learned = LearnedErrors()
  try learned.add(InputSource(name: "log", bytes: Array(log)), as: kind)
  return learned
}

/// The draft of a catalogue for a log, as YAML.
func draft(_ log: String, base: String? = nil, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws
  -> String
{
  try #require(CatalogueDraft(learned(log.utf8), base: base), sourceLocation: sourceLocation).yaml(from: "test.ndjson")
}

/// An exchange on one line.
func exchange(
  _ path: String? = "/x", _ status: Int = 400, _ body: JSONValue = .null, headers: [(String, JSONValue)] = []
) -> String {
  let path = path.map { [("path", JSONValue.string($0))] } ?? []
  return JSONValue.object(path + [("status", .number(status)), ("headers", .object(headers)), ("body", body)]).line
    + "\n"
}

/// A flat error body.
func flat(_ code: String, _ message: String = "Wrong") -> JSONValue {
  .object([("code", .string(code)), ("message", .string(message))])
}

/// The validator's findings of errors for `log` with a catalogue, as text, and its summary.
func validation(of log: String, with catalog: Catalog) -> (errors: [String], summary: Summary) {
  var findings = ""
  let (summary, _) = Validator(catalog, strict: true).validate(
    InputSource(name: "log", bytes: Array(log.utf8)), as: .exchanges, ValidationOptions(format: .text)
  ) { batch, _ in findings += String(decoding: batch.bytes, as: UTF8.self) }
  return (findings.split(separator: "\n").filter { $0.contains(": error: ") }.map(String.init), summary)
}
