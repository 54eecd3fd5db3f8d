// Reads the cases of the specification from standard input, one JSON object per line, with the generated Swift, and writes what it
// finds in each, one JSON object per line.

import Foundation

/// A case, without what is expected.
struct Case: Decodable {
  let catalog: String
  let surface: String?
  let path: String?
  let base: String?
  let status: Int?
  let headers: [[String]]?
  let body: String?
  let body_base64: Data?
  let url: String?
  let now: Date?

  /// The header fields as an HTTP client has them: of a repeated field the first line, except for a field that is a list.
  var fields: [String: String] {
    var fields: [String: String] = [:]
    for field in headers ?? [] {
      let name = fields.keys.first { $0.lowercased() == field[0].lowercased() } ?? field[0]
      if let value = fields[name] {
        if name.lowercased() == "www-authenticate" { fields[name] = value + ", " + field[1] }
      } else {
        fields[name] = field[1]
      }
    }
    return fields
  }

  var data: Data { body_base64 ?? Data((body ?? "").utf8) }
}

/// What the errors of all catalogues have in common. Each catalogue has a protocol of its own for it.
protocol CaseError: Sendable {
  associatedtype Recovery: RawRepresentable<String>
  var title: String? { get }
  var message: String? { get }
  var reference: String? { get }
  var uri: String? { get }
  var state: String? { get }
  var target: String? { get }
  var recovery: Recovery? { get }
  var errorDescription: String? { get }
}

protocol CaseResponse: CaseError {
  init(status: Int, headers: [String: String], body: Data, now: Date)
}

protocol CaseRedirect: CaseError {
  init?(redirect: URL)
}

/// What was generated from a catalogue. `catalogs`, by name in lower case, is in a file of its own.
protocol CatalogCases {
  /// The types of all surfaces.
  static var surfaces: [String: any CaseError.Type] { get }

  /// Reads the case, whose surface is found by its path.
  static func error(_ item: Case, now: Date) -> any CaseError
}

/// A value of an error's property.
struct AnyEncodable: Encodable {
  let value: any Encodable

  func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
}

typealias Reading = [String: AnyEncodable]

/// The properties of `value` that have a value, as far as they are stored.
func properties(of value: Any) -> [String: Any] {
  var properties: [String: Any] = [:]
  for child in Mirror(reflecting: value).children {
    let mirror = Mirror(reflecting: child.value)
    if mirror.displayStyle != .optional {
      properties[child.label!] = child.value
    } else if let wrapped = mirror.children.first {
      properties[child.label!] = wrapped.value
    }
  }
  return properties
}

/// The values that responses, redirects and items of a list have as stored properties.
func storedValues(of error: Any) -> Reading {
  let stored = properties(of: error)
  var reading: Reading = [:]
  if let code = stored["code"] as? any RawRepresentable {
    reading["code"] = AnyEncodable(value: code.rawValue as! any Encodable)
  }
  if let details = stored["details"] {
    var values: Reading = [:]
    for (name, value) in properties(of: details) { values[snakeCase(name)] = AnyEncodable(value: value as! any Encodable) }
    reading["details"] = AnyEncodable(value: values)
  }
  for name in ["title", "message", "reference", "uri", "target", "status"] {
    reading[name] = (stored[name] as? any Encodable).map { AnyEncodable(value: $0) }
  }
  return reading
}

func snakeCase(_ name: String) -> String {
  name.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
}

/// `seconds(5)` or `date(…)`.
func retry(_ value: Any) -> AnyEncodable {
  let child = Mirror(reflecting: value).children.first!
  if let date = child.value as? Date {
    return AnyEncodable(value: [child.label!: date.formatted(.iso8601)])
  }
  return AnyEncodable(value: [child.label!: child.value as! Int])
}

func reading(_ error: any CaseError, of catalog: any CatalogCases.Type) -> Reading {
  func recovery(_ error: some CaseError) -> String? { error.recovery?.rawValue }
  let stored = properties(of: error)
  var reading = storedValues(of: error)
  reading["status"] = nil
  let texts: [String: String?] = [
    "surface": catalog.surfaces.first { $0.value == type(of: error) }!.key,
    "title": error.title, "message": error.message, "reference": error.reference, "uri": error.uri,
    "state": error.state, "target": error.target, "recovery": recovery(error), "text": error.errorDescription,
  ]
  for (name, text) in texts { reading[name] = text.map { AnyEncodable(value: $0) } }
  if let code = stored["code"] {
    let isUnknown = Mirror(reflecting: code).children.first?.label == "unrecognized"
    reading["known"] = AnyEncodable(value: !isUnknown)
  }
  if let errors = stored["errors"] as? [Any] { reading["errors"] = AnyEncodable(value: errors.map(storedValues)) }
  reading["retry"] = stored["retryAfter"].map(retry)
  return reading
}

/// What the generated code reads: nil for a redirect that is no error.
func read(_ item: Case) -> Reading? {
  let now = item.now ?? Date()
  let catalog = catalogs[item.catalog]!
  guard let key = item.surface else {
    return reading(catalog.error(item, now: now), of: catalog)
  }
  switch catalog.surfaces[key]! {
  case let type as any CaseResponse.Type:
    return reading(type.init(status: item.status!, headers: item.fields, body: item.data, now: now), of: catalog)
  case let type as any CaseRedirect.Type:
    // `URL(string:)` would escape what is valid, too, if anything isn't.
    return URL(dataRepresentation: Data(item.url!.utf8), relativeTo: nil).flatMap { type.init(redirect: $0) }.map { reading($0, of: catalog) }
  default: fatalError("\(key) is neither")
  }
}

let decoder = JSONDecoder()
decoder.dateDecodingStrategy = .iso8601
let encoder = JSONEncoder()
while let line = readLine() {
  let item = try decoder.decode(Case.self, from: Data(line.utf8))
  print(String(decoding: try encoder.encode(read(item)), as: UTF8.self))
}
