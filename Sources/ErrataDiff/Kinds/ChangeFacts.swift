import ErrataDiagnostics
import ErrataText

/// What is known of a kind of change: its rating, for whom it breaks something, and why.
struct ChangeFacts: Sendable {
  let rating: Rating
  let audiences: [Audience]
  /// What it is, in one sentence.
  let summary: String
  /// When it is reported, in one or two sentences.
  let detail: String
  /// Why it is rated as it is.
  let reason: String
  /// What to do instead of the change, or to notice about it.
  let remedy: String
  /// Two catalogues between which this is the only change.
  let example: RuleExample

  /// A change that breaks something.
  static func breaking(
    _ audiences: Audience..., is summary: String, when detail: String, because reason: String, remedy: String,
    example: RuleExample
  ) -> ChangeFacts {
    ChangeFacts(
      rating: .breaking, audiences: audiences, summary: summary, detail: detail, reason: reason, remedy: remedy,
      example: example)
  }

  /// A change that adds something.
  static func addition(
    is summary: String, when detail: String, because reason: String, remedy: String = nextMinor, example: RuleExample
  ) -> ChangeFacts {
    ChangeFacts(
      rating: .addition, audiences: [], summary: summary, detail: detail, reason: reason, remedy: remedy,
      example: example)
  }

  /// A change that no program depends on.
  static func documentation(
    is summary: String, when detail: String, because reason: String, remedy: String = nextPatch, example: RuleExample
  ) -> ChangeFacts {
    ChangeFacts(
      rating: .documentation, audiences: [], summary: summary, detail: detail, reason: reason, remedy: remedy,
      example: example)
  }

  private static let nextMinor = "Increase the minor number of `version`, or below 1.0.0 the patch number."
  private static let nextPatch = "Increase the patch number of `version`."

  /// When it is reported, and its rating.
  var explanation: String {
    let rated =
      switch rating {
      case .breaking: "It is a breaking change for \(enumerated(audiences.map(\.description)))."
      case .addition: "It is an addition."
      case .documentation: "It is a change of the documentation."
      }
    return "\(detail) \(rated)"
  }
}
