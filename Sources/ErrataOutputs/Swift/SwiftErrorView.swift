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
    .text("categoryValue", is: "the case of its category with a dot, or `nil`", \.categoryValue),
    .text("ownRecoveryMember", is: "the case of its own recovery after a dot; may be missing") {
      $0.base.error.entry.recovery.map { SwiftIdentifier($0).member }
    },
    .text("summary", is: "the description, unchanged", \.base.error.entry.description))

  var isDeprecated: Bool { base.error.entry.deprecated != nil }

  private var deprecationMessage: String? {
    base.error.entry.deprecated.map { deprecation in
      "since version \(deprecation.since)" + (deprecation.note.map { ": " + singleLine($0) } ?? "")
    }
  }

  /// As an optional; `.none` alone would be nil.
  private var categoryValue: String {
    guard let category = base.error.category else { return "nil" }
    let member = "." + SwiftIdentifier(category).member
    return member == ".none" ? "Optional(.none)" : member
  }
}
