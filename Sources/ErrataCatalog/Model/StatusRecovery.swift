/// What a program can do about a response that has this status and no code that the catalogue knows.
public struct StatusRecovery: Sendable {
  /// One status, or the hundred statuses of a class.
  public let statuses: ClosedRange<Int>
  /// What a program can do.
  public let recovery: Recovery

  let origin: Origin

  /// The key in the catalogue: `429`, or `5xx` for a class.
  public var key: String {
    statuses.count == 1 ? "\(statuses.lowerBound)" : "\(statuses.lowerBound / 100)xx"
  }
}
