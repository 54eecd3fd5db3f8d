import ErrataText

/// An error with its references resolved.
///
/// Like an entry, it is behind one immutable reference, since outputs copy it for every name of a template.
package struct ResolvedError: Sendable {
  private let fields: Fields

  /// The entry in the catalogue.
  package var entry: ErrorEntry { fields.entry }
  /// The surface that it belongs to.
  package var surface: Surface { fields.surface }
  /// Its category, if it has one.
  package var category: Category? { fields.category }
  /// What a program can do: the error's recovery, or else its category's.
  package var recovery: Recovery? { fields.recovery }
  /// Why it may happen: one list of the paragraphs and items of all its causes.
  package var causes: Prose? {
    let blocks = entry.causes.flatMap { Prose($0).blocks }
    if blocks.isEmpty { return nil }
    return Prose([
      .list(
        blocks.flatMap { block in
          switch block {
          case .paragraph(let runs): [runs]
          case .list(let items): items
          }
        })
    ])
  }
  /// What to do: the error's guidance, or else its category's.
  package var guidance: Prose? { entry.guidance.flatMap(prose) ?? fields.categoryGuidance }

  /// Its anchor in the documentation.
  package var anchor: String { surface.anchor(for: entry.code) }

  /// The URL of its documentation; nil if the catalogue has no `documentation`.
  package var documentationLink: String? {
    fields.documentation.map { "\($0)#\(urlFragment(anchor))" }
  }

  fileprivate init(_ fields: Fields) {
    self.fields = fields
  }

  fileprivate final class Fields: Sendable {
    let entry: ErrorEntry
    let surface: Surface
    let category: Category?
    let recovery: Recovery?
    let categoryGuidance: Prose?
    /// Where the catalogue's documentation is published.
    let documentation: String?

    init(
      _ entry: ErrorEntry, _ surface: Surface, _ category: Category?, _ categoryGuidance: Prose?, documentation: String?
    ) {
      self.entry = entry
      self.surface = surface
      self.category = category
      self.recovery = entry.recovery ?? category?.recovery
      self.categoryGuidance = categoryGuidance
      self.documentation = documentation
    }
  }
}

extension Catalog {
  /// The errors of `surface`, in catalogue order, with their references resolved.
  package func resolvedErrors(of surface: Surface) -> [ResolvedError] {
    var groups: [ExactText: (category: Category, guidance: Prose?)] = [:]
    for category in categories(of: surface.errors) {
      groups[ExactText(category.key)] = (category, category.guidance.flatMap(prose))
    }
    return surface.errors.map { error in
      let group = error.category.flatMap { groups[ExactText($0)] }
      return ResolvedError(
        ResolvedError.Fields(
          error, surface, group?.category, group?.guidance, documentation: documentation))
    }
  }
}

/// nil if `text` is blank.
private func prose(_ text: String) -> Prose? {
  let prose = Prose(text)
  return prose.isEmpty ? nil : prose
}

/// `anchor` percent-encoded as the fragment of a URL (RFC 3986, section 3.5). Anchors consist of letters, digits and `_-.:/`.
package func urlFragment(_ anchor: String) -> String {
  guard hasByte(anchor, where: { $0 >= 0x80 }) else { return anchor }
  return anchor.utf8.map { $0 < 0x80 ? String(Unicode.Scalar($0)) : "%" + hexadecimal($0, digits: 2) }
    .joined()
}
