import ErrataCatalog
import ErrataText

/// The anchor of a code, as its place has it and as a link to it has it.
struct CodeAnchor: Sendable {
  let id: String
  /// Percent-encoded (RFC 3986, section 3.5).
  let link: String

  init(_ code: String, on surface: Surface) {
    id = surface.anchor(for: code)
    link = fragment(id)
  }
}

/// `anchor` as the fragment of a URL (RFC 3986, section 3.5). Anchors are made of letters, digits and `_-.:/`.
func fragment(_ anchor: String) -> String {
  guard hasByte(anchor, where: { $0 >= 0x80 }) else { return anchor }
  return anchor.utf8.map { $0 < 0x80 ? String(Unicode.Scalar($0)) : "%" + String($0, radix: 16, uppercase: true) }
    .joined()
}
