import ErrataDiagnostics
import ErrataYAML

/// Two names that make one Swift identifier cannot both be generated: `identifier-collision`.
enum IdentifierCollisionCheck: CatalogCheck {
  static func problems(in catalog: Catalog) -> [Diagnostic] {
    var types = Seen(taken: [:])
    var diagnostics = types.add(catalog.name, "the catalogue `\(catalog.name)`", at: catalog.origin.location(of: "name"))
    for surface in catalog.surfaces {
      for suffix in ["ErrorCode", "Error"] {
        diagnostics += types.add(
          surface.typePrefix + suffix, "the surface `\(surface.key)`", at: surface.origin.location(of: "type"),
          hint: "give one of the surfaces another `type`")
      }
      diagnostics += collisions(of: surface)
    }

    var categories = Seen(taken: ["allCases": "what Swift calls the list of all categories"])
    for category in catalog.categories {
      guard let identifier = caseName(for: category.key) else { continue }
      diagnostics += categories.add(
        identifier, "the category `\(category.key)`", at: category.origin.location, hint: "rename one of them")
    }
    return diagnostics
  }

  private static func collisions(of surface: Surface) -> [Diagnostic] {
    var seen = Seen(taken: [
      "known": "what the generated type calls the list of its codes",
      "unrecognized": "what the generated type calls a code it does not know",
    ])
    return surface.errors.flatMap { error -> [Diagnostic] in
      guard let identifier = caseName(for: error.name ?? error.code) else { return [] }
      let location = error.name == nil ? error.origin.location : error.origin.location(of: "name")
      return seen.add(
        identifier, "the code `\(error.code)`", at: location, hint: "give one of them a `name` with other words")
    }
  }

  /// The identifiers of one scope so far.
  private struct Seen {
    let taken: [String: String]
    private var places: [String: (subject: String, location: () -> SourceLocation)] = [:]

    init(taken: [String: String]) {
      self.taken = taken
    }

    mutating func add(
      _ identifier: String, _ subject: String, at location: @autoclosure @escaping () -> SourceLocation,
      hint: String? = nil
    ) -> [Diagnostic] {
      if let use = taken[identifier] {
        return [
          Diagnostic(
            .identifierCollision, "\(subject) makes the identifier `\(identifier)`, \(use)", at: location(),
            hint: "give it a `name` with other words")
        ]
      }
      guard let earlier = places[identifier] else {
        places[identifier] = (subject, location)
        return []
      }
      return [
        Diagnostic(
          .identifierCollision, "\(subject) makes the identifier `\(identifier)`, as \(earlier.subject) does",
          at: location(), related: [.init("\(earlier.subject) is here", at: earlier.location())], hint: hint)
      ]
    }
  }
}
