/// A string that is compared scalar by scalar, as keys in YAML and names on the wire are.
///
/// `String` also considers canonically equivalent strings equal, such as a composed and a decomposed `é`. It normalizes them
/// to compare them, in time quadratic in the length of a run of combining marks.
package struct ExactText: Hashable, Sendable, CustomStringConvertible {
  /// The string itself.
  package let description: String

  /// - Parameter text: the string to wrap.
  @inlinable
  package init(_ text: String) {
    description = text
  }

  /// Compares scalars.
  @inlinable
  package static func == (left: Self, right: Self) -> Bool {
    left.description.isExactly(right.description)
  }

  /// Hashes the UTF-8 bytes.
  @inlinable
  package func hash(into hasher: inout Hasher) {
    for byte in description.utf8 { hasher.combine(byte) }
    // A terminator that never occurs in UTF-8, so that consecutive strings hash differently from their concatenation.
    hasher.combine(UInt8.max)
  }
}

extension String {
  /// Whether both strings have the same Unicode scalars.
  @inlinable
  package func isExactly(_ other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }
}

extension CaseIterable where Self: RawRepresentable, RawValue == String {
  /// The case whose raw value has the same Unicode scalars as `text`; nil if there is none.
  package init?(exactly text: String) {
    guard let value = Self.allCases.first(where: { $0.rawValue.isExactly(text) }) else { return nil }
    self = value
  }
}
