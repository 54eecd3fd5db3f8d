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

func reading(_ error: any CaseError) -> Reading {
  func recovery(_ error: some CaseError) -> String? { error.recovery?.rawValue }
  let stored = properties(of: error)
  var reading = storedValues(of: error)
  reading["status"] = nil
  let texts: [String: String?] = [
    "surface": Generated.surfaces.first { $0.value == type(of: error) }!.key.split(separator: "/").last.map(String.init),
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
  guard let key = item.surface else {
    return reading(Generated.catalogs[item.catalog]!(item, now) as! any CaseError)
  }
  switch Generated.surfaces[item.catalog + "/" + key]! {
  case let type as any CaseResponse.Type:
    return reading(type.init(status: item.status!, headers: item.fields, body: item.data, now: now))
  case let type as any CaseRedirect.Type:
    // `URL(string:)` would escape what is valid, too, if anything isn't.
    return URL(dataRepresentation: Data(item.url!.utf8), relativeTo: nil).flatMap { type.init(redirect: $0) }.map(reading)
  default: fatalError("\(key) is neither")
  }
}

/// What was generated.
enum Generated {
  /// The types of all surfaces.
  static let surfaces: [String: any CaseError.Type] = [
    "challenges/bearer": ChallengesBearerError.self,
    "challenges/keys": ChallengesKeysError.self,
    "chosen/api": ChosenAPIError.self,
    "chosen/numbered": ChosenNumberedError.self,
    "conditions/chat": ConditionsChatError.self,
    "conditions/typed": ConditionsTypedError.self,
    "conditions/answers": ConditionsAnswersError.self,
    "detailed/api": DetailedAPIError.self,
    "discord/api": DiscordAPIError.self,
    "docker/api": DockerAPIError.self,
    "flat/api": FlatAPIError.self,
    "flat/files": FlatFilesError.self,
    "github/api": GitHubAPIError.self,
    "headers/api": HeaderPlacesAPIError.self,
    "headers/required": HeaderPlacesRequiredError.self,
    "integers/api": IntegersAPIError.self,
    "integers/calls": IntegersCallsError.self,
    "kubernetes/api": KubernetesAPIError.self,
    "listed/api": ListedAPIError.self,
    "listed/sums": ListedSumsError.self,
    "meta/api": MetaAPIError.self,
    "nested/api": NestedAPIError.self,
    "oauth/token": OAuthFlowsTokenError.self,
    "oauth/authorize": OAuthFlowsAuthorizeError.self,
    "oauth/payment": OAuthFlowsPaymentError.self,
    "oauth/plain": OAuthFlowsPlainError.self,
    "openai/api": OpenAIAPIError.self,
    "paths/orders": PathsOrdersError.self,
    "paths/admin": PathsAdminError.self,
    "paths/bearer": PathsBearerError.self,
    "paths/login": PathsLoginError.self,
    "paypal/api": PayPalAPIError.self,
    "prefixed/api": PrefixedAPIError.self,
    "prefixed/strict": PrefixedStrictError.self,
    "rootlist/api": RootListAPIError.self,
    "salesforce/api": SalesforceAPIError.self,
    "square/api": SquareAPIError.self,
    "statuses/api": StatusesAPIError.self,
    "telegram/api": TelegramAPIError.self,
    "zoom/api": ZoomAPIError.self,
  ]

  /// How the catalogues whose cases have no surface find it.
  static let catalogs: [String: @Sendable (Case, Date) -> any Error] = [
    "flat": { item, now in
      if let base = item.base {
        return Flat.error(
          path: item.path!, base: base, status: item.status!, headers: item.fields, body: item.data, now: now)
      }
      return Flat.error(path: item.path!, status: item.status!, headers: item.fields, body: item.data, now: now)
    },
    "paths": { item, now in
      if let base = item.base {
        return Paths.error(
          path: item.path!, base: base, status: item.status!, headers: item.fields, body: item.data, now: now)
      }
      return Paths.error(path: item.path!, status: item.status!, headers: item.fields, body: item.data, now: now)
    },
  ]
}

extension ChallengesBearerError: CaseResponse {}
extension ChallengesKeysError: CaseResponse {}
extension ChosenAPIError: CaseResponse {}
extension ChosenNumberedError: CaseResponse {}
extension ConditionsChatError: CaseResponse {}
extension ConditionsTypedError: CaseResponse {}
extension ConditionsAnswersError: CaseResponse {}
extension DetailedAPIError: CaseResponse {}
extension DiscordAPIError: CaseResponse {}
extension DockerAPIError: CaseResponse {}
extension FlatAPIError: CaseResponse {}
extension FlatFilesError: CaseResponse {}
extension GitHubAPIError: CaseResponse {}
extension HeaderPlacesAPIError: CaseResponse {}
extension HeaderPlacesRequiredError: CaseResponse {}
extension IntegersAPIError: CaseResponse {}
extension IntegersCallsError: CaseResponse {}
extension KubernetesAPIError: CaseResponse {}
extension ListedAPIError: CaseResponse {}
extension ListedSumsError: CaseResponse {}
extension MetaAPIError: CaseResponse {}
extension NestedAPIError: CaseResponse {}
extension OAuthFlowsTokenError: CaseResponse {}
extension OAuthFlowsAuthorizeError: CaseRedirect {}
extension OAuthFlowsPaymentError: CaseRedirect {}
extension OAuthFlowsPlainError: CaseResponse {}
extension OpenAIAPIError: CaseResponse {}
extension PathsOrdersError: CaseResponse {}
extension PathsAdminError: CaseResponse {}
extension PathsBearerError: CaseResponse {}
extension PathsLoginError: CaseRedirect {}
extension PayPalAPIError: CaseResponse {}
extension PrefixedAPIError: CaseResponse {}
extension PrefixedStrictError: CaseResponse {}
extension RootListAPIError: CaseResponse {}
extension SalesforceAPIError: CaseResponse {}
extension SquareAPIError: CaseResponse {}
extension StatusesAPIError: CaseResponse {}
extension TelegramAPIError: CaseResponse {}
extension ZoomAPIError: CaseResponse {}

let decoder = JSONDecoder()
decoder.dateDecodingStrategy = .iso8601
let encoder = JSONEncoder()
while let line = readLine() {
  let item = try decoder.decode(Case.self, from: Data(line.utf8))
  print(String(decoding: try encoder.encode(read(item)), as: UTF8.self))
}
