import ErrataCatalog
import ErrataDiagnostics
import ErrataDiff
import ErrataText

/// What changed between two catalogues, and whether the version of the new one promises it.
package struct DiffReport: Sendable {
  /// In the order of the new catalogue.
  let changes: [ReportedChange]
  /// Whether the version promises the changes that are not accepted.
  package let verdict: VersionVerdict
  /// Warnings about acceptances without effect.
  package let warnings: [Diagnostic]
  /// Where the new catalogue has its version.
  let versionLocation: SourceLocation?
  /// Whether neither catalogue has a second surface.
  let hasOneSurface: Bool

  /// - Parameters:
  ///   - acceptances: the changes that are accepted, with different names.
  ///   - today: the day on which they are.
  package init(from old: Catalog, to new: Catalog, accepting acceptances: [Acceptance], on today: CalendarDay) {
    let accepted = AcceptedChanges(acceptances, on: today)
    let changes = ErrataDiff.changes(from: old, to: new)
    verdict = versionVerdict(
      from: old.version, to: new.version,
      for: changes.filter { accepted[$0.fingerprint] == nil }.map(\.rating))
    let promised = Rating.allCases.filter {
      versionVerdict(from: old.version, to: new.version, for: [$0]).isSufficient
    }
    let versionLocation = new.versionLocation
    self.versionLocation = versionLocation
    hasOneSurface = old.surfaces.count < 2 && new.surfaces.count < 2
    self.changes = changes.map { change in
      ReportedChange(
        change, accepted[change.fingerprint], isPromised: promised.contains(change.rating),
        newCatalogue: versionLocation)
    }
    warnings = accepted.warnings(for: changes.map(\.fingerprint))
  }

  /// `2 breaking changes, 1 addition: version 1.1.0 should be 2.0.0`
  var summary: String {
    if verdict.isLower { return "version \(verdict.new) is lower than \(verdict.old), the old one" }
    if changes.isEmpty { return "no changes" }
    let counts = Rating.allCases.map { rating in (count(rating), rating.noun) } + [(acceptedCount, "accepted change")]
    return counts.filter { $0.0 > 0 }.map(counted).joined(separator: ", ") + ": version \(verdict.new) "
      + (verdict.isSufficient ? "is sufficient" : "should be \(verdict.deserved)")
  }

  /// The error that the version promises too little; nil if it promises enough.
  package var insufficientVersion: Diagnostic? {
    if verdict.isSufficient { return nil }
    var hint = "write `version: \(verdict.deserved)`"
    switch count(.breaking) {
    case 0: break
    case 1: hint += ", undo the breaking change, or accept it by its name in errata.yaml"
    default: hint += ", undo the breaking changes, or accept them by their names in errata.yaml"
    }
    return Diagnostic(.insufficientVersion, summary, at: versionLocation, hint: hint)
  }

  /// How many changes have a rating, apart from accepted ones.
  func count(_ rating: Rating) -> Int { changes.count { $0.change.rating == rating && $0.acceptance == nil } }

  var acceptedCount: Int { changes.count { $0.acceptance != nil } }

  /// Everything that is reported, as problems of the new catalogue.
  package var diagnostics: [Diagnostic] {
    changes.map(\.annotation) + [insufficientVersion].compactMap(\.self)
  }
}

extension Rating {
  /// A change with this rating.
  fileprivate var noun: String {
    switch self {
    case .breaking: "breaking change"
    case .addition: "addition"
    case .documentation: "documentation change"
    }
  }
}
