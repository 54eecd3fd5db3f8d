import BankIDSigning
import Foundation
import Testing

struct SigningTests {
  @Test func signsInBankIDsOrder() async throws {
    try await withBankID { world in
      try await #expect(world.sign() == World.signatures)
      #expect(
        await world.server.requests.map(\.path) == [
          "/oauth2/authorize", "/oauth2/token", "/credentials/list", "/credentials/authorize", "/signatures/signHash",
        ])
      #expect(await world.user.reasons == [.newSession])
      #expect(world.clock.sleeps.isEmpty)
    }
  }

  @Test func takesATokenOfItsOwnForEachSignature() async throws {
    try await withBankID { world in
      for _ in 1...2 { try await #expect(world.sign() == World.signatures) }
      #expect(await world.server.tokens(at: "/signatures/signHash") == ["token-1", "token-2"])
    }
  }

  @Test(arguments: BankIDServer.order.dropLast())
  func givesUpAfterAWhile(_ path: String) async throws {
    let unavailable = Array(repeating: Answer.csc("service_unavailable", 503), count: 9)
    try await withBankID(failing: [path: unavailable]) { world in
      let error = await #expect(throws: CSCError.self) { try await world.sign() }
      #expect(error?.code == .serviceUnavailable)
      #expect(world.clock.sleeps == [.seconds(1), .seconds(2), .seconds(4)])
      #expect(await world.server.tokens(at: path) == Array(repeating: "token-1", count: 4))
      #expect(await world.user.reasons == [.newSession], "nobody logs in for a service that is not there")
    }
  }

  @Test(arguments: [("token_already_used", 400, 0), ("invalid_token", 401, 0), ("service_unavailable", 503, 2)])
  func beginsNoMoreSessionsThanAUserBears(_ code: String, _ status: Int, _ sleeps: Int) async throws {
    let failures = Array(repeating: Answer.csc(code, status), count: 9)
    try await withBankID(failing: ["/signatures/signHash": failures]) { world in
      let error = await #expect(throws: CSCError.self) { try await world.sign() }
      #expect(error?.code?.rawValue == code)
      #expect(await world.user.reasons.count == 3)
      #expect(world.clock.sleeps.count == sleeps)
    }
  }

  @Test func doesNotSignAgainWhenAnAnswerIsLost() async throws {
    try await withBankID(failing: ["/signatures/signHash": [Answer(200, "not JSON")]]) { world in
      await #expect(throws: SigningProblem.unreadableAnswer(path: "/signatures/signHash")) { try await world.sign() }
      #expect(await world.server.tokens(at: "/signatures/signHash").count == 1)
    }
  }

  @Test func hasNothingToSignWith() async throws {
    try await withBankID(failing: ["/credentials/list": [Answer(200, #"{"credentialIDs": []}"#)]]) { world in
      await #expect(throws: SigningProblem.noCredential) { try await world.sign() }
    }
  }

  /// What BankID says of the time to wait, and what is waited: nil where that is too long to wait for.
  @Test(
    arguments: [
      ("Retry-After", "7", 7), ("retry-after", "7", 7), ("RETRY-AFTER", "7", 7), ("Retry-After", "0", 0),
      ("Retry-After", "soon", 1), ("Retry-After", "-5", 1), ("Retry-After", "1.5", 1), ("Retry-After", "", 1),
      ("Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT", 0),
      ("Retry-After", "120", nil),
      ("Retry-After", "Fri, 31 Dec 2999 23:59:59 GMT", nil),
    ] as [(String, String, Int?)])
  func waitsAsLongAsBankIDSays(_ name: String, _ value: String, _ seconds: Int?) async throws {
    let busy = Answer.csc("csc_user_keys_limit", 503, headers: [(name, value)])
    try await withBankID(failing: ["/credentials/authorize": [busy]]) { world in
      if let seconds {
        try await #expect(world.sign() == World.signatures)
        #expect(world.clock.sleeps == [.seconds(seconds)])
      } else {
        let error = await #expect(throws: CSCError.self) { try await world.sign() }
        #expect(error?.code == .cscUserKeysLimit && error?.retryAfter != nil)
        #expect(world.clock.sleeps.isEmpty)
      }
    }
  }

  @Test func waitsUntilADate() async throws {
    let format = Date.VerbatimFormatStyle.httpDate
    let busy = Answer.csc(
      "service_unavailable", 503, headers: [("Retry-After", Date(timeIntervalSinceNow: 20).formatted(format))])
    try await withBankID(failing: ["/credentials/list": [busy]]) { world in
      try await #expect(world.sign() == World.signatures)
      let slept = try #require(world.clock.sleeps.first)
      #expect(slept > .zero && slept <= .seconds(20))
    }
  }
}

extension FormatStyle where Self == Date.VerbatimFormatStyle {
  /// As HTTP writes dates.
  static var httpDate: Date.VerbatimFormatStyle {
    Date.VerbatimFormatStyle(
      format:
        "\(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .padded(4)) \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\(second: .twoDigits) GMT",
      locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt, calendar: Calendar(identifier: .gregorian))
  }
}
