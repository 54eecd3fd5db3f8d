import BankIDSigning
import Foundation
import Testing

/// An invalid response, with the values that can be read from it.
struct InvalidResponse: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let response: ServerResponse
  var code: String?
  var message: String?
  var reference: String?
}

private let json = #"{"errorCode": "internal_error", "errorDescription": "Søk støtte", "errorReference": "REF1"}"#

private func utf16(_ text: String, byteOrderMark: [UInt8], bigEndian: Bool) -> Data {
  Data(
    byteOrderMark
      + text.utf16.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] })
}

private let invalidResponses: [InvalidResponse] = [
  InvalidResponse(
    testDescription: "HTML of a proxy",
    response: ServerResponse(502, headers: [("Content-Type", "text/html")], "<html><h1>502 Bad Gateway</h1></html>")),
  InvalidResponse(
    testDescription: "plain text",
    response: ServerResponse(502, headers: [("Content-Type", "text/plain")], "upstream is down")),
  InvalidResponse(testDescription: "an empty body", response: ServerResponse(502, headers: [], "")),
  InvalidResponse(testDescription: "a truncated body", response: ServerResponse(500, String(json.dropLast(9)))),
  InvalidResponse(
    testDescription: "a byte order mark", response: ServerResponse(500, Data([0xEF, 0xBB, 0xBF]) + Data(json.utf8)),
    code: "internal_error", message: "Søk støtte", reference: "REF1"),
  InvalidResponse(
    testDescription: "UTF-16 with a byte order mark",
    response: ServerResponse(500, utf16(json, byteOrderMark: [0xFF, 0xFE], bigEndian: false)),
    code: "internal_error", message: "Søk støtte", reference: "REF1"),
  InvalidResponse(
    testDescription: "UTF-16 without a byte order mark",
    response: ServerResponse(500, utf16(json, byteOrderMark: [], bigEndian: true)),
    code: "internal_error", message: "Søk støtte", reference: "REF1"),
  InvalidResponse(
    testDescription: "a numeric reference",
    response: ServerResponse(
      500, #"{"errorCode": "internal_error", "errorDescription": "d", "errorReference": 1250}"#),
    code: "internal_error", message: "d", reference: "1250"),
  InvalidResponse(
    testDescription: "a null reference",
    response: ServerResponse(500, #"{"errorCode": "internal_error", "errorDescription": "d", "errorReference": null}"#),
    code: "internal_error", message: "d"),
  InvalidResponse(
    testDescription: "extra fields",
    response: ServerResponse(
      500, #"{"trace": [{"errorCode": "no"}], "errorCode": "internal_error", "errorDescription": "d", "x": 1}"#),
    code: "internal_error", message: "d"),
  InvalidResponse(
    testDescription: "an unknown code",
    response: ServerResponse(503, #"{"errorCode": "brand_new", "errorDescription": "d"}"#),
    code: "brand_new", message: "d"),
  InvalidResponse(
    testDescription: "header names in upper case",
    response: ServerResponse(500, headers: [("CONTENT-TYPE", "application/json"), ("RETRY-AFTER", "9")], json),
    code: "internal_error",
    message: "Søk støtte", reference: "REF1"),
]

struct InvalidResponseTests {
  @Test(arguments: invalidResponses, BankIDServer.order)
  func areThrownUnchangedWithoutARetry(_ invalid: InvalidResponse, _ path: String) async throws {
    try await withBankID(failing: [path: [invalid.response]]) { environment in
      let error = try #require(await #expect(throws: CSCError.self) { try await environment.sign() })
      #expect(error.status == invalid.response.status && error.body == invalid.response.body)
      #expect(error.code?.rawValue == invalid.code && error.message == invalid.message)
      #expect(error.reference == invalid.reference)
      #expect(await environment.server.tokens(at: path).count == 1)
      #expect(environment.clock.sleeps.isEmpty)
    }
  }

  @Test func anOAuthBodyOnACSCEndpointHasNoCode() async throws {
    try await withBankID(failing: ["/credentials/list": [.oauth("invalid_client", 401)]]) { environment in
      let error = try #require(await #expect(throws: CSCError.self) { try await environment.sign() })
      #expect(error.code == nil && error.status == 401 && error.message == nil)
    }
  }

  @Test(
    arguments: [
      (ServerResponse(502, headers: [("Content-Type", "text/html")], "<html>502</html>"), nil, nil),
      (ServerResponse(502, headers: [], ""), nil, nil),
      (
        ServerResponse(400, utf16(#"{"error": "invalid_grant"}"#, byteOrderMark: [0xFE, 0xFF], bigEndian: true)),
        "invalid_grant", nil
      ),
      (ServerResponse(400, #"{"error": 7, "error_description": null}"#), "7", nil),
      (ServerResponse(503, #"{"error": "brand_new", "error_description": 12}"#), "brand_new", "12"),
    ] as [(ServerResponse, String?, String?)])
  func ofTheTokenEndpointAreReadInTheSameWay(_ response: ServerResponse, _ code: String?, _ message: String?)
    async throws
  {
    try await withBankID(failing: ["/oauth2/token": [response]]) { environment in
      let error = try #require(await #expect(throws: OAuthTokenError.self) { try await environment.sign() })
      #expect(error.status == response.status && error.body == response.body)
      #expect(error.code?.rawValue == code && error.message == message)
      #expect(await environment.server.requests.map(\.path) == ["/oauth2/authorize", "/oauth2/token"])
    }
  }

  @Test func anUnreachableServerThrowsAURLError() async throws {
    let client = SigningClient(
      address: URL(string: "http://127.0.0.1:1")!,
      registration: Registration(clientID: "app", redirect: URL(string: "com.example.app:/back")!, scope: "credential"))
    await #expect(throws: URLError.self) {
      try await client.sign([], proof: { ProofKey(verifier: "verifier", challenge: "challenge") }) { page in
        let state = URLComponents(url: page.url, resolvingAgainstBaseURL: true)?.queryItems?.first {
          $0.name == "state"
        }
        return URL(string: "com.example.app:/back?code=1&state=\(state?.value ?? "")")!
      }
    }
  }
}
