import ErrataDiagnostics

/// An error that stops a run before it has a result.
package struct Failure: Error {
  package enum Kind: Sendable {
    /// The input has errors.
    case invalidInput
    /// A file or folder cannot be read or written.
    case inputOutput
  }

  /// The diagnostics to report, at least one.
  package let diagnostics: [Diagnostic]
  package let kind: Kind

  /// - Parameter diagnostics: the diagnostics to report, at least one.
  package init(_ kind: Kind, _ diagnostics: [Diagnostic]) {
    self.kind = kind
    self.diagnostics = diagnostics
  }

  /// A file or folder that cannot be read or written.
  package init(_ diagnostic: Diagnostic) {
    self.init(.inputOutput, [diagnostic])
  }

  /// A file that cannot be read.
  /// - Parameter reason: the reason, as a short phrase.
  package static func cannotRead(_ path: String, reason: String, hint: String? = nil) -> Failure {
    Failure(Diagnostic(.cannotRead, "cannot read \(path): \(reason)", hint: hint))
  }
}
