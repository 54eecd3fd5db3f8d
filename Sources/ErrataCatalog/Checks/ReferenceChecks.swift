import ErrataDiagnostics

/// What a code refers to must be there: `unknown-category`.
enum CategoryReferenceCheck: CatalogCheck {
  static func problems(in catalog: Catalog) -> [Diagnostic] {
    let known = catalog.categories.map(\.key)
    let isKnown = Set(known)
    var suggestions = Suggestions()
    return catalog.surfaces.flatMap { surface in
      surface.errors.compactMap { error -> Diagnostic? in
        guard let key = error.category, !isKnown.contains(key) else { return nil }
        return Diagnostic(
          .unknownCategory, "there is no category `\(key)`",
          at: catalog.sources.location(error.origin.range(of: "category")),
          hint: suggestions.hint(for: key, among: known) ?? "add it under `categories`")
      }
    }
  }
}

/// A replacement is a code to use now: `unknown-replacement`.
enum ReplacementCheck: CatalogCheck {
  static func problems(in catalog: Catalog) -> [Diagnostic] {
    catalog.surfaces.flatMap { surface in
      var suggestions = Suggestions()
      let codes = Set(surface.errors.map(\.code))
      let candidates = surface.errors.prefix(1_000).map(\.code)
      func problem(_ code: String, _ replacement: String?, _ range: () -> SourceRange) -> Diagnostic? {
        guard let replacement, replacement == code || !codes.contains(replacement) else { return nil }
        let message =
          replacement == code
          ? "`\(code)` cannot replace itself" : "the surface `\(surface.key)` has no code `\(replacement)`"
        return Diagnostic(
          .unknownReplacement, message, at: catalog.sources.location(range()),
          hint: suggestions.hint(for: replacement, among: candidates.lazy.filter { $0 != code })
            ?? "name a code of the same surface")
      }
      return surface.errors.compactMap { error -> Diagnostic? in
        problem(error.code, error.deprecated?.replacement) {
          error.origin.node["deprecated"]?["replacement"]?.range ?? error.origin.range
        }
      }
        + surface.retired.compactMap { retired in
          problem(retired.code, retired.replacement) { retired.origin.range(of: "replacement") }
        }
    }
  }
}

/// An error that is limited to endpoints is limited to its surface's: `unknown-endpoint`.
enum EndpointCheck: CatalogCheck {
  static func problems(in catalog: Catalog) -> [Diagnostic] {
    catalog.surfaces.flatMap { surface in
      var suggestions = Suggestions()
      let exact = Set(surface.endpoints)
      let open = surface.endpoints.filter { $0.description.utf8.contains(UInt8(ascii: "*")) }
      let known = surface.endpoints.map(\.description)
      return surface.errors.flatMap { error in
        error.endpoints.enumerated().compactMap { index, endpoint -> Diagnostic? in
          if exact.contains(endpoint) || open.contains(where: { $0.covers(endpoint) }) { return nil }
          return Diagnostic(
            .unknownEndpoint, "the surface `\(surface.key)` has no endpoint `\(endpoint)`",
            at: catalog.sources.location(error.origin.range(of: "endpoints", item: index)),
            hint: suggestions.hint(for: endpoint.description, among: known)
              ?? "its endpoints are \(known.prefix(5).joined(separator: ", "))\(known.count > 5 ? ", …" : "")"
          )
        }
      }
    }
  }
}

/// A retired code must not come back: `retired-code-in-use`.
enum RetiredCodeCheck: CatalogCheck {
  static func problems(in catalog: Catalog) -> [Diagnostic] {
    catalog.surfaces.flatMap { surface in
      let retired = Dictionary(surface.retired.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
      return surface.errors.compactMap { error -> Diagnostic? in
        guard let earlier = retired[error.code] else { return nil }
        return Diagnostic(
          .retiredCodeInUse, "the code `\(error.code)` was retired in \(earlier.since)",
          at: catalog.sources.location(error.origin.range),
          related: [.init("it was retired here", at: catalog.sources.location(earlier.origin.range))],
          hint: "use another code: clients may still know this one by its old meaning")
      }
    }
  }
}

/// Suggestions for the first problems of a kind: looking for a name among thousands takes long, and after so many problems
/// nobody misses one.
private struct Suggestions {
  private var left = 50

  mutating func hint(for name: String, among known: some Sequence<String>) -> String? {
    guard left > 0 else { return nil }
    left -= 1
    return nearestName(to: name, among: known).map { "did you mean `\($0)`?" }
  }
}
