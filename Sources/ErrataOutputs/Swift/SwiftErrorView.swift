import ErrataCatalog
import ErrataMustache
import ErrataText

/// A code of a surface in Swift templates.
struct SwiftErrorView: TemplateView {
  let base: ErrorView
  let identifier: SwiftIdentifier
  /// The case to use instead of a deprecated one.
  let replacement: String?

  /// The codes of `surface`, in order.
  static func all(_ surface: SurfaceView) -> [Self] {
    let replacements = Set(surface.surface.errors.compactMap(\.deprecated?.replacement))
    let cases = Dictionary(
      surface.surface.errors.lazy.filter { replacements.contains($0.code) }.map { ($0.code, SwiftIdentifier($0).name) },
      uniquingKeysWith: { first, _ in first })
    return surface.errors.map { error in
      Self(
        base: error, identifier: SwiftIdentifier(error.error.entry),
        replacement: error.error.entry.deprecated?.replacement.flatMap { cases[$0] })
    }
  }

  static let fields = TemplateFields<Self>(
    extending: \.base,
    with: .text("identifier", is: "its case in a declaration", \.identifier.declared),
    .text("member", is: "its case after a dot", \.identifier.member),
    .text(
      "deprecationMessage", is: "the version it was deprecated in, and the reason; may be missing", \.deprecationMessage
    ),
    .text("replacementName", is: "the case to use instead; may be missing", \.replacement),
    .text("row", is: "its properties in columns separated by vertical bars, for a table in a string", \.row))

  var isDeprecated: Bool { base.error.entry.deprecated != nil }

  private var deprecationMessage: String? {
    base.error.entry.deprecated.map { deprecation in
      "since version \(deprecation.since)" + (deprecation.note.map { ": " + singleLine($0) } ?? "")
    }
  }

  /// Code, status, category, recovery and description, and the guidance if it has its own.
  private var row: String {
    let error = base.error.entry
    let columns = [
      error.code, error.statuses.first.map(String.init), error.category, error.recovery?.rawValue, error.description,
    ]
    let guidance = error.guidance.map { Prose($0).plain }
    let row = (columns.map { $0 ?? "" } + [guidance].compactMap(\.self)).map(columnEncoded).joined(separator: "|")
    // Avoids trailing white space in source code.
    return row.utf8.last == 0x20 ? row.dropLast() + "%20" : row
  }
}

/// `text` with `|`, `%` and control characters percent-encoded.
private func columnEncoded(_ text: String) -> String {
  func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "|") || byte == UInt8(ascii: "%") || byte == 0x7F
  }
  guard hasByte(text, where: isSpecial) else { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    if scalar.isASCII, isSpecial(UInt8(scalar.value)) {
      result += "%" + hexadecimal(scalar.value, digits: 2)
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}
