import ErrataDiagnostics
import ErrataText
import ErrataYAML

/// The category of an error must exist: `unknown-category`.
enum CategoryReferenceCheck: CatalogCheck {
  static let rules: [Rule] = [.unknownCategory]

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    let keys = catalog.categories.map(\.key)
    let exactKeys = Set(keys.map(ExactText.init))
    var suggestions = Suggestions()
    return catalog.surfaces.flatMap { surface in
      surface.errors.compactMap { error -> Diagnostic? in
        guard let key = error.category, !exactKeys.contains(ExactText(key)) else { return nil }
        return Diagnostic(
          .unknownCategory, "unknown category `\(key)`",
          at: catalog.sources.location(error.origin.range(of: ErrorKey.category)),
          hint: suggestions.hint(for: key, among: keys) ?? "add it under `categories`")
      }
    }
  }
}

/// The endpoints of an error must be endpoints of its surface: `unknown-endpoint`.
enum EndpointCheck: CatalogCheck {
  static let rules: [Rule] = [.unknownEndpoint, .tooLarge]

  /// How many steps to spend on comparing endpoints. Typical endpoints take about one step per segment.
  static func stepLimit(for catalog: Catalog) -> Int {
    1_000_000 + 100 * catalog.surfaces.lazy.flatMap(\.errors).reduce(0) { $0 + $1.endpoints.count }
  }

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    var steps = stepLimit(for: catalog)
    var diagnostics: [Diagnostic] = []
    // A surface without endpoints has been reported.
    for surface in catalog.surfaces where !surface.endpoints.isEmpty {
      var suggestions = Suggestions()
      let exact = Set(surface.endpoints)
      let all = EndpointSet(surface.endpoints)
      let endpoints = surface.endpoints.map(\.description)
      for error in surface.errors {
        lazy var ranges = error.origin.ranges(of: ErrorKey.endpoints)
        for endpoint in error.endpoints where !exact.contains(endpoint) {
          func location() -> SourceLocation {
            catalog.sources.location(
              ranges[ExactText(endpoint.description)] ?? error.origin.range(of: ErrorKey.endpoints))
          }
          guard let isCovered = all.covers(endpoint, steps: &steps) else {
            return diagnostics + [
              Diagnostic(
                .tooLarge, "the surface's endpoints contain too many `*` to match `\(endpoint)`",
                at: location(), hint: "write an endpoint exactly as the surface does, or use fewer `*`")
            ]
          }
          if isCovered { continue }
          diagnostics.append(
            Diagnostic(
              .unknownEndpoint, "unknown endpoint `\(endpoint)` in the surface `\(surface.key)`", at: location(),
              hint: suggestions.hint(for: endpoint.description, among: endpoints)
                ?? "valid endpoints: \(endpoints.prefix(5).joined(separator: ", "))\(endpoints.count > 5 ? ", …" : "")")
          )
        }
      }
    }
    return diagnostics
  }
}

/// A retired code must not be reused: `retired-code-in-use`.
enum RetiredCodeCheck: CatalogCheck {
  static let rules: [Rule] = [.retiredCodeInUse]

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    catalog.surfaces.flatMap { surface in
      /// Keyed by `String`, since canonically equivalent codes are one code to Swift. A longer code is invalid, and slow to compare.
      let retired = Dictionary(
        surface.retired.filter { isCode($0.code) }.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
      return surface.errors.compactMap { error -> Diagnostic? in
        guard !retired.isEmpty, isCode(error.code), let earlier = retired[error.code] else { return nil }
        let message =
          error.code.isExactly(earlier.code)
          ? "the code `\(error.code)` was retired in \(earlier.since)"
          : "the code `\(error.code)` is canonically equivalent to one that was retired in \(earlier.since): they differ only in how "
            + "their characters are composed"
        return Diagnostic(
          .retiredCodeInUse, message, at: catalog.sources.location(error.origin.range),
          related: [.init("retired here", at: catalog.sources.location(earlier.origin.range))],
          hint: "use another code, since clients may still use the old meaning of this one")
      }
    }
  }
}

/// Suggests names, but only for the first problems of a kind, since a search among thousands of names is slow.
struct Suggestions {
  private var remaining = 50

  mutating func hint(for name: String, among names: some Sequence<String>) -> String? {
    guard remaining > 0 else { return nil }
    remaining -= 1
    return suggestion(for: name, among: names)
  }
}

extension Rule {
  /// `unknown-category`.
  public static let unknownCategory = Rule(
    "unknown-category", .error, "A code refers to a category that does not exist.",
    explanation: "The `category` of an error is not a key under `categories`.",
    reason: "The code would lack the title, guidance and recovery of its category.",
    example: .yaml(
      "sold_out: {status: 409, category: stocks, description: Nothing is left}", insteadOf: "sold_out:"),
    remedy: "Correct the name, or add the category under `categories`.")

  /// `unknown-endpoint`.
  public static let unknownEndpoint = Rule(
    "unknown-endpoint", .error, "A code is limited to an endpoint that is not one of its surface.",
    explanation: """
      An error's `endpoints` must be among those of its surface, or be covered by one of them. `/orders/*` covers \
      `POST /orders/new`; `POST /orders` covers neither `/orders` nor `GET /orders`.
      """,
    reason: "The code could never occur there. Often the path is misspelled.",
    example: .yaml(
      "cart_full: {status: 409, endpoints: [/cart], description: The cart is full}", insteadOf: "cart_full:"),
    remedy: "Correct the endpoint, or add it to the surface's `endpoints`.")

  /// `retired-code-in-use`.
  public static let retiredCodeInUse = Rule(
    "retired-code-in-use", .error, "A retired code is in use.",
    explanation: """
      A code is under both `errors` and `retired` of a surface. Canonically equivalent codes, as with a composed and a decomposed `é`, \
      are the same code.
      """,
    reason: "Existing clients may still use the old meaning of the code.",
    example: .yaml("gone: {since: 1.1.0}\nnot_found: {since: 1.1.0}", insteadOf: "gone:"),
    remedy: "Use another code. If it was retired by mistake, remove it from `retired`.")
}
