import ErrataDiagnostics
import ErrataYAML

/// Names must have distinct Swift identifiers: `identifier-collision`.
enum IdentifierCollisionCheck: CatalogCheck {
  static let rules: [Rule] = [.identifierCollision]

  /// In bytes. Longer names are reported by other checks.
  private static let maximumLength = 1_024

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    var types = Scope(
      catalog.sources, ignoresCase: true, reserved: [:],
      hint: ("give it a different `type`", "give one of them a different `type`"))
    let catalogue = Named("catalogue", catalog.name, catalog.origin, key: CatalogKey.name)
    types.add(catalog.name, catalogue)
    for surface in catalog.surfaces {
      let named = Named("surface", surface.key, surface.origin, key: SurfaceKey.type)
      // Equal prefixes are reported only once.
      _ = ["Error", "ErrorCode", "ErrorCodes", "ErrorCodeList"].allSatisfy {
        types.add(surface.typePrefix + $0, named)
      }
    }

    var categories = Scope(
      catalog.sources, reserved: ["allCases": "the list of all categories"],
      hint: ("rename it", "rename one of them"))
    for category in catalog.categories {
      guard let identifier = caseName(for: category.key) else { continue }
      categories.add(identifier, Named("category", category.key, category.origin, key: nil))
    }
    return types.diagnostics + categories.diagnostics + catalog.surfaces.flatMap { collisions(of: $0, in: catalog) }
  }

  private static func collisions(of surface: Surface, in catalog: Catalog) -> [Diagnostic] {
    var codes = Scope(
      catalog.sources,
      reserved: [
        "known": "the list of codes",
        "unrecognized": "codes that are not in the catalogue",
      ], hint: ("give it a different `name`", "give one of them a different `name`"))
    // ASCII codes, as most are, are canonically equivalent only if they are identical.
    let hasOnlyASCII = surface.errors.allSatisfy { $0.code.utf8.allSatisfy { $0 < 0x80 } }
    /// Keyed by `String`, which compares canonical equivalence.
    var seen: [String: ErrorEntry] = [:]
    for error in surface.errors where error.code.utf8.count <= maximumLength {
      if !hasOnlyASCII, let earlier = seen.updateValue(error, forKey: error.code) {
        seen[error.code] = earlier
        codes.report(error, asEquivalentTo: earlier)
        continue
      }
      guard let identifier = caseName(for: error.name ?? error.code) else { continue }
      codes.add(identifier, Named("code", error.code, error.origin, key: error.name == nil ? nil : ErrorKey.name))
    }
    return codes.diagnostics
  }

  /// A named part of the catalogue and its origin.
  private struct Named {
    let kind: String
    let name: String
    let origin: Origin
    /// The key whose value determines the identifier; nil if the name does.
    let key: (any MappingKey)?

    init(_ kind: String, _ name: String, _ origin: Origin, key: (any MappingKey)?) {
      self.kind = kind
      self.name = name
      self.origin = origin
      self.key = key
    }

    var subject: String { "the \(kind) `\(name)`" }
    var range: SourceRange { key.map { origin.range(of: $0) } ?? origin.range }
  }

  /// The identifiers of a scope.
  private struct Scope {
    private let sources: SourceSet
    private let ignoresCase: Bool
    /// Identifiers that generated code uses itself, and their use.
    let reserved: [String: String]
    /// The hints for a reserved identifier and for two equal identifiers.
    let hint: (reserved: String, equal: String)
    private var owners: [String: Named] = [:]
    private(set) var diagnostics: [Diagnostic] = []

    init(
      _ sources: SourceSet, ignoresCase: Bool = false, reserved: [String: String],
      hint: (reserved: String, equal: String)
    ) {
      self.sources = sources
      self.ignoresCase = ignoresCase
      self.reserved = reserved
      self.hint = hint
    }

    /// Adds an identifier, and reports a collision.
    /// - Returns: whether the identifier was free.
    @discardableResult
    mutating func add(_ identifier: String, _ named: Named) -> Bool {
      // Reported elsewhere, and slow to compare.
      if identifier.utf8.count > IdentifierCollisionCheck.maximumLength { return true }
      // Types become file names, and some file systems ignore case.
      let key = ignoresCase ? identifier.lowercased() : identifier
      if let use = reserved[identifier] {
        diagnostics.append(
          Diagnostic(
            .identifierCollision, "\(named.subject) has the identifier `\(identifier)`, which is reserved for \(use)",
            at: sources.location(named.range),
            hint: hint.reserved))
        return false
      }
      if let earlier = owners.updateValue(named, forKey: key) {
        owners[key] = earlier
        diagnostics.append(
          Diagnostic(
            .identifierCollision, "\(named.subject) has the same identifier `\(identifier)` as \(earlier.subject)",
            at: sources.location(named.range),
            related: [.init("\(earlier.subject) is here", at: sources.location(earlier.range))], hint: hint.equal))
        return false
      }
      return true
    }

    /// Reports a code that Swift considers equal to an earlier one, although it differs on the wire.
    mutating func report(_ error: ErrorEntry, asEquivalentTo earlier: ErrorEntry) {
      diagnostics.append(
        Diagnostic(
          .identifierCollision,
          "the code `\(error.code)` is canonically equivalent to an earlier code, so Swift considers them equal",
          at: sources.location(error.origin.range),
          related: [.init("the earlier code is here", at: sources.location(earlier.origin.range))],
          hint: "keep the one that the API sends"))
    }
  }
}

extension Rule {
  /// `identifier-collision`.
  public static let identifierCollision = Rule(
    "identifier-collision", .error,
    "Two names have the same Swift identifier, an identifier is reserved, or Swift considers two codes equal.",
    explanation: """
      Codes and categories become cases in lowerCamelCase, and surfaces become types. Two of them have the same identifier, or one \
      has an identifier that generated code uses itself. Swift also considers two codes equal if they are canonically \
      equivalent, such as with a composed and a decomposed `é`.
      """,
    reason: "The generated code would not compile, or could not distinguish the two.",
    example: .yaml(
      """
      not_found: {status: 404, description: The order does not exist}
      notFound: {status: 410, description: The order was deleted}
      """, insteadOf: "not_found:"),
    remedy: "Give one of the codes a `name`, one of the surfaces a `type`, or rename one of the categories.")
}
