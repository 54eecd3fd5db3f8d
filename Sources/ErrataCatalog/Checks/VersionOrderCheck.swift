import ErrataDiagnostics
import ErrataYAML

/// A code should not be deprecated before it was added: `unordered-since`.
enum VersionOrderCheck: CatalogCheck {
  static let rules: [Rule] = [.unorderedSince]
  // A version that could not be decoded would be in no order.
  static let needsEverything = true

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    catalog.surfaces.flatMap { surface in
      surface.errors.compactMap { error in
        guard let added = error.since, let deprecated = error.deprecated?.since, deprecated < added else { return nil }
        let origin = error.origin
        return Diagnostic(
          .unorderedSince, "`\(error.code)` was deprecated in \(deprecated), before it was added in \(added)",
          at: catalog.sources.location(origin.range(of: DeprecationKey.since, in: ErrorKey.deprecated)),
          related: [.init("added here", at: catalog.sources.location(origin.range(of: ErrorKey.since)))],
          hint: "correct one of the versions")
      }
    }
  }
}

extension Rule {
  /// `unordered-since`.
  public static let unorderedSince = Rule(
    "unordered-since", .warning, "A code was deprecated before it was added.",
    explanation: "The `since` under `deprecated` is an earlier version than the `since` of the code itself.",
    reason: "The history in the documentation would contradict itself. Often the two versions were mixed up.",
    example: .yaml(
      "busy: {status: 503, since: 1.2.0, description: Try again later, deprecated: {since: 1.1.0}}", insteadOf: "busy:"),
    remedy: "Correct one of the versions.")
}
