import BankIDSigning
import Foundation
import Testing

/// An answer as the world gives it, and what of it survives.
struct BrokenAnswer: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let answer: Answer
  var code: String?
  var message: String?
  var reference: String?
}

private let json = #"{"errorCode": "internal_error", "errorDescription": "Søk støtte", "errorReference": "REF1"}"#

private func utf16(_ text: String, mark: [UInt8], bigEndian: Bool) -> Data {
  Data(
    mark + text.utf16.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] })
}

private let brokenAnswers: [BrokenAnswer] = [
  BrokenAnswer(
    testDescription: "HTML of a proxy",
    answer: Answer(502, headers: [("Content-Type", "text/html")], "<html><h1>502 Bad Gateway</h1></html>")),
  BrokenAnswer(
    testDescription: "plain text", answer: Answer(502, headers: [("Content-Type", "text/plain")], "upstream is down")),
  BrokenAnswer(testDescription: "nothing", answer: Answer(502, headers: [], "")),
  BrokenAnswer(testDescription: "half a body", answer: Answer(500, String(json.dropLast(9)))),
  BrokenAnswer(
    testDescription: "a byte order mark", answer: Answer(500, Data([0xEF, 0xBB, 0xBF]) + Data(json.utf8)),
    code: "internal_error", message: "Søk støtte", reference: "REF1"),
  BrokenAnswer(
    testDescription: "UTF-16 with a byte order mark",
    answer: Answer(500, utf16(json, mark: [0xFF, 0xFE], bigEndian: false)),
    code: "internal_error", message: "Søk støtte", reference: "REF1"),
  BrokenAnswer(
    testDescription: "UTF-16 without one", answer: Answer(500, utf16(json, mark: [], bigEndian: true)),
    code: "internal_error", message: "Søk støtte", reference: "REF1"),
  BrokenAnswer(
    testDescription: "a numeric reference",
    answer: Answer(500, #"{"errorCode": "internal_error", "errorDescription": "d", "errorReference": 12.50}"#),
    code: "internal_error", message: "d", reference: "12.50"),
  BrokenAnswer(
    testDescription: "a null reference",
    answer: Answer(500, #"{"errorCode": "internal_error", "errorDescription": "d", "errorReference": null}"#),
    code: "internal_error", message: "d"),
  BrokenAnswer(
    testDescription: "a doubled key",
    answer: Answer(500, #"{"errorCode": "invalid_sad", "errorDescription": "d", "errorCode": "internal_error"}"#),
    code: "internal_error", message: "d"),
  BrokenAnswer(
    testDescription: "extra fields",
    answer: Answer(
      500, #"{"trace": [{"errorCode": "no"}], "errorCode": "internal_error", "errorDescription": "d", "x": 1}"#),
    code: "internal_error", message: "d"),
  BrokenAnswer(
    testDescription: "an unknown code", answer: Answer(503, #"{"errorCode": "brand_new", "errorDescription": "d"}"#),
    code: "brand_new", message: "d"),
  BrokenAnswer(
    testDescription: "header names in capitals",
    answer: Answer(500, headers: [("CONTENT-TYPE", "application/json"), ("RETRY-AFTER", "9")], json),
    code: "internal_error",
    message: "Søk støtte", reference: "REF1"),
]

struct BrokenAnswerTests {
  @Test(arguments: brokenAnswers, BankIDServer.order)
  func losesNothingAndIsNotSentAgain(_ broken: BrokenAnswer, _ path: String) async throws {
    try await withBankID(failing: [path: [broken.answer]]) { world in
      let error = try #require(await #expect(throws: CSCError.self) { try await world.sign() })
      #expect(error.status == broken.answer.status && error.body == broken.answer.body)
      #expect(error.code?.rawValue == broken.code && error.message == broken.message)
      #expect(error.reference == broken.reference)
      #expect(await world.server.tokens(at: path).count == 1)
      #expect(world.clock.sleeps.isEmpty)
    }
  }

  @Test func anOAuthBodyOnACSCEndpointIsAnOAuthError() async throws {
    try await withBankID(failing: ["/credentials/list": [.oauth("invalid_client", 401)]]) { world in
      let error = try #require(await #expect(throws: OAuthTokenError.self) { try await world.sign() })
      #expect(error.code == .invalidClient && error.status == 401 && error.message == "About invalid_client")
    }
  }

  @Test(
    arguments: [
      (Answer(502, headers: [("Content-Type", "text/html")], "<html>502</html>"), nil, nil),
      (Answer(502, headers: [], ""), nil, nil),
      (Answer(400, utf16(#"{"error": "invalid_grant"}"#, mark: [0xFE, 0xFF], bigEndian: true)), "invalid_grant", nil),
      (Answer(400, #"{"error": "invalid_grant", "error_description": null, "error": 7}"#), "7", nil),
      (Answer(503, #"{"error": "brand_new", "error_description": 12}"#), "brand_new", "12"),
    ] as [(Answer, String?, String?)])
  func theTokenEndpointIsReadInTheSameWay(_ answer: Answer, _ code: String?, _ message: String?) async throws {
    try await withBankID(failing: ["/oauth2/token": [answer]]) { world in
      let error = try #require(await #expect(throws: OAuthTokenError.self) { try await world.sign() })
      #expect(error.status == answer.status && error.body == answer.body)
      #expect(error.code?.rawValue == code && error.message == message)
      #expect(await world.server.requests.map(\.path) == ["/oauth2/authorize", "/oauth2/token"])
    }
  }

  @Test func aServerThatIsNotThereIsAnErrorOfTheNetwork() async throws {
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
