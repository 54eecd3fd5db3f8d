import ErrataDiagnostics
import ErrataYAML

/// Two names that make one Swift identifier cannot both be generated: `identifier-collision`.
enum IdentifierCollisionCheck: CatalogCheck {
  static let rules: [Rule] = [.identifierCollision]

  /// In bytes; other checks allow less.
  private static let maximumLength = 1_024

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    var types = Scope(
      catalog.sources, ignoresCase: true, taken: [:],
      hint: ("give it another `type`", "give one of them another `type`"))
    let catalogue = Named("catalogue", catalog.name, catalog.origin, key: CatalogKey.name)
    _ = ["", "CodeTable", "ResponseBody", "JSONReader", "RedirectParameters"].allSatisfy {
      types.add(catalog.name + $0, catalogue)
    }
    for surface in catalog.surfaces {
      let named = Named("surface", surface.key, surface.origin, key: SurfaceKey.type)
      // Two equal prefixes are one problem, not two.
      _ = ["Error", "ErrorCode", "ErrorCodes", "ErrorCodeDeprecated", "ErrorCodeDeprecations"].allSatisfy {
        types.add(surface.typePrefix + $0, named)
      }
    }

    var categories = Scope(
      catalog.sources, taken: ["allCases": "what Swift calls the list of all categories"],
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
      taken: [
        "known": "what the generated type calls the list of its codes",
        "unrecognized": "what the generated type calls a code it does not know",
      ], hint: ("give it a `name` with other words", "give one of them a `name` with other words"))
    // Codes of ASCII alone are equal only where they are the same, and most are.
    let hasOnlyASCII = surface.errors.allSatisfy { $0.code.utf8.allSatisfy { $0 < 0x80 } }
    /// By what Swift takes for equal.
    var known: [String: ErrorEntry] = [:]
    for error in surface.errors where error.code.utf8.count <= maximumLength {
      if !hasOnlyASCII, let earlier = known.updateValue(error, forKey: error.code) {
        known[error.code] = earlier
        codes.report(error, asEqualTo: earlier)
        continue
      }
      guard let identifier = caseName(for: error.name ?? error.code) else { continue }
      codes.add(identifier, Named("code", error.code, error.origin, key: error.name == nil ? nil : ErrorKey.name))
    }
    return codes.diagnostics
  }

  /// Something with a name, and where it stands.
  private struct Named {
    let kind: String
    let name: String
    let origin: Origin
    /// The key that gives the identifier, where it is not the name itself.
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

  /// The identifiers of one scope so far.
  private struct Scope {
    private let sources: SourceSet
    private let ignoresCase: Bool
    /// What the generated type has of its own, and what for.
    let taken: [String: String]
    /// How to mend a name that is taken, and two names that are equal.
    let hint: (taken: String, equal: String)
    private var owners: [String: Named] = [:]
    private(set) var diagnostics: [Diagnostic] = []

    init(_ sources: SourceSet, ignoresCase: Bool = false, taken: [String: String], hint: (taken: String, equal: String))
    {
      self.sources = sources
      self.ignoresCase = ignoresCase
      self.taken = taken
      self.hint = hint
    }

    /// Whether the identifier was free.
    @discardableResult
    mutating func add(_ identifier: String, _ named: Named) -> Bool {
      // That is reported elsewhere, and comparing such names takes long.
      if identifier.utf8.count > IdentifierCollisionCheck.maximumLength { return true }
      // Types are file names too, and some file systems do not tell capitals from small letters.
      let key = ignoresCase ? identifier.lowercased() : identifier
      if let use = taken[identifier] {
        diagnostics.append(
          Diagnostic(
            .identifierCollision, "\(named.subject) makes the identifier `\(identifier)`, \(use)",
            at: sources.location(named.range),
            hint: hint.taken))
        return false
      }
      if let earlier = owners.updateValue(named, forKey: key) {
        owners[key] = earlier
        diagnostics.append(
          Diagnostic(
            .identifierCollision, "\(named.subject) makes the identifier `\(identifier)`, as \(earlier.subject) does",
            at: sources.location(named.range),
            related: [.init("\(earlier.subject) is here", at: sources.location(earlier.range))], hint: hint.equal))
        return false
      }
      return true
    }

    /// Reports a code that is another on the wire, and the same to Swift.
    mutating func report(_ error: ErrorEntry, asEqualTo earlier: ErrorEntry) {
      diagnostics.append(
        Diagnostic(
          .identifierCollision,
          "the code `\(error.code)` differs from an earlier one only in how its letters are encoded, and Swift takes both for one",
          at: sources.location(error.origin.range),
          related: [.init("the earlier one is here", at: sources.location(earlier.origin.range))],
          hint: "keep the one that the API sends"))
    }
  }
}

extension Rule {
  /// `identifier-collision`.
  public static let identifierCollision = Rule(
    "identifier-collision", .error,
    "Two names make one Swift identifier, a name makes one that the generated type has, or two codes are one text to Swift.",
    explanation: """
      Codes and categories become cases in lowerCamelCase, surfaces become types. Two of them make the same identifier, or one \
      makes an identifier that the generated type uses itself. Codes that differ only in whether letters are composed are equal to \
      Swift.
      """,
    reason: "The generated code would not compile, or could not tell the two apart.",
    example: .yaml(
      """
      not_found: {status: 404, description: The order does not exist}
      notFound: {status: 410, description: The order was deleted}
      """, insteadOf: "not_found:"),
    remedy: "Give one of the codes a `name`, one of the surfaces a `type`, or rename one of the categories.")
}
