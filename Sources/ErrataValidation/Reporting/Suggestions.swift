import ErrataDiagnostics

/// Finds the codes that misspelt ones were probably meant to be. Looking takes long, so it is done for the first few only.
struct Suggestions {
  private static let limit = 64
  private var known: [String: String?] = [:]

  /// The nearest documented code, where there is one.
  mutating func nearest(to code: String, on surface: CompiledSurface) -> String? {
    if code.utf8.count > 64 { return nil }
    let key = surface.key + " " + code
    if let answer = known[key] { return answer }
    guard known.count < Self.limit else { return nil }
    let answer = nearestName(to: code, among: surface.codeNames.prefix(surface.documentedCount))
    known[key] = .some(answer)
    return answer
  }
}
