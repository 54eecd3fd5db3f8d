import ErrataText

/// Finds the nearest documented codes for misspelt ones. The search is slow, so it is limited to the first few unknown codes in
/// each part of an input.
struct Suggestions {
  private struct Suggestion {
    let name: String?
    /// The last part in which it was made.
    let part: Int
  }

  /// The maximum number of suggestions in one part of the input.
  private static let limit = 64
  private static let cacheLimit = 1_000
  /// By surface and misspelt code.
  private var cache: [[String: Suggestion]]
  private var part = 0
  private var count = 0
  private var cacheCount = 0

  init(_ catalog: CompiledCatalog) {
    cache = catalog.surfaces.map { _ in [:] }
  }

  /// Begins a part of the input. Its suggestions do not depend on earlier parts.
  mutating func beginPart() {
    part += 1
    count = 0
    if cacheCount > Self.cacheLimit {
      cache = cache.map { _ in [:] }
      cacheCount = 0
    }
  }

  /// The documented code nearest to `code`, if any is near enough.
  mutating func nearest(to code: String, on surface: CompiledSurface) -> String? {
    if code.utf8.count > 64 { return nil }
    let suggestion = cache[surface.index][code]
    if let suggestion, suggestion.part == part { return suggestion.name }
    guard count < Self.limit else { return nil }
    count += 1
    if suggestion == nil { cacheCount += 1 }
    let codes = surface.codeNames.prefix(surface.documentedCount)
    let name = suggestion.map(\.name) ?? nearestName(to: code, among: codes)
    cache[surface.index][code] = Suggestion(name: name, part: part)
    return name
  }
}
