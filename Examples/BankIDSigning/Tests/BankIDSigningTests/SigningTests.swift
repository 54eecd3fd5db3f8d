import BankIDSigning
import Foundation
import Testing

struct SigningTests {
  @Test func signsInBankIDsOrder() async throws {
    try await withBankID { environment in
      try await #expect(environment.sign() == TestEnvironment.signatures)
      #expect(
        await environment.server.requests.map(\.path) == [
          "/oauth2/authorize", "/oauth2/token", "/credentials/list", "/credentials/authorize", "/signatures/signHash",
        ])
      #expect(await environment.user.reasons == [.newSession])
      #expect(environment.clock.sleeps.isEmpty)
    }
  }

  @Test func usesANewTokenForEachSignature() async throws {
    try await withBankID { environment in
      for _ in 1...2 { try await #expect(environment.sign() == TestEnvironment.signatures) }
      #expect(await environment.server.tokens(at: "/signatures/signHash") == ["token-1", "token-2"])
    }
  }

  @Test(arguments: BankIDServer.order.dropLast())
  func stopsAfterTheMaximumNumberOfAttempts(_ path: String) async throws {
    let unavailable = Array(repeating: ServerResponse.csc("service_unavailable", 503), count: 9)
    try await withBankID(failing: [path: unavailable]) { environment in
      let error = await #expect(throws: CSCError.self) { try await environment.sign() }
      #expect(error?.code == .serviceUnavailable)
      #expect(environment.clock.sleeps == [.seconds(1), .seconds(2), .seconds(4)])
      #expect(await environment.server.tokens(at: path) == Array(repeating: "token-1", count: 4))
      #expect(await environment.user.reasons == [.newSession], "the user does not log in again")
    }
  }

  @Test(arguments: [("token_already_used", 400, 0), ("invalid_token", 401, 0), ("service_unavailable", 503, 2)])
  func stopsAfterTheMaximumNumberOfSessions(_ code: String, _ status: Int, _ sleeps: Int) async throws {
    let failures = Array(repeating: ServerResponse.csc(code, status), count: 9)
    try await withBankID(failing: ["/signatures/signHash": failures]) { environment in
      let error = await #expect(throws: CSCError.self) { try await environment.sign() }
      #expect(error?.code?.rawValue == code)
      #expect(await environment.user.reasons.count == 3)
      #expect(environment.clock.sleeps.count == sleeps)
    }
  }

  @Test func doesNotSignAgainAfterAnInvalidResponse() async throws {
    try await withBankID(failing: ["/signatures/signHash": [ServerResponse(200, "not JSON")]]) { environment in
      await #expect(throws: SigningError.invalidResponse(path: "/signatures/signHash")) { try await environment.sign() }
      #expect(await environment.server.tokens(at: "/signatures/signHash").count == 1)
    }
  }

  @Test func throwsIfThereIsNoCredential() async throws {
    try await withBankID(failing: ["/credentials/list": [ServerResponse(200, #"{"credentialIDs": []}"#)]]) {
      environment in
      await #expect(throws: SigningError.noCredential) { try await environment.sign() }
    }
  }

  /// The value of `Retry-After` and the resulting delay, or nil if the delay exceeds the limit.
  @Test(
    arguments: [
      ("Retry-After", "7", 7), ("retry-after", "7", 7), ("RETRY-AFTER", "7", 7), ("Retry-After", "0", 0),
      ("Retry-After", "soon", 1), ("Retry-After", "-5", 1), ("Retry-After", "1.5", 1), ("Retry-After", "", 1),
      ("Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT", 0),
      ("Retry-After", "120", nil),
      ("Retry-After", "Tue, 31 Dec 2999 23:59:59 GMT", nil),
    ] as [(String, String, Int?)])
  func waitsForTheTimeInRetryAfter(_ name: String, _ value: String, _ seconds: Int?) async throws {
    let busy = ServerResponse.csc("csc_user_keys_limit", 503, headers: [(name, value)])
    try await withBankID(failing: ["/credentials/authorize": [busy]]) { environment in
      if let seconds {
        try await #expect(environment.sign() == TestEnvironment.signatures)
        #expect(environment.clock.sleeps == [.seconds(seconds)])
      } else {
        let error = await #expect(throws: CSCError.self) { try await environment.sign() }
        #expect(error?.code == .cscUserKeysLimit && error?.retryAfter != nil)
        #expect(environment.clock.sleeps.isEmpty)
      }
    }
  }

  @Test func waitsUntilADate() async throws {
    let format = Date.VerbatimFormatStyle.httpDate
    let busy = ServerResponse.csc(
      "service_unavailable", 503, headers: [("Retry-After", Date(timeIntervalSinceNow: 20).formatted(format))])
    try await withBankID(failing: ["/credentials/list": [busy]]) { environment in
      try await #expect(environment.sign() == TestEnvironment.signatures)
      let slept = try #require(environment.clock.sleeps.first)
      #expect(slept > .zero && slept <= .seconds(20))
    }
  }
}

extension FormatStyle where Self == Date.VerbatimFormatStyle {
  /// The preferred format for dates in HTTP (IMF-fixdate).
  static var httpDate: Date.VerbatimFormatStyle {
    Date.VerbatimFormatStyle(
      format:
        "\(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .padded(4)) \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\(second: .twoDigits) GMT",
      locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt, calendar: Calendar(identifier: .gregorian))
  }
}
