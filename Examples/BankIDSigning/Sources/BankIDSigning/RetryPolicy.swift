import Foundation

/// The limits for sending requests again.
public struct RetryPolicy: Sendable {
  /// The maximum number of times that a request is sent.
  public var attempts = 4
  /// The maximum number of signing sessions, each with a log-in.
  public var sessions = 3
  /// The delay before the second attempt if there is no `Retry-After`. It doubles with each attempt.
  public var firstDelay: Duration = .seconds(1)
  /// The maximum delay.
  public var longestDelay: Duration = .seconds(30)

  /// A policy for a user who waits for a signature.
  public init() {}

  /// The delay before a request is sent again.
  /// - Parameters:
  ///   - error: the error of the last attempt.
  ///   - attempt: the number of the last attempt, starting at one.
  ///   - now: the current time.
  /// - Returns: nil if the error is not retryable, there have been `attempts` attempts, or `Retry-After` exceeds `longestDelay`.
  func delay(after error: any BankIDCSC.ResponseError, attempt: Int, now: Date) -> Duration? {
    guard error.isRetryable, attempt < attempts else { return nil }
    guard let retryAfter = error.retryAfter else {
      return (1..<attempt).reduce(firstDelay) { delay, _ in min(delay * 2, longestDelay) }
    }
    let delay = Duration.seconds(retryAfter.delay(from: now))
    return delay <= longestDelay ? delay : nil
  }
}
