import FlyingFox
import Foundation

/// A local server with BankID's API. It enforces BankID's order of endpoints for each token, and can be told to fail first.
actor BankIDServer: HTTPHandler {
  /// A request that the server received.
  struct Request: Hashable {
    let path: String
    let token: String?
  }

  /// The responses to send before the regular ones, by path.
  private var failures: [String: [ServerResponse]]
  private(set) var requests: [Request] = []
  private var logIns = 0
  /// The number of steps that each token has been used for.
  private var steps: [String: Int] = [:]

  static let order = ["/credentials/list", "/credentials/authorize", "/signatures/signHash"]

  init(failing failures: [String: [ServerResponse]]) {
    self.failures = failures
  }

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    let body = try await request.bodyData
    let token = request.headers[HTTPHeader("Authorization")].map { String($0.dropFirst("Bearer ".count)) }
    requests.append(Request(path: request.path, token: token))
    var response = regularResponse(request, body, token)
    if failures[request.path]?.isEmpty == false { response = failures[request.path]!.removeFirst() }

    // Placeholders are replaced by parameters of the request.
    func query(_ name: String) -> String { request.query.first { $0.name == name }?.value ?? "" }
    var headers = HTTPHeaders()
    for (name, value) in response.headers {
      headers[HTTPHeader(name)] = value.replacing("REDIRECT", with: query("redirect_uri"))
        .replacing("STATE", with: query("state"))
    }
    return HTTPResponse(
      statusCode: HTTPStatusCode(response.status, phrase: "Status"), headers: headers, body: response.body)
  }

  private func regularResponse(_ request: HTTPRequest, _ body: Data, _ token: String?) -> ServerResponse {
    switch request.path {
    case "/oauth2/authorize":
      logIns += 1
      return .redirect("REDIRECT?code=code-\(logIns)&state=STATE")
    case "/oauth2/token":
      let form = String(decoding: body, as: UTF8.self)
      guard form.contains("code=code-\(logIns)&"), form.contains("code_verifier=verifier") else {
        return .oauth("invalid_grant", 400)
      }
      return ServerResponse(200, #"{"access_token": "token-\#(logIns)", "token_type": "Bearer", "expires_in": 300}"#)
    default:
      guard let step = Self.order.firstIndex(of: request.path), let token, token.hasPrefix("token-") else {
        return .csc("invalid_token", 401)
      }
      guard steps[token, default: 0] == step else { return .csc("token_already_used", 400) }
      // A request with a failure response does not use the token.
      if failures[request.path, default: []].isEmpty { steps[token] = step + 1 }
      return success(of: step, body)
    }
  }

  private func success(of step: Int, _ body: Data) -> ServerResponse {
    switch step {
    case 0: return ServerResponse(200, #"{"credentialIDs": ["first", "second"]}"#)
    case 1: return ServerResponse(200, #"{"SAD": "consent", "expiresIn": 300}"#)
    default:
      let hashes = (try? JSONDecoder().decode(Hashes.self, from: body))?.hashes ?? []
      let signatures = hashes.map { "\"" + (Data("signed ".utf8) + $0).base64EncodedString() + "\"" }
      return ServerResponse(200, #"{"signatures": [\#(signatures.joined(separator: ", "))]}"#)
    }
  }

  private struct Hashes: Decodable {
    let hashes: [Data]
  }

  /// The tokens of the requests to `path`, in order.
  func tokens(at path: String) -> [String] { requests.filter { $0.path == path }.compactMap(\.token) }
}

/// A response of the server.
struct ServerResponse: Sendable {
  var status: Int
  var headers: [(String, String)]
  var body: Data

  init(_ status: Int, headers: [(String, String)] = [("Content-Type", "application/json")], _ body: Data) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  init(_ status: Int, headers: [(String, String)] = [("Content-Type", "application/json")], _ body: String) {
    self.init(status, headers: headers, Data(body.utf8))
  }

  /// An error of the CSC endpoints.
  static func csc(_ code: String, _ status: Int, headers: [(String, String)] = []) -> ServerResponse {
    ServerResponse(
      status, headers: [("Content-Type", "application/json")] + headers,
      #"{"errorCode": "\#(code)", "errorDescription": "About \#(code)", "errorReference": "REF-\#(code)"}"#)
  }

  /// An error of the token endpoint.
  static func oauth(_ code: String, _ status: Int) -> ServerResponse {
    ServerResponse(status, #"{"error": "\#(code)", "error_description": "About \#(code)"}"#)
  }

  /// A redirect to `address`, in which `REDIRECT` and `STATE` are replaced by the values in the request.
  static func redirect(_ address: String) -> ServerResponse {
    ServerResponse(302, headers: [("Location", address)], "")
  }
}
