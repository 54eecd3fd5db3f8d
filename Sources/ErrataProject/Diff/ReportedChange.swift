import ErrataDiagnostics
import ErrataDiff
import ErrataText

/// A change, and what it means for the project that made it.
struct ReportedChange: Sendable {
  let change: Change
  /// Why it is accepted; nil if it is not.
  let acceptance: Acceptance?
  /// An error if the version does not promise it. Otherwise, it is a warning if it breaks something.
  private let severity: Severity
  /// A place in the new catalogue, for a change that has none.
  private let newCatalogue: SourceLocation?

  init(_ change: Change, _ acceptance: Acceptance?, isPromised: Bool, newCatalogue: SourceLocation?) {
    self.change = change
    self.acceptance = acceptance
    self.newCatalogue = newCatalogue
    severity =
      acceptance != nil ? .note : !isPromised ? .error : change.rating == .breaking ? .warning : .note
  }

  /// The change as a diagnostic, at its place in the new or the old catalogue.
  var diagnostic: Diagnostic {
    Diagnostic(
      change.kind.rule.with(severity), change.message, at: change.location, related: change.related, hint: hint)
  }

  /// The change as a diagnostic in the new catalogue, for tools that show it next to a line of the checked-out files.
  var annotation: Diagnostic {
    let old = change.isInOld ? change.location.map { [Diagnostic.Related("it was here", at: $0)] } ?? [] : []
    var annotation = Diagnostic(
      change.kind.rule.with(severity), change.message, at: change.isInOld ? newCatalogue : change.location,
      related: old + change.related, details: remarks.map { "\($0.label): \($0.text)" }, hint: hint)
    annotation.fingerprint = change.fingerprint
    return annotation
  }

  /// What to do; nil if the change is accepted as it is.
  private var hint: String? { acceptance == nil ? change.hint : nil }

  /// What to say after the message: for whom it breaks something, its name to accept it by, and why it is accepted.
  var remarks: [(label: String, text: String)] {
    var remarks: [(label: String, text: String)] = []
    if !change.kind.audiences.isEmpty { remarks.append(("breaks", audiences)) }
    if let acceptance {
      remarks.append((acceptance.label, acceptance.reason))
    } else if change.rating == .breaking, severity == .error {
      remarks.append(("change", change.fingerprint))
    }
    return remarks
  }

  /// For whom it breaks something, in a sentence.
  var audiences: String { enumerated(change.kind.audiences.map(\.description)) }
}

extension Acceptance {
  /// What to say before the reason.
  var label: String { "accepted" + (expires.map { " until \($0)" } ?? "") }
}
