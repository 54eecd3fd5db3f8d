import ErrataCatalog
import Foundation

/// The identifier in SCREAMING_CASE that the words of `text` make, of the letters and decimal digits that all languages take.
/// - Parameter taken: identifiers that are no longer free, compared as Python does (PEP 3131: NFKC). The new one is added; where
///   its words alone are taken, it ends in a number.
func constantName(for text: String, taken: inout Set<String>) -> String {
  let words = words(of: text).map(portableCapitals)
  let name = words.filter { !$0.isEmpty }.joined(separator: "_")
  let isWhole = name.unicodeScalars.first?.properties.isXIDStart ?? false
  let base = isWhole ? name : "CODE_" + name
  func isFree(_ name: String) -> Bool {
    taken.insert(name.precomposedStringWithCompatibilityMapping.uppercased()).inserted
  }
  if isFree(base) { return base }
  var number = 2
  while !isFree("\(base)_\(number)") { number += 1 }
  return "\(base)_\(number)"
}
