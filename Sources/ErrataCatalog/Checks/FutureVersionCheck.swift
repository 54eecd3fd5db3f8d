import ErrataDiagnostics
import ErrataYAML

/// A catalogue tells of no version that is still to come: `future-version`. A pre-release has what its release brings.
enum FutureVersionCheck: CatalogCheck {
  static let rules: [Rule] = [.futureVersion]

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    // Nothing can be said where the version could not be read, which is reported elsewhere.
    guard let (text, range) = catalog.origin.texts(of: CatalogKey.version).first, SemanticVersion(text) != nil else {
      return []
    }
    func problem(_ since: SemanticVersion, _ place: () -> SourceRange) -> Diagnostic? {
      guard since.release > catalog.version.release else { return nil }
      return Diagnostic(
        .futureVersion, "this says version \(since), but the catalogue is at \(catalog.version)",
        at: catalog.sources.location(place()),
        related: [.init("its version is here", at: catalog.sources.location(range))],
        hint: "raise the catalogue's `version`, or correct this one")
    }
    return catalog.surfaces.flatMap { surface in
      surface.errors.flatMap { error in
        [
          error.since.flatMap { problem($0) { error.origin.range(of: ErrorKey.since) } },
          error.deprecated.flatMap {
            problem($0.since) { error.origin.range(of: DeprecationKey.since, in: ErrorKey.deprecated) }
          },
        ].compactMap(\.self)
      }
        + surface.retired.compactMap { retired in
          problem(retired.since) { retired.origin.range(of: DeprecationKey.since) }
        }
    }
  }
}

extension SemanticVersion {
  /// The three numbers, of which a pre-release has those of its release.
  fileprivate var release: (Int, Int, Int) { (major, minor, patch) }
}

extension Rule {
  /// `future-version`.
  public static let futureVersion = Rule(
    "future-version", .error, "A `since` is later than the version of the catalogue itself.",
    explanation: """
      `since` names the version of the catalogue that brought, deprecated or retired a code. It is no later than `version`; a \
      pre-release may have what its release brings.
      """,
    reason: "Readers would look for a version that does not exist. Often `version` was not raised.",
    example: .yaml(
      "not_found: {status: 404, since: 2.0.0, description: The order does not exist}", insteadOf: "not_found:"),
    remedy: "Raise the catalogue's `version`, or correct `since`.")
}
