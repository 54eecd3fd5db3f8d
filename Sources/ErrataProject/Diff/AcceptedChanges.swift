import ErrataDiagnostics
import ErrataText

/// The changes that are accepted on one day.
struct AcceptedChanges {
  private let acceptances: [Acceptance]
  private let today: CalendarDay
  private let valid: [ExactText: Acceptance]

  /// - Parameter acceptances: with different names.
  init(_ acceptances: [Acceptance], on today: CalendarDay) {
    self.acceptances = acceptances
    self.today = today
    valid = Dictionary(
      acceptances.filter { !$0.isExpired(on: today) }.map { (ExactText($0.change), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The acceptance of the change called `name`; nil if it is not accepted.
  subscript(name: String) -> Acceptance? { valid[ExactText(name)] }

  /// The acceptances that have expired, or accept nothing.
  /// - Parameter changes: the names of all changes.
  func warnings(for changes: [String]) -> [Diagnostic] {
    let names = Set(changes.map(ExactText.init))
    return acceptances.compactMap { acceptance in
      let name = acceptance.change
      let isUsed = names.contains(ExactText(name))
      if let day = acceptance.expires, acceptance.isExpired(on: today) {
        return Diagnostic(
          .expiredAcceptance, "`\(name)` is no longer accepted, since \(day) has passed", at: acceptance.location,
          hint: isUsed
            ? "undo the change, give the catalogue a version that promises it, or set a later day" : "remove it")
      }
      if isUsed { return nil }
      return Diagnostic(
        .unusedAcceptance, "there is no change `\(name)` to accept", at: acceptance.location,
        hint: suggestion(for: name, among: changes.filter { self[$0] == nil }) ?? "remove it")
    }
  }
}

extension Acceptance {
  /// Whether its last day has passed.
  fileprivate func isExpired(on today: CalendarDay) -> Bool { expires.map { $0 < today } ?? false }
}
