import ErrataDiagnostics

/// What a code refers to must be there: `unknown-category`.
enum CategoryReferenceCheck: CatalogCheck {
  static func problems(in catalog: Catalog) -> [Diagnostic] {
    catalog.surfaces.flatMap(\.errors).compactMap { error in
      guard let key = error.category, catalog.category(key) == nil else { return nil }
      let known = catalog.categories.map(\.key)
      return Diagnostic(
        .unknownCategory, "there is no category `\(key)`", at: error.origin.location(of: "category"),
        hint: didYouMean(key, among: known) ?? "add it under `categories`")
    }
  }
}

/// A replacement is a code to use now: `unknown-replacement`.
enum ReplacementCheck: CatalogCheck {
  static func problems(in catalog: Catalog) -> [Diagnostic] {
    catalog.surfaces.flatMap { surface in
      let codes = Set(surface.errors.map(\.code))
      func problem(_ code: String, _ replacement: String?, _ location: () -> SourceLocation) -> Diagnostic? {
        guard let replacement, replacement == code || !codes.contains(replacement) else { return nil }
        let message =
          replacement == code
          ? "`\(code)` cannot replace itself" : "the surface `\(surface.key)` has no code `\(replacement)`"
        return Diagnostic(
          .unknownReplacement, message, at: location(),
          hint: didYouMean(replacement, among: codes.filter { $0 != code }.sorted()) ?? "name a code of the same surface")
      }
      return surface.errors.compactMap { error -> Diagnostic? in
        problem(error.code, error.deprecated?.replacement) { replacementLocation(error.origin, under: "deprecated") }
      }
        + surface.retired.compactMap { retired in
          problem(retired.code, retired.replacement) { retired.origin.location(of: "replacement") }
        }
    }
  }

  private static func replacementLocation(_ origin: Origin, under key: String) -> SourceLocation {
    (origin.node[key]?["replacement"]?.range).map(origin.sources.location) ?? origin.location
  }
}

/// An error that is limited to endpoints is limited to its surface's: `unknown-endpoint`.
enum EndpointCheck: CatalogCheck {
  static func problems(in catalog: Catalog) -> [Diagnostic] {
    catalog.surfaces.flatMap { surface in
      surface.errors.flatMap { error in
        error.endpoints.enumerated().compactMap { index, endpoint in
          guard !surface.endpoints.contains(where: { $0.covers(endpoint.description) }) else { return nil }
          let known = surface.endpoints.map(\.description)
          return Diagnostic(
            .unknownEndpoint, "the surface `\(surface.key)` has no endpoint `\(endpoint)`",
            at: error.origin.location(of: "endpoints", item: index),
            hint: didYouMean(endpoint.description, among: known) ?? "its endpoints are \(known.joined(separator: ", "))")
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
          .retiredCodeInUse, "the code `\(error.code)` was retired in \(earlier.since)", at: error.origin.location,
          related: [.init("it was retired here", at: earlier.origin.location)],
          hint: "use another code: clients may still know this one by its old meaning")
      }
    }
  }
}

private func didYouMean(_ name: String, among known: some Sequence<String>) -> String? {
  nearestName(to: name, among: known).map { "did you mean `\($0)`?" }
}
