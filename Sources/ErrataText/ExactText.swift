/// A text that equals another only when both have the same Unicode scalars, as keys in YAML and names on the wire do.
///
/// `String` also takes canonically equivalent texts for equal, such as a composed and a decomposed `é`. To find out it
/// normalizes them, which takes time that grows with the square of a run of combining marks.
package struct ExactText: Hashable, Sendable, CustomStringConvertible {
  /// The text itself.
  package let description: String

  /// - Parameter text: the text itself.
  @inlinable
  package init(_ text: String) {
    description = text
  }

  /// Compares scalars.
  @inlinable
  package static func == (left: Self, right: Self) -> Bool {
    left.description.isExactly(right.description)
  }

  /// Equal texts have equal hashes.
  @inlinable
  package func hash(into hasher: inout Hasher) {
    for byte in description.utf8 { hasher.combine(byte) }
    // No UTF-8 has this byte, so that texts next to each other do not run together.
    hasher.combine(UInt8.max)
  }
}

extension String {
  /// Whether both texts have the same Unicode scalars.
  @inlinable
  package func isExactly(_ other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }
}

extension CaseIterable where Self: RawRepresentable, RawValue == String {
  /// The case that is written as `text`, scalar by scalar; nil where there is none.
  package init?(exactly text: String) {
    guard let value = Self.allCases.first(where: { $0.rawValue.isExactly(text) }) else { return nil }
    self = value
  }
}
