import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Signs with BankID, and does about errors what a program can do about them. The rest is the user's to know.
public struct SigningClient: Sendable {
  private let registration: Registration
  private let service: BankIDService
  private let policy: RetryPolicy
  private let clock: any Clock<Duration>

  /// - Parameters:
  ///   - address: where BankID's API is.
  ///   - registration: what the app is to BankID.
  ///   - session: what sends the requests.
  ///   - policy: how patient the client is.
  ///   - clock: what it waits by.
  public init(
    address: URL, registration: Registration, session: URLSession = .shared, policy: RetryPolicy = RetryPolicy(),
    clock: any Clock<Duration> = .continuous
  ) {
    self.registration = registration
    service = BankIDService(address: address, session: session)
    self.policy = policy
    self.clock = clock
  }

  /// Signs hashes.
  ///
  /// A request that BankID cannot serve for the moment is sent again after a while. Where the access token is used up or not
  /// accepted, a new session begins, and the user logs in once more. Every other error is thrown as it came.
  ///
  /// - Parameters:
  ///   - hashes: what to sign.
  ///   - proof: makes a new proof key for each log-in.
  ///   - logIn: shows the page to the user, and returns the address that the browser was sent to.
  /// - Returns: the signatures, in the order of the hashes.
  /// - Throws: `CSCError`, `OAuthTokenError` and `OAuthAuthorizeError` as BankID answered; `SigningProblem`; `URLError` where
  ///   BankID cannot be reached; and what `proof` and `logIn` throw.
  public func sign(
    _ hashes: [Data], proof: () throws -> ProofKey, logIn: (LogInPage) async throws -> URL
  ) async throws -> [Data] {
    var reason = LogInPage.Reason.newSession
    var number = 1
    while true {
      let attempt = LogInAttempt(registration: registration, proof: try proof(), service: service)
      let redirect = try await logIn(LogInPage(url: attempt.page, reason: reason))
      let session = SigningSession(token: try await attempt.token(for: redirect), service: service)
      switch try await sign(hashes, in: session) {
      case .signed(let signatures): return signatures
      case .over(let error, let isTokenSpent):
        guard number < policy.sessions,
          let next = try await nextSession(after: error, number, isTokenSpent: isTokenSpent)
        else { throw error }
        reason = next
        number += 1
      }
    }
  }

  /// What came of a session: signatures, or the error that ended it.
  private enum Outcome {
    case signed([Data])
    /// The token is spent when it was sent to sign with, whatever the answer.
    case over(CSCError, isTokenSpent: Bool)
  }

  private func sign(_ hashes: [Data], in session: consuming SigningSession) async throws -> Outcome {
    let activation: ActivationData
    do {
      let credential = try await sendingAgain { () async throws in try await session.credential() }
      activation = try await sendingAgain { () async throws in try await session.authorize(credential, for: hashes) }
    } catch let error as CSCError {
      return .over(error, isTokenSpent: false)
    }
    do {
      return .signed(try await session.signHash(hashes, with: activation))
    } catch let error as CSCError {
      return .over(error, isTokenSpent: true)
    }
  }

  /// Sends a request as often as the policy and the errors allow.
  private func sendingAgain<Answer>(_ send: () async throws -> Answer) async throws -> Answer {
    var attempt = 1
    while true {
      do {
        return try await send()
      } catch let error as CSCError {
        guard let delay = policy.delay(after: error, attempt: attempt, now: Date()) else { throw error }
        try await clock.sleep(for: delay)
        attempt += 1
      }
    }
  }

  /// Why another session may do what the last one could not; nil where none will.
  private func nextSession(
    after error: CSCError, _ number: Int, isTokenSpent: Bool
  ) async throws -> LogInPage.Reason? {
    switch error.recovery {
    case .restartFlow: return .newSession
    case .authenticate: return .logInAgain
    case .retryLater where isTokenSpent:
      // The same request again would need the same token, and that has been used. With a token of its own it may be sent.
      guard let delay = policy.delay(after: error, attempt: number, now: Date()) else { return nil }
      try await clock.sleep(for: delay)
      return .newSession
    default: return nil
    }
  }
}
