import ErrataDiagnostics
import ErrataText
import ErrataYAML

/// What a code refers to must be there: `unknown-category`.
enum CategoryReferenceCheck: CatalogCheck {
  static let rules: [Rule] = [.unknownCategory]

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    let known = catalog.categories.map(\.key)
    let isKnown = Set(known.map(ExactText.init))
    var suggestions = Suggestions()
    return catalog.surfaces.flatMap { surface in
      surface.errors.compactMap { error -> Diagnostic? in
        guard let key = error.category, !isKnown.contains(ExactText(key)) else { return nil }
        return Diagnostic(
          .unknownCategory, "there is no category `\(key)`",
          at: catalog.sources.location(error.origin.range(of: ErrorKey.category)),
          hint: suggestions.hint(for: key, among: known) ?? "add it under `categories`")
      }
    }
  }
}

/// A replacement is a code to use now: `unknown-replacement`.
enum ReplacementCheck: CatalogCheck {
  static let rules: [Rule] = [.unknownReplacement]

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    catalog.surfaces.flatMap { surface -> [Diagnostic] in
      if surface.retired.isEmpty, surface.errors.allSatisfy({ $0.deprecated == nil }) { return [] }
      var suggestions = Suggestions()
      let codes = Set(surface.errors.map { ExactText($0.code) })
      let candidates = surface.errors.prefix(1_000).map(\.code)
      let circular = circularReplacements(on: surface)
      func problem(_ code: String, _ replacement: String?, _ range: () -> SourceRange) -> Diagnostic? {
        guard let replacement else { return nil }
        let isItself = replacement.isExactly(code)
        if !isItself, codes.contains(ExactText(replacement)) {
          guard circular.contains(ExactText(code)) else { return nil }
          return Diagnostic(
            .unknownReplacement, "`\(code)` replaces itself by way of `\(replacement)`",
            at: catalog.sources.location(range()), hint: "name the code to use now")
        }
        let message =
          isItself ? "`\(code)` cannot replace itself" : "the surface `\(surface.key)` has no code `\(replacement)`"
        return Diagnostic(
          .unknownReplacement, message, at: catalog.sources.location(range()),
          hint: suggestions.hint(for: replacement, among: candidates.lazy.filter { !$0.isExactly(code) })
            ?? "name a code of the same surface")
      }
      return surface.errors.compactMap { error -> Diagnostic? in
        problem(error.code, error.deprecated?.replacement) {
          error.origin.range(of: DeprecationKey.replacement, in: ErrorKey.deprecated)
        }
      }
        + surface.retired.compactMap { retired in
          problem(retired.code, retired.replacement) { retired.origin.range(of: DeprecationKey.replacement) }
        }
    }
  }

  /// The codes whose replacement, or its replacement, and so on, is the code itself.
  private static func circularReplacements(on surface: Surface) -> Set<ExactText> {
    let pairs = surface.errors.compactMap { error in
      error.deprecated?.replacement.map { (ExactText(error.code), ExactText($0)) }
    }
    let replacements = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    var circular: Set<ExactText> = []
    /// Which walk came to a code first.
    var walks: [ExactText: Int] = [:]
    for (walk, (start, _)) in pairs.enumerated() {
      var code = start
      while walks[code] == nil, let next = replacements[code] {
        walks[code] = walk
        code = next
      }
      // A walk that ends where it has been before went around in a circle from there on.
      guard walks[code] == walk else { continue }
      while circular.insert(code).inserted, let next = replacements[code] { code = next }
    }
    return circular
  }
}

/// An error that is limited to endpoints is limited to its surface's: `unknown-endpoint`.
enum EndpointCheck: CatalogCheck {
  static let rules: [Rule] = [.unknownEndpoint, .tooLarge]

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    // Endpoints as people write them take about as many steps as they have segments.
    var steps = 1_000_000 + 100 * catalog.surfaces.lazy.flatMap(\.errors).reduce(0) { $0 + $1.endpoints.count }
    var diagnostics: [Diagnostic] = []
    for surface in catalog.surfaces {
      var suggestions = Suggestions()
      let exact = Set(surface.endpoints)
      let all = EndpointSet(surface.endpoints)
      let known = surface.endpoints.map(\.description)
      for error in surface.errors {
        for (index, endpoint) in error.endpoints.enumerated() where !exact.contains(endpoint) {
          let location = { catalog.sources.location(error.origin.range(of: ErrorKey.endpoints, item: index)) }
          guard let isCovered = all.covers(endpoint, steps: &steps) else {
            return diagnostics + [
              Diagnostic(
                .tooLarge, "the endpoints have `*` in too many places to find out which of them means `\(endpoint)`",
                at: location(), hint: "limit codes to endpoints as the surface lists them, or use fewer `*`")
            ]
          }
          if isCovered { continue }
          diagnostics.append(
            Diagnostic(
              .unknownEndpoint, "the surface `\(surface.key)` has no endpoint `\(endpoint)`", at: location(),
              hint: suggestions.hint(for: endpoint.description, among: known)
                ?? "its endpoints are \(known.prefix(5).joined(separator: ", "))\(known.count > 5 ? ", …" : "")"))
        }
      }
    }
    return diagnostics
  }
}

/// A retired code must not come back: `retired-code-in-use`.
enum RetiredCodeCheck: CatalogCheck {
  static let rules: [Rule] = [.retiredCodeInUse]

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    catalog.surfaces.flatMap { surface in
      let retired = Dictionary(
        surface.retired.map { (ExactText($0.code), $0) }, uniquingKeysWith: { first, _ in first })
      return surface.errors.compactMap { error -> Diagnostic? in
        guard let earlier = retired[ExactText(error.code)] else { return nil }
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

extension Rule {
  /// `unknown-category`.
  public static let unknownCategory = Rule(
    "unknown-category", .error, "A code names a category that the catalogue does not have.",
    explanation: "The `category` of an error is not a key under `categories`.",
    reason: "The code would have no title, guidance or recovery of a category.",
    example: .yaml(
      "sold_out: {status: 409, category: stocks, description: Nothing is left}", insteadOf: "sold_out:"),
    remedy: "Correct the name, or add the category under `categories`.")

  /// `unknown-replacement`.
  public static let unknownReplacement = Rule(
    "unknown-replacement", .error, "A replacement is not a code of the same surface, or leads back to the code itself.",
    explanation: """
      The `replacement` of a deprecated or retired code is a code of the same surface that is in use. It is not the code itself, \
      and following replacements does not lead back to it.
      """,
    reason: "Documentation and compiler warnings tell users to switch to the replacement.",
    example: .yaml("gone: {since: 1.1.0, replacement: missing}", insteadOf: "gone:"),
    remedy: "Name a code of the same surface, or leave `replacement` out.")

  /// `unknown-endpoint`.
  public static let unknownEndpoint = Rule(
    "unknown-endpoint", .error, "A code is limited to an endpoint that its surface does not have.",
    explanation: "An error's `endpoints` must be among those of its surface, or be covered by one of them.",
    reason: "The code could never occur there. Often the path is misspelt.",
    example: .yaml(
      "cart_full: {status: 409, endpoints: [/cart], description: The cart is full}", insteadOf: "cart_full:"),
    remedy: "Correct the path, or add it to the surface's `endpoints`.")

  /// `retired-code-in-use`.
  public static let retiredCodeInUse = Rule(
    "retired-code-in-use", .error, "A retired code is used again.",
    explanation: "A code is under both `errors` and `retired` of one surface.",
    reason: "Clients that were written before may still know the code by its old meaning.",
    example: .yaml("gone: {since: 1.1.0}\nnot_found: {since: 1.1.0}", insteadOf: "gone:"),
    remedy: "Use another code. If it was never meant to be retired, remove it from `retired`.")
}
