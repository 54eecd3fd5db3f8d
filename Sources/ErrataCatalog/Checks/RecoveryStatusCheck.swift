import ErrataDiagnostics
import ErrataText
import ErrataYAML

/// A recovery should make sense for the status: `recovery-status`. Only pairs that contradict the meaning of the status in HTTP
/// are reported.
enum RecoveryStatusCheck: CatalogCheck {
  static let rules: [Rule] = [.recoveryStatus]

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    catalog.surfaces.flatMap { surface in
      surface.statuses.compactMap { problem(with: $0, in: catalog) }
        + surface.errors.compactMap { problem(with: $0, on: surface, in: catalog) }
    }
  }

  private static func problem(with entry: StatusRecovery, in catalog: Catalog) -> Diagnostic? {
    if entry.statuses.contains(where: { entry.recovery.fits($0, usesOAuth: false) }) { return nil }
    return Diagnostic(
      .recoveryStatus, message(entry.recovery, "the status \(entry.key)"),
      at: catalog.sources.location(entry.origin.range(of: StatusKey.recovery)),
      hint: "name another recovery, or correct the status")
  }

  private static func problem(with error: ErrorEntry, on surface: Surface, in catalog: Catalog) -> Diagnostic? {
    guard !error.statuses.isEmpty, let recovery = catalog.recovery(for: error),
      !error.statuses.contains(where: { recovery.fits($0, usesOAuth: surface.response.usesOAuth) })
    else { return nil }
    let statuses = enumerated(error.statuses.map(String.init))
    let message = message(recovery, error.statuses.count == 1 ? "the status \(statuses)" : "the statuses \(statuses)")
    guard error.recovery == nil, let category = catalog.category(of: error) else {
      return Diagnostic(
        .recoveryStatus, message, at: catalog.sources.location(error.origin.range(of: ErrorKey.recovery)),
        hint: "name another recovery, or correct the status")
    }
    return Diagnostic(
      .recoveryStatus, message, at: catalog.sources.location(error.origin.range(of: ErrorKey.status)),
      related: [
        .init(
          "the recovery of the category",
          at: catalog.sources.location(category.origin.range(of: CategoryKey.recovery)))
      ],
      hint: "give the code its own `recovery`, or correct the status")
  }

  private static func message(_ recovery: Recovery, _ statuses: String) -> String {
    "the recovery `\(recovery.rawValue)` does not fit \(statuses)"
  }
}

extension Recovery {
  /// Whether a program might do this about an error with `status` (RFC 9110, sections 15.5 and 15.6).
  /// - Parameter usesOAuth: whether the rules of RFC 6749 apply, which has 400 for a client with wrong credentials (section 5.2).
  fileprivate func fits(_ status: Int, usesOAuth: Bool) -> Bool {
    // With a success or a redirect, the status says nothing about the error. An invalid status is reported elsewhere.
    guard (400...599).contains(status) else { return true }
    return switch self {
    // Some servers have 419 and 440 for a session that ended, and 498 for an invalid token.
    case .authenticate: [401, 403, 407, 419, 440, 498].contains(status) || (usesOAuth && status == 400)
    // A conflict or a lock can end by itself, as an overload can. Another server, or a request that failed, may be fine next time, and
    // nginx has 499 for a client that did not wait.
    case .retryLater: status >= 500 || [408, 409, 421, 423, 424, 425, 429, 499].contains(status)
    // Another request doesn't help while a server is down.
    case .correctRequest: ![502, 503, 504].contains(status)
    case .requestAccess: status < 500
    case .restartFlow, .contactSupport: true
    }
  }
}

extension Rule {
  /// `recovery-status`.
  public static let recoveryStatus = Rule(
    "recovery-status", .warning, "A recovery contradicts the status.",
    explanation: """
      The recovery of a code, its own or its category's, or that of an entry under `statuses`, makes no sense for the status: \
      `retry_later` with 4xx other than 408, 409, 421, 423, 424, 425, 429 and 499; `authenticate` with an error other than 401, 403, \
      407, 419, 440 and 498, or 400 with `protocol: oauth2`; `correct_request` with 502, 503 or 504; `request_access` with 5xx. If a \
      code has several statuses, one that fits is enough. Any recovery fits a status below 400.
      """,
    reason:
      "Programs do what the recovery says: they would send a request again that cannot succeed, or give up too early.",
    example: .yaml(
      "not_found: {status: 404, recovery: retry_later, description: The order does not exist}", insteadOf: "not_found:"),
    remedy: """
      Correct the recovery or the status. If the API really behaves like this, add the comment `# errata: allow recovery-status`.
      """)
}
