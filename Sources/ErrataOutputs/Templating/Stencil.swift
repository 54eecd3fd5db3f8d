import ErrataText
import Mustache

/// A template for something that comes thousands of times: a row, a section, a case.
///
/// Mustache looks every name up anew for every value, which takes most of the time of a large catalogue. Yet what it makes of
/// a template depends on the values only in two ways: which of them are there, and what they say. So Mustache renders the
/// template once for each combination of values that are there, with slots in their places, and the values are put into the
/// slots.
struct Stencil<Context: TemplateContext> {
  private struct Piece {
    /// What stands before the slot.
    let text: String
    /// nil after the last slot.
    let slot: Slot?
  }

  private let template: MustacheTemplate
  private var pieces: [UInt64: [Piece]] = [:]

  /// - Parameter template: one that uses texts and flags of at most 64 fields, and no lists.
  init(_ template: MustacheTemplate) {
    self.template = template
  }

  /// Adds `context` to `output` as the template shows it.
  mutating func render(_ context: Context, into output: inout String) {
    let values = Context.fields.ordered.map { $0.value(context) }
    var isThere: UInt64 = 0
    for (index, value) in values.enumerated() where value.isThere { isThere |= 1 << UInt64(index) }
    if pieces[isThere] == nil { pieces[isThere] = prepare(isThere) }
    for piece in pieces[isThere] ?? [] {
      output += piece.text
      guard let slot = piece.slot, case .text(let value) = values[slot.field] else { continue }
      output += slot.escaper?.escape(value) ?? value
    }
  }

  private func prepare(_ isThere: UInt64) -> [Piece] {
    var rest = Substring(template.render(SlotContext<Context>(isThere: isThere)))
    var pieces: [Piece] = []
    while let start = rest.unicodeScalars.firstIndex(of: Slot.mark),
      let end = rest[start...].unicodeScalars.dropFirst().firstIndex(of: Slot.mark)
    {
      let after = rest.unicodeScalars.index(after: end)
      pieces.append(Piece(text: String(rest[..<start]), slot: Slot(String(rest[start..<after]))))
      rest = rest[after...]
    }
    return pieces + [Piece(text: String(rest), slot: nil)]
  }
}

/// `text` without its last line break; nil where it is empty. So a template can give it a line of its own.
func block(_ text: String) -> String? {
  guard text.utf8.last == UInt8(ascii: "\n") else { return text.isEmpty ? nil : text }
  return String(text.utf8.dropLast())
}

extension TemplateValue {
  fileprivate var isThere: Bool {
    switch self {
    case .missing, .flag(false): false
    case .text, .flag(true), .section: true
    }
  }
}

extension Sequence where Element: TemplateContext {
  /// Each element as `template` shows it, one after the other.
  func rendered(by template: MustacheTemplate) -> String {
    var stencil = Stencil<Element>(template)
    var output = ""
    for (index, element) in enumerated() {
      // One growth to the likely size is cheaper than many.
      if index == 64 { output.reserveCapacity(output.utf8.count / 60 * underestimatedCount) }
      stencil.render(element, into: &output)
    }
    return output
  }
}

/// The place of a value in a stencil, as a text that passes through Mustache.
struct Slot {
  /// A private character: it stands in no template.
  static let mark: Unicode.Scalar = "\u{F8FF}"

  /// The value's index among the context's fields.
  let field: Int
  /// Who makes the value safe there; nil where the template takes it as it is.
  let escaper: Escaper?

  init(field: Int, escaper: Escaper? = nil) {
    self.field = field
    self.escaper = escaper
  }

  /// nil for any other text. A catalogue's text of this form would come out as it is, which is harmless in every language.
  init?(_ text: String) {
    let scalars = text.unicodeScalars
    guard scalars.first == Self.mark, scalars.last == Self.mark else { return nil }
    let parts = Substring(scalars.dropFirst().dropLast()).split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let field = Int(parts[0]) else { return nil }
    self.init(field: field, escaper: Escaper(rawValue: String(parts[1])))
  }

  func escaped(by escaper: Escaper) -> Slot {
    Slot(field: field, escaper: escaper)
  }

  var text: String {
    "\(Self.mark)\(field):\(escaper?.rawValue ?? "")\(Self.mark)"
  }
}

/// Answers to a context's names with slots.
private struct SlotContext<Context: TemplateContext>: MustacheParent {
  let isThere: UInt64

  func child(named name: String) -> Any? {
    guard let index = Context.fields.index[name] else { return nil }
    let isThere = isThere & 1 << UInt64(index) != 0
    if case .flag = Context.fields.ordered[index].shape { return isThere }
    return isThere ? Slot(field: index).text : nil
  }
}
