import ErrataCatalog

/// Matches texts with the patterns of fields.
struct PatternMatcher {
  private struct Pattern {
    /// nil where the catalogue has let something through that is no pattern: then everything matches.
    let expression: Regex<AnyRegexOutput>?
    /// Texts that match, byte by byte: most responses say the same few things.
    var known: Set<[UInt8]> = []
  }

  /// By surface and field.
  private var patterns: [[Pattern?]]
  private static let knownLimit = 1_000

  init(_ catalog: CompiledCatalog) {
    patterns = catalog.surfaces.map { surface in
      surface.patterns.map { $0.map { Pattern(expression: fieldExpression(of: $0)) } }
    }
  }

  /// Whether `text` matches the pattern of the field with the index `field` on `surface`.
  mutating func matches(_ text: String, surface: CompiledSurface, field: Int) -> Bool {
    guard let pattern = patterns[surface.index][field], let expression = pattern.expression else { return true }
    let bytes = text.utf8.count < 256 ? Array(text.utf8) : nil
    if let bytes, pattern.known.contains(bytes) { return true }
    guard (try? expression.firstMatch(in: text)) != nil else { return false }
    if let bytes, pattern.known.count < Self.knownLimit { patterns[surface.index][field]!.known.insert(bytes) }
    return true
  }
}
