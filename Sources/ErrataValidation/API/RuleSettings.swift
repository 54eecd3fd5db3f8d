import ErrataDiagnostics

/// The severities of findings, where they differ from those of the rules.
public struct RuleSettings: Sendable {
  /// What becomes of the findings of a rule.
  public enum Level: String, Sendable, CaseIterable {
    /// They are not reported.
    case off
    /// They are warnings.
    case warning
    /// They are errors.
    case error
  }

  private struct Setting: Sendable {
    let level: Level
    /// Empty for all statuses.
    let statuses: [Int]
  }

  /// By the raw value of the rule.
  private var settings = [Setting?](repeating: nil, count: FindingRule.allCases.count)
  /// Whether any rule is set, which few users do.
  private var isEmpty = true

  /// The severities of the rules.
  public init() {}

  /// Sets the level of the findings of `rule`, instead of an earlier setting.
  /// - Parameter statuses: the HTTP statuses of the responses that it is for; empty for all. Other responses keep the rule's own
  ///   severity.
  public mutating func set(_ rule: FindingRule, to level: Level, forStatuses statuses: [Int] = []) {
    settings[rule.rawValue] = Setting(level: level, statuses: statuses)
    isEmpty = false
  }

  /// The severity of a finding; nil if it is not reported.
  /// - Parameters:
  ///   - rule: the rule that is violated.
  ///   - status: the HTTP status of the response, if known.
  ///   - strict: whether a code that is unknown or retired is an error.
  @inline(__always)
  package func severity(of rule: FindingRule, status: Int?, strict: Bool) -> Severity? {
    if isEmpty { return rule.severity(strict: strict) }
    guard let setting = settings[rule.rawValue],
      setting.statuses.isEmpty || status.map(setting.statuses.contains) ?? false
    else { return rule.severity(strict: strict) }
    switch setting.level {
    case .off: return nil
    case .warning: return .warning
    case .error: return .error
    }
  }
}
