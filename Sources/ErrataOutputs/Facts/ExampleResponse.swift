import ErrataCatalog
import ErrataText

/// An example of an error response, built from the catalogue alone.
struct ExampleResponse {
  let carrier: ResponseFormat.Carrier
  /// The JSON in the body.
  let body: JSONValue
  /// The headers that have a field, in the order of the catalogue.
  let headers: [(name: String, value: String)]
  /// The parameters of a redirect or of a challenge, in the order of the catalogue.
  let parameters: [(name: String, value: String)]

  /// - Parameter error: the error whose code and description to show.
  init(of error: ResolvedError) {
    let format = error.surface.response
    let values = (format.fields + format.details).compactMap { field in
      field.exampleText(for: error).map { (place: field.place, value: field.place.exampleValue($0)) }
    }
    carrier = format.carrier
    parameters =
      carrier == .json
      ? [] : values.compactMap { place, value in place.pointer.map { ($0.tokens[0], value.plainText) } }
    headers = values.compactMap { place, value in place.header.map { ($0, value.plainText) } }
    body = format.exampleBody(values.compactMap { place, value in place.pointer.map { ($0, place.isFromBody, value) } })
  }

  /// The text on the wire: the headers and the body, the challenge, or the query of the redirect.
  var text: String { text(parameterBreak: "") }

  /// The text with `parameterBreak` between the parameters of a redirect or of a challenge.
  func text(parameterBreak: String) -> String {
    let headerLines = headers.map { $0.name + ": " + $0.value }
    return switch carrier {
    case .json: (headerLines + (headers.isEmpty ? [] : [""]) + [body.text(width: 0)]).joined(separator: "\n")
    case .query: "?" + formParameters.joined(separator: parameterBreak + "&")
    case .challenge:
      (["WWW-Authenticate: " + challenge(parameterBreak: parameterBreak)] + headerLines).joined(separator: "\n")
    }
  }

  /// The query of the redirect, as form data.
  var query: String { formParameters.joined(separator: "&") }

  private var formParameters: [String] {
    parameters.map { formEncoded($0.name) + "=" + formEncoded($0.value) }
  }

  /// The value of `WWW-Authenticate`, with quoted strings as in RFC 9110, section 5.6.4.
  func challenge(parameterBreak: String = "") -> String {
    let space = parameterBreak.isEmpty ? " " : parameterBreak + "  "
    let quoted = parameters.map { name, value in
      "\(name)=\"\(value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }
    return "Bearer" + space + quoted.joined(separator: "," + space)
  }
}

extension ResponseFormat {
  /// The body that has `values`, and the members by which it is recognized as an error. An example of a list has one item.
  fileprivate func exampleBody(_ values: [(pointer: JSONPointer, isFromBody: Bool, value: JSONValue)]) -> JSONValue {
    var (body, item) = (JSONValue.object([]), JSONValue.object([]))
    for condition in conditions { body.insert(condition.json, at: [condition.name]) }
    for condition in list?.conditions ?? [] { item.insert(condition.json, at: [condition.name]) }
    for (pointer, isFromBody, value) in values {
      if list == nil || isFromBody {
        body.insert(value, at: pointer.tokens)
      } else {
        item.insert(value, at: pointer.tokens)
      }
    }
    guard let list else { return body }
    if list.pointer.tokens.isEmpty { return .array([item]) }
    body.insert(.array([item]), at: list.pointer.tokens)
    return body
  }
}

/// `text` in a query string (WHATWG URL, "application/x-www-form-urlencoded serializing").
func formEncoded(_ text: String) -> String {
  var result = ""
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: " "): result += "+"
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
      result.unicodeScalars.append(Unicode.Scalar(byte))
    default: result += "%" + hexadecimal(byte, digits: 2)
    }
  }
  return result
}
