import Foundation

/// A diagnostic as one line of JSON. Lines and columns count from one; absent members have nothing to say.
struct JSONDiagnostic: Encodable {
  struct Place: Encodable {
    let file: String
    let line: UInt32
    let column: UInt32
    let endLine: UInt32
    let endColumn: UInt32
    let message: String
  }

  let rule: String
  let severity: String
  let message: String
  let file: String?
  let line: UInt32?
  let column: UInt32?
  let endLine: UInt32?
  let endColumn: UInt32?
  let related: [Place]?
  let details: [String]?
  let hint: String?

  init(_ diagnostic: Diagnostic) {
    rule = diagnostic.rule.name
    severity = diagnostic.severity.rawValue
    message = diagnostic.message
    file = diagnostic.location?.file.path
    line = diagnostic.location?.start.line
    column = diagnostic.location?.start.column
    endLine = diagnostic.location?.end.line
    endColumn = diagnostic.location?.end.column
    let places = diagnostic.related.map {
      Place(
        file: $0.location.file.path, line: $0.location.start.line, column: $0.location.start.column,
        endLine: $0.location.end.line, endColumn: $0.location.end.column, message: $0.message)
    }
    related = places.isEmpty ? nil : places
    details = diagnostic.details.isEmpty ? nil : diagnostic.details
    hint = diagnostic.hint
  }

  var rendered: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Text, whole numbers and arrays of them always encode.
    return String(decoding: try! encoder.encode(self), as: UTF8.self) + "\n"
  }
}
