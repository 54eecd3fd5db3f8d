import ErrataDiagnostics
import ErrataYAML

/// Statuses must be valid in HTTP (RFC 9110, section 15), and are not allowed for redirects: `invalid-status`,
/// `status-on-query`.
enum StatusCheck: CatalogCheck {
  static let rules: [Rule] = [.invalidStatus, .statusOnQuery]

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    catalog.surfaces.flatMap { surface in
      surface.errors.flatMap { problems(with: $0, on: surface, in: catalog) }
        + statusesProblem(with: surface, in: catalog)
    }
  }

  private static func statusesProblem(with surface: Surface, in catalog: Catalog) -> [Diagnostic] {
    guard surface.response.carrier == .query, let first = surface.statuses.first else { return [] }
    return [
      Diagnostic(
        .statusOnQuery, "unexpected `statuses` for errors that are sent as a redirect",
        at: catalog.sources.location(first.origin.range), hint: "remove `statuses`")
    ]
  }

  private static func problems(with error: ErrorEntry, on surface: Surface, in catalog: Catalog) -> [Diagnostic] {
    guard !error.statuses.isEmpty else { return [] }
    if surface.response.carrier == .query {
      return [
        Diagnostic(
          .statusOnQuery, "unexpected status for `\(error.code)`, which is sent as a redirect",
          at: catalog.sources.location(error.origin.range(of: ErrorKey.status)),
          related: [
            .init(
              "the surface's errors are parameters of a redirect",
              at: catalog.sources.location(surface.response.origin.range(of: ResponseKey.carrier)))
          ],
          hint: "remove `status`")
      ]
    }
    if error.statuses.allSatisfy((100...599).contains) { return [] }
    return error.origin.texts(of: ErrorKey.status).compactMap { text, range in
      guard let status = Int(text), !(100...599).contains(status) else { return nil }
      return Diagnostic(
        .invalidStatus, "`\(text)` is not a valid HTTP status", at: catalog.sources.location(range),
        hint: "use a status from 100 to 599")
    }
  }
}

extension Rule {
  /// `invalid-status`.
  public static let invalidStatus = Rule(
    "invalid-status", .error, "A status is not a number from 100 to 599.",
    explanation: "An HTTP status is a number from 100 to 599 (RFC 9110, section 15).",
    reason: "No response can have another status, so clients would check for it in vain.",
    example: .yaml("not_found: {status: 4040, description: The order does not exist}", insteadOf: "not_found:"),
    remedy: "Write the status that the API sends. If it is unknown, remove `status`.")

  /// `status-on-query`.
  public static let statusOnQuery = Rule(
    "status-on-query", .error,
    "A code that is sent as a redirect has a status.",
    explanation:
      "The surface's `carrier` is `query`: its errors are parameters of a redirect. A `status` is not allowed there.",
    reason:
      "Every redirect has a 3xx status, whichever error it reports, so a client that checks for another never finds it.",
    example: .yaml("access_denied: {status: 403, description: The user denied access}", insteadOf: "access_denied:"),
    remedy: "Remove `status`. If the errors are sent in a body, set `carrier: json`.")
}
