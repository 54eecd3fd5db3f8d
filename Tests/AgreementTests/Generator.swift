import ErrataCatalog
import Foundation
import TestSupport

/// Generates bodies that a server could send, both valid and invalid.
struct BodyGenerator {
  var random: SeededGenerator
  private let surfaces: [Surface]

  init(seed: UInt64, _ catalog: Catalog) {
    random = SeededGenerator(seed: seed)
    surfaces = catalog.surfaces.filter { $0.response.carrier == .json }
  }

  mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &random) == 0 }

  mutating func pick<Element>(_ items: [Element]) -> Element { items.randomElement(using: &random)! }

  mutating func surface() -> Surface { pick(surfaces) }

  /// A body of `surface`, with its members in random order, some of them invalid. A few bodies are not JSON.
  mutating func body(of surface: Surface) -> String {
    if chance(60) { return otherBody() }
    var members = members(of: chance(25) ? self.surface() : surface)
    for _ in 0..<pick([0, 0, 1, 1, 1, 2, 3]) { mutate(&members) }
    members.shuffle(using: &random)
    let space = chance(8) ? pick([" ", "\n", "\t ", "\r\n"]) : ""
    let inside = members.map { "\(string($0.key))\(space):\(space)\($0.value)" }.joined(separator: ",\(space)")
    let text = "\(space){\(space)\(inside)\(space)}\(space)"
    return chance(12) ? corrupted(text) : text
  }

  private mutating func members(of surface: Surface) -> [(key: String, value: String)] {
    surface.response.fields.compactMap { field in
      if !field.isRequired, chance(2) { return nil }
      return (field.name, field.role == .code ? string(code(of: surface)) : string(text()))
    }
  }

  private mutating func code(of surface: Surface) -> String {
    switch Int.random(in: 0..<12, using: &random) {
    case 0:
      var letters = Array(pick(surface.errors).code)
      letters.remove(at: Int.random(in: letters.indices, using: &random))
      return String(letters)
    case 1:
      return pick([
        "", " ", "INVALID_TOKEN", "never_heard_of_it", "42", "invalid_token ", "ugyldig_nøkkel", "😀", "\u{0}",
      ])
    case 2: return pick(self.surface().errors).code
    default: return pick(surface.errors).code
    }
  }

  private mutating func text() -> String {
    pick([
      "", "m", "Expired", "REF123456789", "Tilgang nektet: prøv på nytt", "a \"b\" \\ /", "\n\t\u{1}", "😀😀", "\u{FFFD}",
      "true",
    ])
  }

  /// The JSON text of a value of any type.
  private mutating func anyValue() -> String {
    pick([
      "null", "true", "false", "0", "-1", "42", "400", "1.5", "1e3", "1E-2", "[]", "{}", "[\"invalid_token\"]",
      "{\"errorCode\":\"invalid_token\"}", "\"\"", "\"x\"", "[[[]]]", "{\"a\":{\"a\":1}}", "\"\\ud83d\"", "-0.0",
      "123456789012345678901234567890",
    ])
  }

  private mutating func mutate(_ members: inout [(key: String, value: String)]) {
    guard let index = members.indices.randomElement(using: &random) else {
      return members.append((pick(["errorCode", "error", "x"]), anyValue()))
    }
    switch Int.random(in: 0..<8, using: &random) {
    case 0: members.remove(at: index)
    case 1, 2: members[index].value = anyValue()
    case 3:
      members[index].key = pick([
        "ErrorCode", "errorcode", "error_code", "errorCode ", "", "code", "errorDescription", "error",
      ])
    case 4: members.append((pick(["x", "trace_id", "errorReference", "error_uri", "a/b~c"]), anyValue()))
    case 5: members.append((members[index].key, chance(2) ? members[index].value : anyValue()))
    case 6: members.append((members[index].key, string(pick(surfaces).errors[0].code)))
    default: members[index].value = string(text())
    }
  }

  /// `text` as a JSON string, sometimes with unnecessary escapes.
  mutating func string(_ text: String) -> String {
    let escapesAll = chance(15)
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "/" where escapesAll: result += "\\/"
      case _ where scalar.value < 0x20 || (escapesAll && chance(2)):
        for unit in String(scalar).utf16 { result += "\\u" + String(format: chance(2) ? "%04x" : "%04X", Int(unit)) }
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private mutating func otherBody() -> String {
    let deep = pick([10, 127, 128, 129, 200])
    return pick([
      "", " ", "\n", "<html><body>Bad Gateway</body></html>", "Service Unavailable", "null", "[]", "\"error\"", "42",
      "true",
      "{}", "{", "[", "nul", "NaN", "{}{}", "{},", "\u{FEFF}{}", "{\"errorCode\":NaN}", "{'error':'x'}",
      "{\"error\":\"x\",}",
      String(repeating: "[", count: deep) + String(repeating: "]", count: deep),
      "{\"errorCode\":\"invalid_token\",\"errorDescription\":\"x\",\"x\":" + String(repeating: "[", count: deep)
        + String(repeating: "]", count: deep) + "}",
    ])
  }

  /// `text`, truncated, with extra text, or with one character changed.
  private mutating func corrupted(_ text: String) -> String {
    let index = text.indices.randomElement(using: &random)!
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return String(text[..<index])
    case 1: return text + pick([" x", "}", ",", "{}", "\u{0}", "\u{FEFF}", " "])
    case 2:
      var changed = text
      changed.replaceSubrange(
        index...index, with: pick(["", "\"", "\\", "{", "}", ",", ":", "\u{1}", "\n", "0", "é", "\\u12", "."]))
      return changed
    default: return pick(["\u{FEFF}", "x", " ", "\u{A0}", "//"]) + text
    }
  }

  // MARK: Redirects

  mutating func redirect(of surface: Surface) -> String {
    var parameters = [
      ("error", code(of: surface)), ("error_description", text()), ("state", pick(["x", "", "a b", "æ"])),
    ]
    if chance(4) { parameters.remove(at: Int.random(in: 0..<parameters.count, using: &random)) }
    if chance(5) { parameters.append((pick(["error", "state", "iss", "code"]), pick(["", "x", "access_denied"]))) }
    if chance(3) { parameters.shuffle(using: &random) }
    let query = parameters.map { "\($0)\(chance(20) ? "" : "=" + formEncoded($1))" }.joined(
      separator: pick(["&", "&", "&", "&&"]))
    let start = pick(["https://app.example/back", "https://app.example/back?keep=1", "com.example.app:/cb", ""])
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return "\(start)#\(query)"
    case 1: return "\(start)?error=#\(query)"
    case 2: return "\(start)\(start.contains("?") ? "&" : "?")\(query)#error=other"
    case 3: return "\(start)#a#\(query)"
    case 4: return "\(start)#x?\(query)"
    default: return "\(start)\(start.contains("?") ? "&" : "?")\(query)"
    }
  }

  private mutating func formEncoded(_ text: String) -> String {
    let isInvalid = chance(25)
    return text.utf8.map { byte in
      switch byte {
      case 0x20: return chance(2) ? "+" : "%20"
      case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x5F, 0x2D, 0x2E:
        return chance(40) ? String(format: "%%%02x", byte) : String(UnicodeScalar(byte))
      default: return String(format: "%%%02X", byte)
      }
    }.joined() + (isInvalid ? pick(["%", "%z", "%FF", "%C3", "%4"]) : "")
  }
}
