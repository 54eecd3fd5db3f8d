import ErrataCatalog

/// Matches values against the patterns of fields.
struct PatternMatcher {
  private struct Pattern {
    /// nil if the pattern does not compile, in which case everything matches.
    let expression: Regex<AnyRegexOutput>?
    /// Values that are known to match. Most responses repeat a few values.
    var cache: Set<[UInt8]> = []
  }

  /// By surface and field.
  private var patterns: [[Pattern?]]
  private static let cacheLimit = 1_000

  init(_ catalog: CompiledCatalog) {
    patterns = catalog.surfaces.map { surface in
      surface.patterns.map { $0.map { Pattern(expression: fieldExpression(of: $0)) } }
    }
  }

  /// Whether `text` matches the pattern of the field at index `field` of `surface`.
  mutating func matches(_ text: String, surface: CompiledSurface, field: Int) -> Bool {
    guard let pattern = patterns[surface.index][field], let expression = pattern.expression else { return true }
    let bytes = text.utf8.count < 256 ? Array(text.utf8) : nil
    if let bytes, pattern.cache.contains(bytes) { return true }
    guard (try? expression.firstMatch(in: text)) != nil else { return false }
    if let bytes, pattern.cache.count < Self.cacheLimit { patterns[surface.index][field]!.cache.insert(bytes) }
    return true
  }
}
