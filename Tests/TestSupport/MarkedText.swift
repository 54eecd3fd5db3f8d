import ErrataDiagnostics

/// A text with the positions of the markers `1️⃣`, `2️⃣` … that a test writes into it: `a: 1️⃣[b2️⃣`.
public struct MarkedText: Sendable {
  /// A position in the text without markers.
  public struct Place: Sendable {
    /// The line, and the column in Unicode scalars.
    public let position: SourcePosition
    /// The offset in UTF-8 bytes.
    public let offset: Int
  }

  /// The text without markers.
  public let text: String
  private let places: [Unicode.Scalar: Place]

  /// - Parameter marked: the text with its markers. Lines end as in YAML 1.1 (section 5.4).
  public init(_ marked: String) {
    let scalars = Array(marked.unicodeScalars)
    var places: [Unicode.Scalar: Place] = [:]
    var text = String.UnicodeScalarView()
    var (line, column, offset) = (UInt32(1), UInt32(1), 0)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if scalars[index...].dropFirst().starts(with: ["\u{FE0F}", "\u{20E3}"]) {
        places[scalar] = Place(position: SourcePosition(line: line, column: column), offset: offset)
        index += 3
        continue
      }
      text.append(scalar)
      offset += UTF8.width(scalar)
      index += 1
      let endsLine =
        switch scalar {
        case "\n", "\u{85}", "\u{2028}", "\u{2029}": true
        case "\r": index == scalars.count || scalars[index] != "\n"
        default: false
        }
      (line, column) = endsLine ? (line + 1, 1) : (line, column + 1)
    }
    self.text = String(text)
    self.places = places
  }

  /// The bytes of the text without markers.
  public var bytes: [UInt8] { Array(text.utf8) }

  /// The place of `marker`, such as `1️⃣`; nil if the text doesn't have it.
  public subscript(marker: Character) -> Place? {
    marker.unicodeScalars.first.flatMap { places[$0] }
  }
}
