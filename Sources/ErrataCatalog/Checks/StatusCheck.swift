import ErrataDiagnostics
import ErrataYAML

/// Statuses are HTTP's (RFC 9110, section 15), and redirects have none that says anything: `invalid-status`,
/// `status-on-query`.
enum StatusCheck: CatalogCheck {
  static let rules: [Rule] = [.invalidStatus, .statusOnQuery]

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    catalog.surfaces.flatMap { surface in
      surface.errors.flatMap { problems(with: $0, on: surface, in: catalog) }
    }
  }

  private static func problems(with error: ErrorEntry, on surface: Surface, in catalog: Catalog) -> [Diagnostic] {
    guard !error.statuses.isEmpty else { return [] }
    if surface.response.carrier == .query {
      return [
        Diagnostic(
          .statusOnQuery, "`\(error.code)` has a status, but it comes as a redirect",
          at: catalog.sources.location(error.origin.range(of: ErrorKey.status)),
          related: [
            .init(
              "the surface's errors are parameters of a redirect",
              at: catalog.sources.location(surface.response.origin.range(of: ResponseKey.carrier)))
          ],
          hint: "remove the status")
      ]
    }
    if error.statuses.allSatisfy((100...599).contains) { return [] }
    return error.origin.texts(of: ErrorKey.status).compactMap { text, range in
      guard let status = Int(text), !(100...599).contains(status) else { return nil }
      return Diagnostic(
        .invalidStatus, "\(status) is not an HTTP status", at: catalog.sources.location(range),
        hint: "a status is between 100 and 599")
    }
  }
}

extension Rule {
  /// `invalid-status`.
  public static let invalidStatus = Rule(
    "invalid-status", .error, "A status is not between 100 and 599.",
    explanation: "An HTTP status is a number from 100 to 599 (RFC 9110, section 15).",
    reason: "No response can have another status, so clients would wait for it in vain.",
    example: .yaml("not_found: {status: 4040, description: The order does not exist}", insteadOf: "not_found:"),
    remedy: "Write the status that the API sends. Where the source names none, leave `status` out.")

  /// `status-on-query`.
  public static let statusOnQuery = Rule(
    "status-on-query", .error,
    "A code on a redirect has a status: the status of a redirect says nothing about the error.",
    explanation:
      "The surface's `carrier` is `query`: its errors are parameters of a redirect, and a code there has a `status`.",
    reason:
      "Every redirect has a 3xx status, whatever the error. A client that looked for another would never find it.",
    example: .yaml("access_denied: {status: 403, description: The user said no}", insteadOf: "access_denied:"),
    remedy: "Remove the status. If the errors come in a body, set `carrier: json`.")
}
