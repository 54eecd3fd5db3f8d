import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Signs with BankID, and recovers from errors if a program can. It throws all other errors.
public struct SigningClient: Sendable {
  private let registration: Registration
  private let service: BankIDService
  private let policy: RetryPolicy
  private let clock: any Clock<Duration>

  /// - Parameters:
  ///   - address: the base URL of BankID's API.
  ///   - registration: the registration of the app with BankID.
  ///   - session: the session that sends the requests.
  ///   - policy: the limits for sending requests again.
  ///   - clock: the clock for delays.
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
  /// If BankID is temporarily unavailable, the request is sent again after a delay. If the access token has been used or is
  /// rejected, a new session begins, and the user logs in again. All other errors are thrown unchanged.
  ///
  /// - Parameters:
  ///   - hashes: the hashes to sign.
  ///   - proof: creates a new proof key for each log-in.
  ///   - logIn: shows the page to the user, and returns the URL that the browser is redirected to.
  /// - Returns: the signatures, in the order of the hashes.
  /// - Throws: `CSCError`, `OAuthTokenError` and `OAuthAuthorizeError` from BankID; `SigningError`; `URLError` if BankID cannot be
  ///   reached; and any error that `proof` or `logIn` throws.
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
      case .failed(let error, let isTokenUsed):
        guard number < policy.sessions,
          let next = try await nextSession(after: error, number, isTokenUsed: isTokenUsed)
        else { throw error }
        reason = next
        number += 1
      }
    }
  }

  /// The outcome of a session: signatures, or the error that ended it.
  private enum Outcome {
    case signed([Data])
    /// The token counts as used once it is sent to `signHash`, regardless of the response.
    case failed(CSCError, isTokenUsed: Bool)
  }

  private func sign(_ hashes: [Data], in session: consuming SigningSession) async throws -> Outcome {
    let activation: ActivationData
    do {
      let credential = try await retrying { () async throws in try await session.credential() }
      activation = try await retrying { () async throws in try await session.authorize(credential, for: hashes) }
    } catch let error as CSCError {
      return .failed(error, isTokenUsed: false)
    }
    do {
      return .signed(try await session.signHash(hashes, with: activation))
    } catch let error as CSCError {
      return .failed(error, isTokenUsed: true)
    }
  }

  /// Sends a request as often as the policy and the errors allow.
  private func retrying<Response>(_ send: () async throws -> Response) async throws -> Response {
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

  /// The reason for another session; nil if it would fail, too.
  private func nextSession(
    after error: CSCError, _ number: Int, isTokenUsed: Bool
  ) async throws -> LogInPage.Reason? {
    switch error.recovery {
    case .restartFlow: return .newSession
    case .authenticate: return .logInAgain
    case .retryLater where isTokenUsed:
      // The token has been used, so the request needs a new one.
      guard let delay = policy.delay(after: error, attempt: number, now: Date()) else { return nil }
      try await clock.sleep(for: delay)
      return .newSession
    default: return nil
    }
  }
}
