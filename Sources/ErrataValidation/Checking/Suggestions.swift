import ErrataText

/// Finds the codes that misspelt ones were probably meant to be. Looking takes long, so it is done for the first few of each
/// part of an input only.
struct Suggestions {
  private struct Suggestion {
    let name: String?
    /// The part in which it was made last.
    let part: Int
  }

  private static let limit = 64
  private static let memoryLimit = 1_000
  /// By surface and misspelt code.
  private var known: [[String: Suggestion]]
  private var part = 0
  private var count = 0
  private var remembered = 0

  init(_ catalog: CompiledCatalog) {
    known = catalog.surfaces.map { _ in [:] }
  }

  /// Begins a part of the input. What is suggested there does not depend on the parts before.
  mutating func beginPart() {
    part += 1
    count = 0
    if remembered > Self.memoryLimit {
      known = known.map { _ in [:] }
      remembered = 0
    }
  }

  /// The nearest documented code, where there is one.
  mutating func nearest(to code: String, on surface: CompiledSurface) -> String? {
    if code.utf8.count > 64 { return nil }
    let suggestion = known[surface.index][code]
    if let suggestion, suggestion.part == part { return suggestion.name }
    guard count < Self.limit else { return nil }
    count += 1
    if suggestion == nil { remembered += 1 }
    let codes = surface.codeNames.prefix(surface.documentedCount)
    let name = suggestion.map(\.name) ?? nearestName(to: code, among: codes)
    known[surface.index][code] = Suggestion(name: name, part: part)
    return name
  }
}
