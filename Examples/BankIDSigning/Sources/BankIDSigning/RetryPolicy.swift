import Foundation

/// How patient the client is.
public struct RetryPolicy: Sendable {
  /// How often a request is sent at most.
  public var attempts = 4
  /// How many signing sessions are begun at most, each with a log-in.
  public var sessions = 3
  /// How long to wait before the second attempt, where BankID does not say; then twice as long each time.
  public var firstDelay: Duration = .seconds(1)
  /// How long to wait at most.
  public var longestDelay: Duration = .seconds(30)

  /// Patience that suits a user who waits for a signature.
  public init() {}

  /// How long to wait before a request is sent again.
  /// - Parameters:
  ///   - error: what BankID answered.
  ///   - attempt: how often the request was sent, counted from one.
  ///   - now: what the time is.
  /// - Returns: nil where the request may not be sent again, was sent often enough, or where BankID asks for more patience
  ///   than there is: to ask earlier than that would be of no use to anybody.
  func delay(after error: any BankIDCSC.ResponseError, attempt: Int, now: Date) -> Duration? {
    guard error.isRetryable, attempt < attempts else { return nil }
    guard let retryAfter = error.retryAfter else {
      return (1..<attempt).reduce(firstDelay) { delay, _ in min(delay * 2, longestDelay) }
    }
    let wanted = Duration.seconds(retryAfter.delay(from: now))
    return wanted <= longestDelay ? wanted : nil
  }
}
