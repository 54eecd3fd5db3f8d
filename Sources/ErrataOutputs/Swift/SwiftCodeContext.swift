import ErrataCatalog
import ErrataText

/// One code of a surface, wherever it stands in the file.
struct SwiftCodeContext: TemplateContext {
  let documentation: String?
  let deprecation: SwiftDeprecation?
  let identifier: SwiftIdentifier
  let code: String
  /// What the catalogue says of it, on one line.
  let row: String

  static let fields = TemplateFields<Self>(
    .text("documentation", \.documentation),
    .text("deprecationMessage", \.deprecation?.message),
    .text("replacement", \.deprecation?.replacement),
    .text("identifier", \.identifier.declared),
    .text("member", \.identifier.member),
    .text("code", \.code),
    .text("row", \.row))
}

/// Why not to use a code any more.
struct SwiftDeprecation: Sendable {
  let message: String
  /// The case to use instead.
  let replacement: String?

  /// - Parameter cases: the names of the cases, by their codes.
  init(_ deprecation: Deprecation, _ cases: [String: String]) {
    message = "since version \(deprecation.since)" + (deprecation.note.map { ": " + singleLine($0) } ?? "")
    replacement = deprecation.replacement.flatMap { cases[$0] }
  }
}

/// The codes of a surface, in its order.
func swiftCodes(of surface: Surface, in catalog: Catalog) -> [SwiftCodeContext] {
  // Thousands of codes share a few categories.
  let guidance = Dictionary(
    catalog.categories(of: surface.errors).map { ($0.key, Prose($0.guidance ?? "").source) },
    uniquingKeysWith: { first, _ in first })
  let replacements = Set(surface.errors.compactMap(\.deprecated?.replacement))
  let cases = Dictionary(
    surface.errors.lazy.filter { replacements.contains($0.code) }.map { ($0.code, SwiftIdentifier($0).name) },
    uniquingKeysWith: { first, _ in first })
  return surface.errors.map { error in
    let own = error.guidance.map(Prose.init)
    var comment = DocumentationComment(indent: 2)
    comment.add(Prose(error.description).source)
    let facts = ErrorFacts(error, in: catalog)
    comment.add([facts.line].compactMap(\.self) + facts.sentences)
    comment.add(own?.source ?? error.category.flatMap { guidance[$0] } ?? [])
    return SwiftCodeContext(
      documentation: comment.text.isEmpty ? nil : comment.text,
      deprecation: error.deprecated.map { SwiftDeprecation($0, cases) },
      identifier: SwiftIdentifier(error), code: error.code, row: row(error, guidance: own?.plain))
  }
}

/// Code, status, category, recovery and description, and the guidance where it has its own, with `|` between them.
private func row(_ error: ErrorEntry, guidance: String?) -> String {
  let columns = [
    error.code, error.statuses.first.map(String.init), error.category, error.recovery?.rawValue, error.description,
  ]
  let row = (columns.map { $0 ?? "" } + [guidance].compactMap(\.self)).map(columnEncoded).joined(separator: "|")
  // No line of source ends with white space.
  return row.utf8.last == 0x20 ? row.dropLast() + "%20" : row
}

/// `text` with percent escapes for what would end a column or a row, and for `%` itself.
private func columnEncoded(_ text: String) -> String {
  func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "|") || byte == UInt8(ascii: "%") || byte == 0x7F
  }
  guard hasByte(text, where: isSpecial) else { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    if scalar.isASCII, isSpecial(UInt8(scalar.value)) {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      result += scalar.value < 0x10 ? "%0" + digits : "%" + digits
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}
