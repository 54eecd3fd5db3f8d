import ErrataDiagnostics

/// Statuses are HTTP's (RFC 9110, section 15), and redirects have none that says anything: `invalid-status`,
/// `status-on-query`.
enum StatusCheck: CatalogCheck {
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
