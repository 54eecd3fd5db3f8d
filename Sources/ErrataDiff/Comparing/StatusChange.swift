import ErrataText

/// How the statuses of an error have changed.
struct StatusChange {
  private let old: [Int]
  private let new: [Int]
  let kind: ChangeKind

  /// nil if nothing has changed. The order matters only for the first one, the most common one.
  init?(from old: [Int], to new: [Int]) {
    let (isMissing, isNew) = (!Set(old).isSubset(of: new), !Set(new).isSubset(of: old))
    switch (isMissing, isNew) {
    case (true, true): kind = .statusChanged
    case (true, false): kind = new.isEmpty ? .statusUnspecified : .statusRemoved
    case (false, true): kind = old.isEmpty ? .statusSpecified : .statusAdded
    case (false, false):
      if old.first == new.first { return nil }
      kind = .usualStatusChanged
    }
    self.old = old
    self.new = new
  }

  /// What changed.
  /// - Parameter subject: whose status it is.
  func message(_ subject: String) -> String {
    switch kind {
    case .usualStatusChanged: "the most common status of \(subject) changed from \(old[0]) to \(new[0])"
    default: "the status of \(subject) changed from \(list(old)) to \(list(new))"
    }
  }

  private func list(_ statuses: [Int]) -> String {
    statuses.isEmpty ? "none" : enumerated(statuses.map(String.init))
  }
}
