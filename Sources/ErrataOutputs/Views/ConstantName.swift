import ErrataCatalog
import Foundation

/// Assigns unique identifiers in SCREAMING_CASE.
struct ConstantNames {
  /// Identifiers in use, normalized as in Python (PEP 3131: NFKC).
  private var taken: Set<String> = []
  /// The next suffix to try for each identifier in use.
  private var nextNumbers: [String: Int] = [:]

  /// A unique identifier from the words of `text`, with the letters and decimal digits that all languages accept; it ends in a
  /// number if the words alone are in use.
  mutating func name(for text: String) -> String {
    let words = words(of: text).map(portableCapitals)
    let name = words.filter { !$0.isEmpty }.joined(separator: "_")
    let isWhole = name.unicodeScalars.first?.properties.isXIDStart ?? false
    let base = isWhole ? name : "CODE_" + name
    if reserve(base) { return base }
    let key = normalized(base)
    var number = nextNumbers[key, default: 2]
    while !reserve("\(base)_\(number)") { number += 1 }
    nextNumbers[key] = number + 1
    return "\(base)_\(number)"
  }

  /// Reserves `name`; false if it was in use.
  private mutating func reserve(_ name: String) -> Bool {
    taken.insert(normalized(name)).inserted
  }

  private func normalized(_ name: String) -> String {
    name.precomposedStringWithCompatibilityMapping.uppercased()
  }
}
