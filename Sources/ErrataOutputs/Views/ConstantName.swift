import ErrataCatalog
import Foundation

/// Gives identifiers in SCREAMING_CASE, no two of them alike.
struct ConstantNames {
  /// Identifiers that are no longer free, compared as Python does (PEP 3131: NFKC).
  private var taken: Set<String> = []
  /// The number to try next after words that are taken.
  private var nextNumbers: [String: Int] = [:]

  /// The identifier that the words of `text` make, of the letters and decimal digits that all languages take; where its words
  /// alone are taken, it ends in a number.
  mutating func name(for text: String) -> String {
    let words = words(of: text).map(portableCapitals)
    let name = words.filter { !$0.isEmpty }.joined(separator: "_")
    let isWhole = name.unicodeScalars.first?.properties.isXIDStart ?? false
    let base = isWhole ? name : "CODE_" + name
    if take(base) { return base }
    let key = normalized(base)
    var number = nextNumbers[key, default: 2]
    while !take("\(base)_\(number)") { number += 1 }
    nextNumbers[key] = number + 1
    return "\(base)_\(number)"
  }

  /// Whether `name` was free; it is taken from now on.
  private mutating func take(_ name: String) -> Bool {
    taken.insert(normalized(name)).inserted
  }

  private func normalized(_ name: String) -> String {
    name.precomposedStringWithCompatibilityMapping.uppercased()
  }
}
