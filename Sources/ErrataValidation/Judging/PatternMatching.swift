import ErrataText

/// Holds texts against the patterns of fields.
///
/// Patterns are regular expressions of ECMA-262, of which catalogues may use what all dialects share. They match somewhere in
/// the text, character by character and not by grapheme cluster, and `\d`, `\w` and `\s` mean ASCII.
struct PatternMatching {
  private struct Pattern {
    let regex: Regex<AnyRegexOutput>?
    /// Texts that match, byte by byte: most answers say the same few things.
    var known: Set<[UInt8]> = []
  }

  private var patterns: [[Pattern?]]
  private let surfaceIndexes: [ObjectIdentifier: Int]
  private static let knownLimit = 1_000

  init(_ catalog: CompiledCatalog) {
    patterns = catalog.surfaces.map { surface in
      surface.patterns.map { $0.map { Pattern(regex: Self.regex($0)) } }
    }
    surfaceIndexes = Dictionary(
      uniqueKeysWithValues: catalog.surfaces.enumerated().map { (ObjectIdentifier($0.element), $0.offset) })
  }

  /// nil where the catalogue has let something through that is no pattern: then it is not judged.
  private static func regex(_ pattern: String) -> Regex<AnyRegexOutput>? {
    try? Regex(pattern).matchingSemantics(.unicodeScalar).asciiOnlyDigits().asciiOnlyWordCharacters()
      .asciiOnlyWhitespace()
  }

  /// Whether `text` matches the pattern of the field with the index `field` on `surface`.
  mutating func matches(_ text: String, surface: CompiledSurface, field: Int) -> Bool {
    let index = surfaceIndexes[ObjectIdentifier(surface)]!
    guard let pattern = patterns[index][field], let regex = pattern.regex else { return true }
    let bytes = text.utf8.count < 256 ? Array(text.utf8) : nil
    if let bytes, pattern.known.contains(bytes) { return true }
    guard (try? regex.firstMatch(in: text)) != nil else { return false }
    if let bytes, pattern.known.count < Self.knownLimit { patterns[index][field]!.known.insert(bytes) }
    return true
  }
}
