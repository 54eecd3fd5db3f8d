import ErrataCatalog
import ErrataText

/// The schema of a code, with the annotations that editors and API tools show.
func documentedCode(_ error: ResolvedError, in place: FieldPlace) -> JSONValue {
  let paragraphs = [error.entry.description] + error.factSentences + [error.documentationLink].compactMap(\.self)
  var members = place.keywords(forCode: error.entry.code)
  if let summary = error.summaryLine { members.append(("title", .string(summary))) }
  members.append(("description", .string(paragraphs.joined(separator: "\n\n"))))
  if error.entry.deprecated != nil { members.append(("deprecated", .bool(true))) }
  return .object(members)
}

extension FieldPlace {
  /// The keywords for `code` as it is on the wire.
  func keywords(forCode code: String) -> Keywords {
    if isCut { return [("pattern", .string(pattern(forCode: escapedForPattern(code))))] }
    return codeOnWire(code).map { [("const", $0)] } ?? [("not", .object([]))]
  }

  /// The keywords for one of `codes` as they are on the wire.
  func keywords(forCodes codes: [String]) -> Keywords {
    if !isCut { return [("enum", .array(codes.compactMap(codeOnWire)))] }
    return [("pattern", .string(pattern(forCode: "(?:\(codes.map(escapedForPattern).joined(separator: "|")))")))]
  }

  /// The keywords for a value that names a code, known or not.
  var keywordsForAnyCode: Keywords { type.keywords + constraintsOnAnyCode }

  /// The same without those for its type.
  var constraintsOnAnyCode: Keywords {
    if type == .integer { return [] }
    if isCut { return [("pattern", .string(patternForAnyCode))] }
    if prefix == nil { return [("minLength", .number(1))] }
    return [("not", .object([("enum", .array(textsWithoutCode))]))]
  }

  /// The keywords for a value that readers take for an integer.
  var keywordsForInteger: Keywords {
    type == .integer
      ? type.keywords : [("type", .string("string")), ("pattern", .string("^(?:0|-?[1-9][0-9]{0,14})$"))]
  }

  /// The values that name no code where none is required.
  var valuesWithoutCode: [JSONValue] { [.null] + (type == .integer ? [] : textsWithoutCode) }

  /// RFC 9457, section 4.2.1, has a URI that names no problem.
  private var textsWithoutCode: [JSONValue] {
    [.string("")] + (prefix.map { [.string($0), .string("about:blank")] } ?? [])
  }

  private func codeOnWire(_ code: String) -> JSONValue? {
    type == .integer && exactInteger(code) == nil ? nil : exampleValue(code)
  }

  private var isCut: Bool { until != nil || after != nil }

  /// A pattern for texts that are cut to `code`, which is a pattern itself.
  private func pattern(forCode code: String) -> String {
    let start = after.map { "(?:\(uncut)*\(escapedForPattern($0)))?" } ?? ""
    return "^\(start)\(escapedForPattern(prefix ?? ""))\(code)\(end)$"
  }

  /// A pattern for texts of which something is left when they are cut.
  private var patternForAnyCode: String {
    guard let after else { return "^\(uncut)+" }
    let rest = until.map { character(except: [$0]) } ?? character(except: [])
    return "^(?:\(uncut)*\(escapedForPattern(after))\(rest)+|\(uncut)+)\(end)$"
  }

  private var end: String { until.map { "(?:\(escapedForPattern($0))[\\s\\S]*)?" } ?? "" }

  /// A pattern for a character at which none of the texts begins that cut the value.
  private var uncut: String { character(except: [until, after].compactMap(\.self)) }

  private func character(except texts: [String]) -> String {
    if texts.isEmpty { return "[\\s\\S]" }
    return "(?:(?!\(texts.map(escapedForPattern).joined(separator: "|")))[\\s\\S])"
  }
}

extension FieldType {
  /// The keywords for values of the type.
  var keywords: Keywords {
    switch self {
    case .text: [("type", .string("string"))]
    case .integer:
      [
        ("type", .string("integer")), ("minimum", .number(-largestExactInteger)),
        ("maximum", .number(largestExactInteger)),
      ]
    case .number: [("type", .string("number"))]
    case .boolean: [("type", .string("boolean"))]
    case .json: [("not", .object([("type", .string("null"))]))]
    }
  }

  /// The keywords for values of the type, and null.
  var nullableKeywords: Keywords {
    self == .json
      ? []
      : keywords.map { name, value in (name, name == "type" ? .array([value, .string("null")]) : value) }
  }
}

/// The largest integer that JSON carries exactly (RFC 7493, section 2.2).
private let largestExactInteger = (1 << 53) - 1

/// `text` as an ECMA-262 regular expression that matches only it.
func escapedForPattern(_ text: String) -> String {
  let syntax = "\\^$.*+?()[]{}|/".unicodeScalars
  var escaped = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if syntax.contains(scalar) { escaped.append("\\") }
    escaped.append(scalar)
  }
  return String(escaped)
}
