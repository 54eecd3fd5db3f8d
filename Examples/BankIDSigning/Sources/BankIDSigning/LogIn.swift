import Foundation

/// A page of BankID's where the user logs in. The app shows it, and hands back the address that the browser was sent to.
public struct LogInPage: Sendable {
  /// Why the user is to see it.
  public enum Reason: Sendable {
    /// A signing session begins.
    case newSession
    /// BankID did not accept that the user is logged in.
    case logInAgain
  }

  /// The page.
  public let url: URL
  /// Why the user is to see it.
  public let reason: Reason
}

/// What the app is to BankID.
public struct Registration: Sendable {
  /// The client's identifier.
  public var clientID: String
  /// Where BankID sends the browser after the log-in.
  public var redirect: URL
  /// The scope to ask for.
  public var scope: String

  /// - Parameters:
  ///   - clientID: the client's identifier.
  ///   - redirect: where BankID sends the browser after the log-in.
  ///   - scope: the scope to ask for.
  public init(clientID: String, redirect: URL, scope: String) {
    self.clientID = clientID
    self.redirect = redirect
    self.scope = scope
  }
}

/// The two halves of a proof that whoever fetches the token began the log-in (RFC 7636): the challenge is the SHA-256 of the
/// verifier, in base64url.
public struct ProofKey: Sendable {
  let verifier: String
  let challenge: String

  /// - Parameters:
  ///   - verifier: 43 to 128 random characters.
  ///   - challenge: its SHA-256 in base64url, without padding.
  public init(verifier: String, challenge: String) {
    self.verifier = verifier
    self.challenge = challenge
  }
}

/// One log-in, from the page to the access token.
struct LogInAttempt {
  let registration: Registration
  let proof: ProofKey
  let service: BankIDService
  private let state = UUID().uuidString

  init(registration: Registration, proof: ProofKey, service: BankIDService) {
    self.registration = registration
    self.proof = proof
    self.service = service
  }

  var page: URL {
    let query = formEncoded([
      ("response_type", "code"), ("client_id", registration.clientID),
      ("redirect_uri", registration.redirect.absoluteString), ("scope", registration.scope), ("state", state),
      ("code_challenge", proof.challenge), ("code_challenge_method", "S256"),
    ])
    var components = URLComponents(
      url: service.address.appending(path: "/oauth2/authorize"), resolvingAgainstBaseURL: true)
    components?.percentEncodedQuery = query
    return components?.url ?? service.address
  }

  /// The access token for what the browser came back with.
  /// - Throws: `OAuthAuthorizeError` where BankID sent the browser back with one, `OAuthTokenError` where it gave no token.
  func token(for redirect: URL) async throws -> String {
    let error = OAuthAuthorizeError(redirect: redirect)
    let answer = URLComponents(url: redirect, resolvingAgainstBaseURL: true)?.queryItems ?? []
    func value(_ name: String) -> String? { answer.first { $0.name == name }?.value }

    // An address with another state was not made for this log-in. An error may come without one.
    let stateOfAnswer = error.map { $0.state ?? state } ?? value("state")
    guard stateOfAnswer == state else { throw SigningProblem.foreignRedirect }
    if let error { throw error }
    guard let code = value("code") else { throw SigningProblem.redirectWithoutCode }

    let answered: TokenAnswer = try await service.post(
      form: [
        ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", registration.redirect.absoluteString),
        ("client_id", registration.clientID), ("code_verifier", proof.verifier),
      ], to: "/oauth2/token")
    return answered.accessToken
  }
}

private struct TokenAnswer: Decodable {
  let accessToken: String

  enum CodingKeys: String, CodingKey {
    case accessToken = "access_token"
  }
}
