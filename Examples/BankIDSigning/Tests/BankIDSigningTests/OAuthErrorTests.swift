import BankIDSigning
import Foundation
import Testing

struct OAuthErrorTests {
  @Test(arguments: [
    ("invalid_request", 400), ("invalid_client", 401), ("invalid_grant", 400), ("unauthorized_client", 400),
    ("unsupported_grant_type", 400), ("server_error", 500), ("temporarily_unavailable", 503),
  ])
  func ofTheTokenEndpointAreThrownUnchanged(_ code: String, _ status: Int) async throws {
    try await withBankID(failing: ["/oauth2/token": [.oauth(code, status)]]) { environment in
      let error = try #require(await #expect(throws: OAuthTokenError.self) { try await environment.sign() })
      #expect(error.code?.rawValue == code && error.status == status && error.message == "About \(code)")
      #expect(OAuthTokenErrorCode.known.contains(OAuthTokenErrorCode(rawValue: code)))
      #expect(await environment.server.requests.map(\.path) == ["/oauth2/authorize", "/oauth2/token"])
    }
    #expect(OAuthTokenErrorCode.known.count == 7)
  }

  @Test(arguments: [
    "invalid_request", "access_denied", "unsupported_response_type", "invalid_scope", "server_error",
    "temporarily_unavailable",
  ])
  func ofRedirectsAreThrownUnchanged(_ code: String) async throws {
    let redirect = ServerResponse.redirect("REDIRECT?error=\(code)&error_description=About+it&state=STATE")
    try await withBankID(failing: ["/oauth2/authorize": [redirect]]) { environment in
      let error = try #require(await #expect(throws: OAuthAuthorizeError.self) { try await environment.sign() })
      #expect(error.code.rawValue == code && error.message == "About it" && error.state != nil)
      #expect(OAuthAuthorizeErrorCode.known.contains(OAuthAuthorizeErrorCode(rawValue: code)))
      #expect(await environment.server.requests.map(\.path) == ["/oauth2/authorize"])
    }
    #expect(OAuthAuthorizeErrorCode.known.count == 6)
  }

  /// Redirects that occur in practice, with their code and message.
  @Test(
    arguments: [
      (
        "?error=access_denied&error_description=User+denied+the+request&state=STATE", "access_denied",
        "User denied the request"
      ),
      ("?error=access_denied&error_description=100%+sure&state=STATE", "access_denied", "100% sure"),
      ("?error=access_denied&error_description=caf%E9&state=STATE", "access_denied", "caf\u{FFFD}"),
      ("?error=access_denied&error_description=caf%C3%A9%20%2B%201&state=STATE", "access_denied", "café + 1"),
      ("#error=access_denied&error_description=In+the+fragment&state=STATE", "access_denied", "In the fragment"),
      (
        "?error=access_denied&error=server_error&error_description=a&error_description=b&state=STATE", "access_denied",
        "a"
      ),
      ("?error=access_denied", "access_denied", nil),
      ("?error=brand_new&state=STATE", "brand_new", nil),
    ] as [(String, String, String?)])
  func areReadFromRedirects(_ redirect: String, _ code: String, _ message: String?) async throws {
    try await withBankID(failing: ["/oauth2/authorize": [.redirect("REDIRECT" + redirect)]]) { environment in
      let error = try #require(await #expect(throws: OAuthAuthorizeError.self) { try await environment.sign() })
      #expect(error.code.rawValue == code && error.message == message)
    }
  }

  @Test(arguments: [
    ("?state=STATE", SigningError.missingCode), ("?error=&state=STATE", .missingCode),
    ("?error_description=Lost&state=STATE", .missingCode), ("", .stateMismatch),
    ("?code=code-1&state=another", .stateMismatch), ("?code=code-1", .stateMismatch),
    ("?error=access_denied&state=another", .stateMismatch),
  ])
  func redirectsOfAnotherLogInAreRejected(_ redirect: String, _ expected: SigningError) async throws {
    try await withBankID(failing: ["/oauth2/authorize": [.redirect("REDIRECT" + redirect)]]) { environment in
      await #expect(throws: expected) { try await environment.sign() }
      #expect(await environment.server.requests.map(\.path) == ["/oauth2/authorize"], "no token was requested")
    }
  }
}
