import FlyingFox
import Foundation

/// BankID's API on this machine, over real HTTP. It keeps BankID's rule of tokens, and can be told to fail first.
actor BankIDServer: HTTPHandler {
  /// What a request was.
  struct Request: Hashable {
    let path: String
    let token: String?
  }

  /// What it is to answer before it answers as it should, by path.
  private var failures: [String: [Answer]]
  private(set) var requests: [Request] = []
  private var logIns = 0
  /// How far each token has come on its way.
  private var steps: [String: Int] = [:]

  static let order = ["/credentials/list", "/credentials/authorize", "/signatures/signHash"]

  init(failing failures: [String: [Answer]]) {
    self.failures = failures
  }

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    let body = try await request.bodyData
    let token = request.headers[HTTPHeader("Authorization")].map { String($0.dropFirst("Bearer ".count)) }
    requests.append(Request(path: request.path, token: token))
    var answer = regularAnswer(request, body, token)
    if failures[request.path]?.isEmpty == false { answer = failures[request.path]!.removeFirst() }

    // What an answer says of the log-in is the request's.
    func query(_ name: String) -> String { request.query.first { $0.name == name }?.value ?? "" }
    var headers = HTTPHeaders()
    for (name, value) in answer.headers {
      headers[HTTPHeader(name)] = value.replacing("REDIRECT", with: query("redirect_uri"))
        .replacing("STATE", with: query("state"))
    }
    return HTTPResponse(
      statusCode: HTTPStatusCode(answer.status, phrase: "Status"), headers: headers, body: answer.body)
  }

  private func regularAnswer(_ request: HTTPRequest, _ body: Data, _ token: String?) -> Answer {
    switch request.path {
    case "/oauth2/authorize":
      logIns += 1
      return .redirect("REDIRECT?code=code-\(logIns)&state=STATE")
    case "/oauth2/token":
      let form = String(decoding: body, as: UTF8.self)
      guard form.contains("code=code-\(logIns)&"), form.contains("code_verifier=verifier") else {
        return .oauth("invalid_grant", 400)
      }
      return Answer(200, #"{"access_token": "token-\#(logIns)", "token_type": "Bearer", "expires_in": 300}"#)
    default:
      guard let step = Self.order.firstIndex(of: request.path), let token, token.hasPrefix("token-") else {
        return .csc("invalid_token", 401)
      }
      guard steps[token, default: 0] == step else { return .csc("token_already_used", 400) }
      // A request that fails for now leaves the token where it was.
      if failures[request.path, default: []].isEmpty { steps[token] = step + 1 }
      return success(of: step, body)
    }
  }

  private func success(of step: Int, _ body: Data) -> Answer {
    switch step {
    case 0: return Answer(200, #"{"credentialIDs": ["first", "second"]}"#)
    case 1: return Answer(200, #"{"SAD": "consent", "expiresIn": 300}"#)
    default:
      let hashes = (try? JSONDecoder().decode(Hashes.self, from: body))?.hashes ?? []
      let signatures = hashes.map { "\"" + (Data("signed ".utf8) + $0).base64EncodedString() + "\"" }
      return Answer(200, #"{"signatures": [\#(signatures.joined(separator: ", "))]}"#)
    }
  }

  private struct Hashes: Decodable {
    let hashes: [Data]
  }

  /// The tokens that came to `path`, in order.
  func tokens(at path: String) -> [String] { requests.filter { $0.path == path }.compactMap(\.token) }
}

/// What a server answers.
struct Answer: Sendable {
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
  static func csc(_ code: String, _ status: Int, headers: [(String, String)] = []) -> Answer {
    Answer(
      status, headers: [("Content-Type", "application/json")] + headers,
      #"{"errorCode": "\#(code)", "errorDescription": "About \#(code)", "errorReference": "REF-\#(code)"}"#)
  }

  /// An error of the token endpoint.
  static func oauth(_ code: String, _ status: Int) -> Answer {
    Answer(status, #"{"error": "\#(code)", "error_description": "About \#(code)"}"#)
  }

  /// Sends the browser to `address`, where `REDIRECT` and `STATE` stand for what the log-in asked for.
  static func redirect(_ address: String) -> Answer {
    Answer(302, headers: [("Location", address)], "")
  }
}
