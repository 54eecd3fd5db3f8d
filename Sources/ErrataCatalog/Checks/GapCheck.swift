import ErrataDiagnostics
import ErrataYAML

/// A code should have what the codes around it have: `missing-status`, `missing-guidance`. Deprecated codes are left out, since
/// nobody should start to use them.
enum GapCheck: CatalogCheck {
  static let rules: [Rule] = [.missingStatus, .missingGuidance]
  static let needsEverything = true

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    catalog.surfaces.flatMap { surface in
      statusProblems(on: surface, in: catalog) + guidanceProblems(on: surface, in: catalog)
    }
  }

  private static func statusProblems(on surface: Surface, in catalog: Catalog) -> [Diagnostic] {
    // A redirect has no status of its own.
    guard surface.response.carrier != .query, surface.errors.contains(where: { !$0.statuses.isEmpty }) else {
      return []
    }
    return surface.errors.filter { $0.statuses.isEmpty && $0.deprecated == nil }.map { error in
      Diagnostic(
        .missingStatus, "`\(error.code)` has no status, but other codes of the surface do",
        at: catalog.sources.location(error.origin.range),
        hint: "add `status: …`, or allow this with a comment if the status is unknown: `# errata: allow missing-status`"
      )
    }
  }

  private static func guidanceProblems(on surface: Surface, in catalog: Catalog) -> [Diagnostic] {
    let lacking = surface.errors.filter { catalog.guidance(for: $0) == nil }
    if lacking.count == surface.errors.count { return [] }
    return lacking.filter { $0.deprecated == nil }.map { error in
      Diagnostic(
        .missingGuidance, "`\(error.code)` has no guidance, but other codes of the surface do",
        at: catalog.sources.location(error.origin.range),
        hint:
          "add `guidance: …`, or a `category` that has it; where there is nothing to say: `# errata: allow missing-guidance`"
      )
    }
  }
}

extension Rule {
  /// `missing-status`.
  public static let missingStatus = Rule(
    "missing-status", .warning, "A code has no status, but other codes of its surface do.",
    explanation: """
      A code has no `status`, although another code of the same surface has one. Codes that are sent as a redirect, and deprecated \
      ones, need none.
      """,
    reason: "Readers look for the code by its status, and `errata validate` cannot check the status of its responses.",
    example: .yaml("busy: {recovery: retry_later, description: Try again later}", insteadOf: "busy:"),
    remedy: "Add the status that the API sends. If it is unknown, add the comment `# errata: allow missing-status`.")

  /// `missing-guidance`.
  public static let missingGuidance = Rule(
    "missing-guidance", .warning, "A code has no guidance, but other codes of its surface do.",
    explanation: """
      A code has no `guidance`, neither its own nor its category's, although another code of the same surface has some. A surface \
      where no code has guidance is fine, and so is a deprecated code without guidance.
      """,
    reason: "Readers who found help with one code expect it with the next one.",
    example: .yaml(
      """
      access_denied: {description: The user said no, guidance: Ask the user again.}
      server_error: {description: Something went wrong}
      """, insteadOf: "access_denied:"),
    remedy: """
      Add `guidance` to the code, or give it a `category` that has guidance. If there is nothing to say, add the comment \
      `# errata: allow missing-guidance`.
      """)
}
