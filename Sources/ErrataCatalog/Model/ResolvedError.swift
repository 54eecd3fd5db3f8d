import ErrataText

/// An error with what it refers to: the one place that follows references.
package struct ResolvedError: Sendable {
  /// As the catalogue has it.
  package let entry: ErrorEntry
  /// The surface whose error it is.
  package let surface: Surface
  package let category: Category?
  /// What a program can do: its own recovery, or its category's.
  package let recovery: Recovery?
  /// What to do: its own guidance, or its category's.
  package let guidance: Prose?
  /// Where the catalogue's documentation is published.
  let documentation: String?

  /// Its anchor in all documentation.
  package var anchor: String { surface.anchor(for: entry.code) }

  /// Where it is documented; nil where the catalogue does not say.
  package var documentationLink: String? {
    documentation.map { "\($0)#\(urlFragment(anchor))" }
  }
}

extension Catalog {
  /// The errors of `surface`, in order, with what they refer to.
  package func resolvedErrors(of surface: Surface) -> [ResolvedError] {
    var known: [ExactText: (category: Category, guidance: Prose?)] = [:]
    for category in categories(of: surface.errors) {
      known[ExactText(category.key)] = (category, category.guidance.flatMap(prose))
    }
    return surface.errors.map { error in
      let group = error.category.flatMap { known[ExactText($0)] }
      return ResolvedError(
        entry: error, surface: surface, category: group?.category,
        recovery: error.recovery ?? group?.category.recovery,
        guidance: error.guidance.flatMap(prose) ?? group?.guidance,
        documentation: documentation)
    }
  }
}

/// nil where there is nothing but white space.
private func prose(_ text: String) -> Prose? {
  let prose = Prose(text)
  return prose.source.isEmpty ? nil : prose
}

/// `anchor` as the fragment of a URL (RFC 3986, section 3.5). Anchors are made of letters, digits and `_-.:/`.
package func urlFragment(_ anchor: String) -> String {
  guard hasByte(anchor, where: { $0 >= 0x80 }) else { return anchor }
  return anchor.utf8.map { $0 < 0x80 ? String(Unicode.Scalar($0)) : "%" + String($0, radix: 16, uppercase: true) }
    .joined()
}
