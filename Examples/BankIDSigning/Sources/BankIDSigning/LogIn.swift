import Foundation

/// A page of BankID where the user logs in. The app shows it, and returns the URL that the browser is redirected to.
public struct LogInPage: Sendable {
  /// The reason for a log-in.
  public enum Reason: Sendable {
    /// A new signing session begins.
    case newSession
    /// BankID requires the user to log in again.
    case logInAgain
  }

  /// The URL of the page.
  public let url: URL
  /// The reason for the log-in.
  public let reason: Reason
}

/// The registration of the app with BankID.
public struct Registration: Sendable {
  /// The client's identifier.
  public var clientID: String
  /// The URL that BankID redirects the browser to after the log-in.
  public var redirect: URL
  /// The requested scope.
  public var scope: String

  /// - Parameters:
  ///   - clientID: the client's identifier.
  ///   - redirect: the URL that BankID redirects the browser to after the log-in.
  ///   - scope: the requested scope.
  public init(clientID: String, redirect: URL, scope: String) {
    self.clientID = clientID
    self.redirect = redirect
    self.scope = scope
  }
}

/// A proof key for code exchange (RFC 7636), which proves that the client that requests the token also began the log-in. The
/// challenge is the SHA-256 of the verifier, in base64url.
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

/// A log-in, from the page to the access token.
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

  /// Requests the access token with the code in `redirect`.
  /// - Throws: `OAuthAuthorizeError` if the redirect has an error, `OAuthTokenError` if the token request fails.
  func token(for redirect: URL) async throws -> String {
    let error = OAuthAuthorizeError(redirect: redirect)
    let query = URLComponents(url: redirect, resolvingAgainstBaseURL: true)?.queryItems ?? []
    func value(_ name: String) -> String? { query.first { $0.name == name }?.value }

    // A redirect with a different state does not belong to this log-in. An error may have no state.
    let returnedState = error.map { $0.state ?? state } ?? value("state")
    guard returnedState == state else { throw SigningError.stateMismatch }
    if let error { throw error }
    guard let code = value("code") else { throw SigningError.missingCode }

    let response: TokenResponse = try await service.post(
      form: [
        ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", registration.redirect.absoluteString),
        ("client_id", registration.clientID), ("code_verifier", proof.verifier),
      ], to: "/oauth2/token")
    return response.accessToken
  }
}

private struct TokenResponse: Decodable {
  let accessToken: String

  enum CodingKeys: String, CodingKey {
    case accessToken = "access_token"
  }
}
