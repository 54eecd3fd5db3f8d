import ErrataCatalog

/// How what a program can do has changed.
struct RecoveryChange {
  let old: Recovery?
  let new: Recovery?

  /// nil if nothing has changed.
  init?(from old: Recovery?, to new: Recovery?) {
    if old == new { return nil }
    self.old = old
    self.new = new
  }

  /// The kind of the change, if it has an effect.
  var kind: ChangeKind {
    if old == .retryLater { return .retryRemoved }
    return old == nil || new == .retryLater ? .recoveryAdded : .recoveryChanged
  }

  /// Its name in fingerprints.
  var name: String { kind.rawValue }

  /// What changed.
  /// - Parameter subject: whose recovery it is.
  func message(_ subject: String) -> String {
    switch (old, new) {
    case (nil, let new?): "the recovery of \(subject) is now `\(new.rawValue)`"
    case (let old?, nil): "the recovery of \(subject) is no longer specified; it was `\(old.rawValue)`"
    default: "the recovery of \(subject) changed from \(quoted(old?.rawValue)) to \(quoted(new?.rawValue))"
    }
  }
}
