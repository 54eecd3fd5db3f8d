import ErrataCatalog
import ErrataText
import Foundation
import Synchronization

/// Assigns unique identifiers in SCREAMING_CASE.
struct ConstantNames {
  private var names = UniqueNames()

  /// A unique identifier from the words of `text`, with the letters and decimal digits that all languages accept; it ends in a
  /// number if the words alone are in use.
  mutating func name(for text: String) -> String {
    let words = words(of: text).map(portableCapitals)
    let name = words.filter { !$0.isEmpty }.joined(separator: "_")
    let isWhole = name.unicodeScalars.first?.properties.isXIDStart ?? false
    return names.unique(isWhole ? name : "CODE_" + name)
  }
}

/// Makes names unique with numbers.
struct UniqueNames {
  /// Names in use, normalized as in Python (PEP 3131: NFKC) and in capitals.
  private var taken: Set<String> = []
  /// The next number to try for each name in use.
  private var nextNumbers: [String: Int] = [:]

  /// `name`, or `name_2` and so on if it is in use.
  mutating func unique(_ name: String) -> String {
    if reserve(name) { return name }
    let key = normalized(name)
    var number = nextNumbers[key, default: 2]
    while !reserve("\(name)_\(number)") { number += 1 }
    nextNumbers[key] = number + 1
    return "\(name)_\(number)"
  }

  /// Reserves `name`; false if it was in use.
  private mutating func reserve(_ name: String) -> Bool {
    taken.insert(normalized(name)).inserted
  }

  private func normalized(_ name: String) -> String {
    // Normalization is slow and does not change ASCII.
    hasByte(name, where: { $0 >= 0x80 })
      ? name.precomposedStringWithCompatibilityMapping.uppercased() : name.uppercased()
  }
}

/// The constants of the codes of a surface. They are made for the first one that a template asks for: most outputs ask for none.
final class SurfaceConstants: Sendable {
  private let errors: [ErrorEntry]
  private let constants = Mutex<[String]?>(nil)

  init(_ surface: Surface) {
    errors = surface.errors
  }

  /// The constant of the code at `index`.
  subscript(index: Int) -> String {
    constants.withLock { constants in
      if let constants { return constants[index] }
      var names = ConstantNames()
      let made = errors.map { names.name(for: $0.name ?? $0.code) }
      constants = made
      return made[index]
    }
  }
}
