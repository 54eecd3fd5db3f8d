import ErrataCatalog
import ErrataText

/// An example of an error response, built from the catalogue alone.
struct ExampleResponse {
  /// The fields that have a value, in the order of the catalogue.
  let fields: [(name: String, value: String)]
  let carrier: ResponseFormat.Carrier

  /// - Parameter error: the error whose code and description to show.
  init(of error: ResolvedError) {
    let format = error.surface.response
    carrier = format.carrier
    fields = (format.fields + format.details).compactMap { field in
      let value: String? =
        switch field.role {
        case .code: error.entry.code
        case .description: error.entry.description
        default: field.example ?? (field.isRequired ? ResponseField.placeholder : nil)
        }
      return value.map { (field.name, $0) }
    }
  }

  /// The object in the body.
  var json: JSONValue {
    .object(fields.map { ($0.name, .string($0.value)) })
  }

  /// The text on the wire: the object in the body, or the query of the redirect.
  var text: String {
    switch carrier {
    case .json: json.text(width: 0)
    case .query: "?" + query
    case .challenge: ""
    }
  }

  /// The parameters of the redirect, as form data.
  var query: String {
    fields.map { formEncoded($0.name) + "=" + formEncoded($0.value) }.joined(separator: "&")
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
