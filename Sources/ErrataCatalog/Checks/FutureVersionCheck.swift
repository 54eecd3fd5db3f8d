import ErrataDiagnostics
import ErrataYAML

/// No `since` may be later than the catalogue's version: `future-version`. A pre-release may use the version of its release.
enum FutureVersionCheck: CatalogCheck {
  static let rules: [Rule] = [.futureVersion]

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    // An invalid version is reported elsewhere.
    guard let (text, range) = catalog.origin.texts(of: CatalogKey.version).first, SemanticVersion(text) != nil else {
      return []
    }
    func problem(_ since: SemanticVersion, _ place: () -> SourceRange) -> Diagnostic? {
      guard since.release > catalog.version.release else { return nil }
      return Diagnostic(
        .futureVersion, "version \(since) is later than the catalogue's version \(catalog.version)",
        at: catalog.sources.location(place()),
        related: [.init("the catalogue's version", at: catalog.sources.location(range))],
        hint: "increase the catalogue's `version`, or correct this one")
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
  /// The three numbers, without the pre-release.
  fileprivate var release: (Int, Int, Int) { (major, minor, patch) }
}

extension Rule {
  /// `future-version`.
  public static let futureVersion = Rule(
    "future-version", .error, "A `since` is later than the version of the catalogue.",
    explanation: """
      `since` is the version of the catalogue that added, deprecated or retired a code. It must not be later than `version`; a \
      pre-release may use the version of its release.
      """,
    reason: "Readers would look for a version that does not exist. Often `version` was not updated.",
    example: .yaml(
      "not_found: {status: 404, since: 2.0.0, description: The order does not exist}", insteadOf: "not_found:"),
    remedy: "Increase the catalogue's `version`, or correct `since`.")
}
