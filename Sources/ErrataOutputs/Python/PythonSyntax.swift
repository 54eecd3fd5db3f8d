import ErrataCatalog
import ErrataText

/// The expressions of generated Python.
struct PythonSyntax: ReadingSyntax {
  let none = "None"

  func literal(_ text: String) -> String { "\"\(PythonLanguage().text(text))\"" }

  func call(_ name: String, _ arguments: [String]) -> String { "_\(name)(\(arguments.joined(separator: ", ")))" }

  func member(_ name: String, of object: String) -> String { "\(object).get(\(literal(name)))" }

  func parameter(_ name: String) -> String { "parameters.get(\(literal(name)))" }

  func json(_ value: String) -> String { value }

  func cut(_ text: String, until: String?, after: String?, prefix: String?) -> String {
    let parts = [("until", until), ("after", after), ("prefix", prefix)]
    return call("cut", [text] + parts.compactMap { name, part in part.map { "\(name)=\(literal($0))" } })
  }

  func first(of values: [String]) -> String {
    values.count == 1 ? values[0] : call("first", values)
  }

  func code(_ places: [(value: String, prefix: String?)], of surface: Surface, isInteger: Bool) -> String {
    let codes = "\(surface.typePrefix)ErrorCode"
    if isInteger { return call("code", codes, first(of: places.map(\.value))) }
    // An empty string is not a code.
    let values = places.map { value, prefix in
      prefix.map { call("prefixed_code", codes, value, literal($0)) } ?? call("code", codes, value)
    }
    if values.count == 1 { return "\(values[0]) or None" }
    return "(\n            " + (values + ["None"]).joined(separator: "\n            or ") + "\n        )"
  }

  func comparison(_ value: String, with condition: MemberCondition.Value, isNegated: Bool) -> String {
    let isEqual = isNegated ? "!=" : "=="
    return switch condition {
    case .text(let text): "\(value) \(isEqual) \(literal(text))"
    case .number(let number): "\(call("number", value)) \(isEqual) \(jsonNumber(number))"
    case .boolean(let boolean): "\(value) \(isNegated ? "is not" : "is") \(boolean ? "True" : "False")"
    }
  }

  func joined(_ comparisons: [String], all: Bool) -> String {
    comparisons.joined(separator: all ? " and " : " or ")
  }

  func property(of field: ResponseField) -> String {
    if field.role == .description { return "message" }
    return keywords.contains(field.key) ? field.key + "_" : field.key
  }

  func type(of field: ResponseField, on surface: Surface) -> String {
    if field.role == .code {
      return "Union[\(surface.typePrefix)ErrorCode, \(codeType(isInteger: field.valueType == .integer)), None]"
    }
    if field.role == .retryAfter { return "Optional[int]" }
    return switch field.valueType {
    case .text: "Optional[str]"
    case .integer: "Optional[int]"
    case .number: "Optional[float]"
    case .boolean: "Optional[bool]"
    case .json: "Any"
    }
  }

  func codeType(isInteger: Bool) -> String { isInteger ? "int" : "str" }
}

/// The keywords that a key in snake_case can be ("The Python Language Reference", section 2.3.1).
private let keywords: Set<String> = [
  "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
  "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise",
  "return", "try", "while", "with", "yield",
]
