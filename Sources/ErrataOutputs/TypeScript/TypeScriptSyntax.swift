import ErrataCatalog
import ErrataText

/// The expressions of generated TypeScript.
struct TypeScriptSyntax: ReadingSyntax {
  let none = "undefined"

  func literal(_ text: String) -> String { "\"\(TypeScriptLanguage().text(text))\"" }

  func call(_ name: String, _ arguments: [String]) -> String { "\(name)(\(arguments.joined(separator: ", ")))" }

  func member(_ name: String, of object: String) -> String { call("member", object, literal(name)) }

  func parameter(_ name: String) -> String { "parameters.get(\(literal(name)))" }

  func json(_ value: String) -> String { "\(value) ?? undefined" }

  func cut(_ text: String, until: String?, after: String?, prefix: String?) -> String {
    let parts = [("until", until), ("after", after), ("prefix", prefix)]
    let options = parts.compactMap { name, part in part.map { "\(name): \(literal($0))" } }
    return call("cut", text, "{ \(options.joined(separator: ", ")) }")
  }

  func first(of values: [String]) -> String { values.joined(separator: " ?? ") }

  func code(_ places: [(value: String, prefix: String?)], of surface: Surface, isInteger: Bool) -> String {
    let entries = "\(surface.typePrefix)Entries"
    let values = places.map { value, prefix in
      prefix.map { call("prefixedCode", entries, value, literal($0)) } ?? call("code", entries, value)
    }
    if values.count == 1 { return values[0] }
    let margin = String(repeating: " ", count: surface.response.list == nil ? 6 : 2)
    return "(\n\(margin)  \(values.joined(separator: " ??\n\(margin)  "))\n\(margin))"
  }

  func comparison(_ value: String, with condition: MemberCondition.Value, isNegated: Bool) -> String {
    let isEqual = isNegated ? "!==" : "==="
    return switch condition {
    case .text(let text): "\(value) \(isEqual) \(literal(text))"
    case .number(let number): "\(call("number", value)) \(isEqual) \(jsonNumber(number))"
    case .boolean(let boolean): "\(value) \(isEqual) \(boolean)"
    }
  }

  func joined(_ comparisons: [String], all: Bool) -> String {
    comparisons.joined(separator: all ? " && " : " || ")
  }

  func property(of field: ResponseField) -> String { camelCase(field.key) }

  func type(of field: ResponseField, on surface: Surface) -> String {
    if field.role == .code {
      let unknown = field.valueType == .integer ? "UnknownNumber" : "UnknownCode"
      return "\(surface.typePrefix)ErrorCode | \(unknown) | undefined"
    }
    return switch field.valueType {
    case .text: "string | undefined"
    case .integer, .number: "number | undefined"
    case .boolean: "boolean | undefined"
    case .json: "unknown"
    }
  }

  func codeType(isInteger: Bool) -> String { isInteger ? "number" : "string" }
}

/// The words of a key in snake_case, joined as in `declineCode`.
private func camelCase(_ key: String) -> String {
  let words = key.split(separator: "_")
  return words.prefix(1).joined() + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
}
