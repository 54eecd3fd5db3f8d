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

/// The schema of a retired code, which the API no longer sends.
func documentedCode(_ retired: RetiredCode, in place: FieldPlace) -> JSONValue {
  .object(
    place.keywords(forCode: retired.code) + [("description", .string(retired.sentence)), ("deprecated", .bool(true))])
}

extension FieldPlace {
  /// The keywords for `code` as it is on the wire.
  func keywords(forCode code: String) -> Keywords {
    if isCutInside { return [("pattern", .string(pattern(forCode: escapedForPattern(code))))] }
    return codeOnWire(code).map { [("const", $0)] } ?? [("not", .object([]))]
  }

  /// The keywords for one of `codes` as they are on the wire.
  func keywords(forCodes codes: [String]) -> Keywords {
    if !isCutInside { return [("enum", .array(codes.compactMap(codeOnWire)))] }
    return [("pattern", .string(pattern(forCode: "(?:\(codes.map(escapedForPattern).joined(separator: "|")))")))]
  }

  /// The keywords for a value that names a code, known or not.
  var keywordsForAnyCode: Keywords { type.keywords + constraintsOnAnyCode }

  /// The same without those for its type.
  var constraintsOnAnyCode: Keywords {
    if type == .integer { return [] }
    if isCutInside { return [("not", .object([("pattern", .string(patternWithoutCode))]))] }
    if prefix == nil { return [("minLength", .number(1))] }
    return [("not", .object([("enum", .array(textsWithoutCode.map(JSONValue.string)))]))]
  }

  /// The keywords for a value that readers take for an integer.
  var keywordsForInteger: Keywords {
    type == .integer
      ? type.keywords : [("type", .string("string")), ("pattern", .string("^(?:0|-?[1-9][0-9]{0,14})$"))]
  }

  /// The keywords for the status of a success.
  var keywordsForSuccess: Keywords {
    if type != .integer { return [("type", .string("string")), ("pattern", .string("^2[0-9]{2}$"))] }
    let success = DocumentedStatuses.success
    return type.keywords.filter { $0.0 == "type" }
      + [("minimum", .number(success.lowerBound)), ("maximum", .number(success.upperBound))]
  }

  /// The keywords for null, and for texts that name no code.
  var keywordsWithoutCode: Keywords {
    if type == .integer { return [("type", .string("null"))] }
    if isCutInside { return type.nullableKeywords + [("pattern", .string(patternWithoutCode))] }
    return [("enum", .array([.null] + textsWithoutCode.map(JSONValue.string)))]
  }

  /// RFC 9457, section 4.2.1, has a URI that names no problem.
  private var textsWithoutCode: [String] {
    [""] + (prefix.map { [$0, "about:blank"] } ?? [])
  }

  private func codeOnWire(_ code: String) -> JSONValue? {
    type == .integer && exactInteger(code) == nil ? nil : exampleValue(code)
  }

  private var isCutInside: Bool { until != nil || after != nil }

  private var patternWithoutCode: String {
    pattern(cutTo: "(?:\(textsWithoutCode.map(escapedForPattern).joined(separator: "|")))")
  }

  private func pattern(forCode code: String) -> String {
    pattern(cutTo: escapedForPattern(prefix ?? "") + code)
  }

  /// A pattern for texts of which `value`, a pattern itself, is left by `until` and `after`.
  private func pattern(cutTo value: String) -> String {
    let marks = [until, after].compactMap(\.self).map(escapedForPattern).joined(separator: "|")
    let start = after.map { "(?:(?:(?!\(marks))[\\s\\S])*\(escapedForPattern($0)))?" } ?? ""
    let end = until.map { "(?:\(escapedForPattern($0))[\\s\\S]*)?" } ?? ""
    return "^\(start)\(value)\(end)$"
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
