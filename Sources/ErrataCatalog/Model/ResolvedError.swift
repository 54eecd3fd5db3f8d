import ErrataText

/// An error with its references resolved.
package struct ResolvedError: Sendable {
  /// The entry in the catalogue.
  package let entry: ErrorEntry
  /// The surface that it belongs to.
  package let surface: Surface
  /// Its category, if it has one.
  package let category: Category?
  /// What a program can do: the error's recovery, or else its category's.
  package let recovery: Recovery?
  /// What to do: the error's guidance, or else its category's.
  package let guidance: Prose?
  /// Where the catalogue's documentation is published.
  let documentation: String?

  /// Its anchor in the documentation.
  package var anchor: String { surface.anchor(for: entry.code) }

  /// The URL of its documentation; nil if the catalogue has no `documentation`.
  package var documentationLink: String? {
    documentation.map { "\($0)#\(urlFragment(anchor))" }
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
        entry: error, surface: surface, category: group?.category,
        recovery: error.recovery ?? group?.category.recovery,
        guidance: error.guidance.flatMap(prose) ?? group?.guidance,
        documentation: documentation)
    }
  }
}

/// nil if `text` is blank.
private func prose(_ text: String) -> Prose? {
  let prose = Prose(text)
  return prose.source.isEmpty ? nil : prose
}

/// `anchor` percent-encoded as the fragment of a URL (RFC 3986, section 3.5). Anchors consist of letters, digits and `_-.:/`.
package func urlFragment(_ anchor: String) -> String {
  guard hasByte(anchor, where: { $0 >= 0x80 }) else { return anchor }
  return anchor.utf8.map { $0 < 0x80 ? String(Unicode.Scalar($0)) : "%" + hexadecimal($0, digits: 2) }
    .joined()
}
