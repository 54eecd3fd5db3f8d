import ErrataDiagnostics

/// One difference between two catalogues.
package struct Change: Sendable {
  /// What changed, which also says how serious it is and for whom.
  package let kind: ChangeKind
  /// Names the change, to accept it: `csc/invalid_sad/removed`. It is unique within a report, and depends neither on lines nor on
  /// the order of the catalogue.
  package let fingerprint: String
  /// What changed, in one clause without a full stop.
  package let message: String
  /// The smallest range that shows the change: in the new catalogue or, for what is gone, in the old one.
  package let location: SourceLocation?
  /// Whether `location` is in the old catalogue.
  package let isInOld: Bool
  /// The same place in the old catalogue, and other places that are part of the change.
  package let related: [Diagnostic.Related]
  /// What to do, if there is something that would be better.
  package let hint: String?
  /// The key of the surface; nil for the catalogue and its categories.
  package let surface: String?
  /// The code of the error; nil if the change isn't one of a code.
  package let code: String?

  /// How serious the change is.
  package var rating: Rating { kind.rating }
}
