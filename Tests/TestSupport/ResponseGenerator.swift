import ErrataCatalog
import ErrataText
import Foundation

/// Generates responses of every shape that a catalogue can describe, most of them close to an error that it documents.
///
/// All are within I-JSON (RFC 7493), where readers must agree; what is outside is left to each platform.
package struct ResponseGenerator {
  private var random: SeededGenerator
  /// The name of the catalogue in the cases.
  private let name: String
  private let catalog: Catalog

  /// - Parameters:
  ///   - seed: determines all responses.
  ///   - name: the name of the catalogue in the cases.
  ///   - catalog: the catalogue.
  package init(seed: UInt64, _ name: String, _ catalog: Catalog) {
    random = SeededGenerator(seed: seed)
    self.name = name
    self.catalog = catalog
  }

  /// A response as a case of the specification without its results: an object on one line.
  package mutating func next() -> String {
    let surface = pick(catalog.surfaces)
    var members: [(String, JSONValue)] = [("catalog", .string(name)), ("now", .string("2026-11-28T00:00:00Z"))]
    if surface.response.carrier == .query {
      members += [("surface", .string(surface.key)), ("url", .string(redirect(surface)))]
      return JSONValue.object(members).line
    }
    if chance(2) {
      members.append(("surface", .string(surface.key)))
    } else {
      members.append(("path", .string(path(of: surface))))
    }
    let status = chance(4) ? pick([200, 204, 302, 400, 401, 404, 429, 500, 503]) : documentedStatus(of: surface)
    members += [
      ("status", .number(status)), ("headers", .array(headers(surface).map { .array([.string($0), .string($1)]) })),
      ("body", .string(body(surface, status))),
    ]
    return JSONValue.object(members).line
  }

  private mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &random) == 0 }

  private mutating func pick<Element>(_ items: [Element]) -> Element { items.randomElement(using: &random)! }

  private mutating func documentedStatus(of surface: Surface) -> Int {
    surface.errors.isEmpty ? 400 : pick(surface.errors).statuses.first ?? 400
  }

  private mutating func path(of surface: Surface) -> String {
    let path = pick(surface.endpoints).path.description.replacing("*", with: pick(["x", "a1", "x/y", "*"]))
    let base = pick(["", "", catalog.base ?? "", "/other/v2", "https://api.example"])
    return base + path + pick(["", "", "", "?a=/b", "#c", "/"])
  }

  // MARK: Bodies

  private mutating func body(_ surface: Surface, _ status: Int) -> String {
    if chance(40) {
      return pick([
        "", "null", "true", "[]", "{}", "\"text\"", "<html><body>Bad Gateway</body></html>", "{", "{\"code\":",
      ])
    }
    let format = surface.response
    if format.carrier == .challenge { return chance(2) ? "" : "{\"error\":\"invalid_token\"}" }
    var root = RandomJSON.object([])
    for condition in format.conditions where !chance(12) { root.set([condition.name], condition.json) }
    if let list = format.list {
      let items = (0..<pick([0, 1, 1, 1, 2, 3])).map { _ in item(surface, list.conditions, status) }
      root.set(list.pointer.tokens, .list(items))
      if !list.pointer.tokens.isEmpty { add(surface, fromBody: true, status, to: &root) }
    } else {
      add(surface, fromBody: nil, status, to: &root)
    }
    for _ in 0..<pick([0, 0, 0, 1, 1, 2]) { root.mutate(&random) }
    let text = root.description
    return chance(10) ? pick([" ", "\n", "\r\n\t"]) + text + " " : text
  }

  private mutating func item(_ surface: Surface, _ conditions: [MemberCondition], _ status: Int) -> RandomJSON {
    if chance(15) { return .any(&random) }
    var item = RandomJSON.object([])
    for condition in conditions where !chance(8) { item.set([condition.name], condition.json) }
    add(surface, fromBody: false, status, to: &item)
    return item
  }

  /// Adds the fields and details that are members.
  /// - Parameter fromBody: whether to add only those whose path starts at the root, or only the others; nil for all.
  private mutating func add(_ surface: Surface, fromBody: Bool?, _ status: Int, to value: inout RandomJSON) {
    for field in surface.response.fields + surface.response.details {
      if !field.isRequired, chance(3) { continue }
      let places = field.places.filter { $0.pointer != nil && (fromBody == nil || $0.isFromBody == fromBody) }
      guard let place = chance(3) ? places.randomElement(using: &random) : places.first, let pointer = place.pointer
      else { continue }
      value.set(pointer.tokens, json(field, place, surface, status))
    }
  }

  private mutating func json(_ field: ResponseField, _ place: FieldPlace, _ surface: Surface, _ status: Int)
    -> RandomJSON
  {
    if chance(15) { return .any(&random) }
    let text = text(field, place, surface, status)
    return switch place.type {
    case .text: .text(text)
    case .integer, .number, .boolean: .literal(text)
    case .json: .any(&random)
    }
  }

  /// The text of a value of the place's type.
  private mutating func text(_ field: ResponseField, _ place: FieldPlace, _ surface: Surface, _ status: Int) -> String {
    let isText = place.type == .text
    switch field.role {
    case .code: return wrapped(code(of: surface, isInteger: place.type == .integer), place)
    case .status: return "\(chance(4) ? 500 : status)"
    case .retryAfter: return pick(["0", "5", "1.5", "60.0", "-1", "2e1"])
    case nil where !isText:
      return switch place.type {
      case .boolean: pick(["true", "false"])
      case .integer: pick(["0", "5", "-3", "2e3", "7.0", "9007199254740991"])
      default: pick(["0", "5", "-3.25", "2e3", "0.1"])
      }
    default:
      return isText
        ? wrapped(pick(["No", "", "req_1", "Prøv igjen 😀", "a \"b\" \\", "12", "https://x.example/a?b=c"]), place)
        : pick(["12", "0", "2e4"])
    }
  }

  private mutating func wrapped(_ text: String, _ place: FieldPlace) -> String {
    guard place.type == .text else { return text }
    var text = (place.prefix.map { chance(8) ? "" : $0 } ?? "") + text
    if let after = place.after, chance(2) { text = pick(["", "ns", "a\(after)b"]) + after + text }
    if let until = place.until, chance(2) { text += until + pick(["", "rest", "\(until)more"]) }
    return text
  }

  private mutating func code(of surface: Surface, isInteger: Bool) -> String {
    if surface.errors.isEmpty || chance(6) {
      return isInteger ? pick(["0", "-1", "123456", "4e1"]) : pick(["", "never_heard_of", "x", "about:blank", "Å"])
    }
    if chance(12), !surface.retired.isEmpty { return pick(surface.retired).code }
    return pick(surface.errors).code
  }

  // MARK: Headers

  private mutating func headers(_ surface: Surface) -> [(String, String)] {
    var headers = [("Content-Type", "application/json")]
    for field in surface.response.fields + surface.response.details {
      for place in field.places {
        guard let name = place.header, !chance(3) else { continue }
        let text = chance(8) ? pick(["", "x", "5", "007", "true", "1.5"]) : text(field, place, surface, 400)
        headers.append((cased(name), pick(["", "", " ", "\t"]) + headerText(text) + pick(["", "", " "])))
      }
    }
    if surface.response.carrier == .challenge, !chance(8) { headers.append(("WWW-Authenticate", challenge(surface))) }
    if chance(4) { headers.append((cased("retry-after"), retryAfter())) }
    return headers.shuffled(using: &random)
  }

  private mutating func cased(_ name: String) -> String {
    pick([name, name.uppercased(), name.capitalized])
  }

  /// `text` without what a header cannot have.
  private func headerText(_ text: String) -> String {
    String(text.unicodeScalars.filter { (0x20...0x7E).contains($0.value) })
  }

  private mutating func retryAfter() -> String {
    pick([
      "0", "5", "120", "007", " 30 ", "-1", "+5", "1.5", "12345678901234567", "123456789012345678901234567890", "",
      "soon",
      "Sun, 06 Nov 1994 08:49:37 GMT", "Sun, 6 Nov 1994 08:49:37 GMT", "Mon, 06 Nov 1994 08:49:37 GMT",
      "Sunday, 06-Nov-94 08:49:37 GMT", "Friday, 06-Nov-70 08:49:37 GMT", "Thursday, 06-Nov-70 08:49:37 GMT",
      "Sun Nov  6 08:49:37 1994", "Sun Nov 06 08:49:37 1994", "sun, 06 nov 1994 08:49:37 gmt",
      "Sun, 06 Nov 1994 08:49:37 UTC", "Sun, 06 Nov 1994 24:00:00 GMT", "Thu, 30 Feb 2023 00:00:00 GMT",
      "Thu, 29 Feb 2024 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "Sat, 28 Nov 2076 00:00:00 GMT",
      "Saturday, 28-Nov-76 00:00:00 GMT", "Sunday, 29-Nov-76 00:00:00 GMT", "Monday, 29-Nov-76 00:00:00 GMT",
    ])
  }

  private mutating func challenge(_ surface: Surface) -> String {
    let fields = surface.response.fields + surface.response.details
    var challenges = (0..<pick([1, 1, 1, 2, 3])).map { _ -> String in
      if chance(6) { return pick(["Basic YWxhZGRpbg==", "Negotiate", "Negotiate dG9rZW4="]) }
      let parameters = fields.filter { _ in !chance(3) }.map { field in
        let text = headerText(text(field, field.place, surface, 401))
        let isToken =
          !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) || $0 == 95 }
        let value = isToken && chance(2) ? text : quoted(text)
        return cased(field.name) + pick(["=", "=", " = "]) + value
      }
      return pick(["Bearer", "bearer", "DPoP"]) + " " + parameters.joined(separator: pick([", ", ",", " ,\t"]))
    }
    if chance(12) { challenges.append(pick(["Bearer realm=", "=x", "Bearer error=\"open", "Bearer a b"])) }
    return challenges.joined(separator: ", ")
  }

  private mutating func quoted(_ text: String) -> String {
    var result = "\""
    for character in text {
      if character == "\"" || character == "\\" || chance(20) { result += "\\" }
      result.append(character)
    }
    return result + "\""
  }

  // MARK: Redirects

  private mutating func redirect(_ surface: Surface) -> String {
    let fields = surface.response.fields + surface.response.details
    var parameters = fields.filter { _ in !chance(5) }.map { field in
      (
        field.name,
        field.role == .code ? code(of: surface, isInteger: false) : pick(["", "x", "a b", "æ", "1", "50 %"])
      )
    }
    if chance(5) { parameters.append((pick(fields).name, pick(["", "x", "access_denied"]))) }
    let query = parameters.shuffled(using: &random).map { "\($0)=\(formEncoded($1))" }.joined(
      separator: pick(["&", "&&"]))
    let start = "https://app.example/back"
    return pick([
      "\(start)?\(query)", "\(start)?\(query)", "\(start)?keep=1&\(query)", "\(start)#\(query)",
      "\(start)?a=b#\(query)",
    ])
  }

  private mutating func formEncoded(_ text: String) -> String {
    text.utf8.map { byte in
      switch byte {
      case 0x20: chance(2) ? "+" : "%20"
      case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x5F, 0x2D, 0x2E: String(UnicodeScalar(byte))
      default: String(format: "%%%02X", byte)
      }
    }.joined()
  }
}

extension MemberCondition {
  fileprivate var json: RandomJSON {
    switch value {
    case .text(let text): .text(text)
    case .number(let number): .literal("\(number)")
    case .boolean(let flag): .literal("\(flag)")
    }
  }
}
