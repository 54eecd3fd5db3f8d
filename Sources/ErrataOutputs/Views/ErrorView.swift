import ErrataCatalog
import ErrataMustache
import ErrataText

/// A code of a surface in templates.
struct ErrorView: TemplateView {
  let error: ResolvedError
  /// Where it is among the codes of its surface.
  let index: Int
  let constants: SurfaceConstants

  var constant: String { constants[index] }

  /// What its identifiers are made from.
  var name: String { error.entry.name ?? error.entry.code }

  static let fields = TemplateFields<Self>(
    .text("code", is: "the code on the wire", \.error.entry.code),
    .text(
      "constant", is: "an identifier in SCREAMING_CASE, of letters, digits and `_`, unique on the surface",
      \.constant),
    .text("description", is: "the description in the API; may be missing", \.description),
    .text("status", is: "the usual HTTP status, a number; may be missing") {
      $0.error.entry.statuses.first.map(String.init)
    },
    .list("statuses", is: "all its HTTP statuses") { $0.error.entry.statuses.map(StatusView.init) },
    .text("categoryKey", is: "the key of its category; may be missing", \.error.category?.key),
    .text("categoryConstant", is: "the same in SCREAMING_CASE; may be missing") {
      $0.error.category?.key.uppercased()
    },
    .text("recoveryKey", is: "the recovery: its own or its category's; may be missing") {
      $0.error.recovery?.rawValue
    },
    .text("recoveryConstant", is: "the same in SCREAMING_CASE; may be missing", \.error.recovery?.constant),
    .text("recoveryPhrase", is: "the same as a short phrase; may be missing", \.error.recovery?.phrase),
    .prose("causes", is: "why it may happen, as a list; may be missing", \.error.causes),
    .prose("guidance", is: "what to do: its own or its category's; may be missing", \.error.guidance),
    .flag("labelsGuidance", is: "whether `guidance` is after `causes` or begins with a list, and so needs a label") {
      $0.error.labelsGuidance
    },
    .text("ownRecoveryKey", is: "its own recovery, without its category's; may be missing") {
      $0.error.entry.recovery?.rawValue
    },
    .text("ownRecoveryConstant", is: "the same in SCREAMING_CASE; may be missing", \.error.entry.recovery?.constant),
    .text("ownGuidance", is: "its own guidance, without its category's; may be missing") {
      $0.error.entry.guidance.map { Prose($0).plain }
    },
    .text("anchor", is: "its anchor in the documentation", \.error.anchor),
    .text("fragment", is: "the same, percent-encoded for a link") { urlFragment($0.error.anchor) },
    .text("link", is: "the URL of its documentation; may be missing", \.error.documentationLink),
    .text("since", is: "the version that added it; may be missing", \.error.entry.since?.description),
    .section("deprecated", is: "the deprecation, if it is deprecated") {
      $0.error.entry.deprecated.map(DeprecationView.init)
    },
    .flag("hasFacts", is: "whether there are `facts`") {
      $0.error.hasFacts
    },
    .list("facts", is: "its properties other than description, causes and guidance") {
      $0.error.facts.map { FactView(label: $0.label, value: $0.value.text) }
    },
    .text(
      "example",
      is: "an example response: the body, below its headers if it has any; the challenge; or the query of the redirect"
    ) {
      ExampleResponse(of: $0.error).text
    },
    .comment("documentation", is: "its documentation comment", \.error.documentation),
    .list("comment", is: "the lines of its documentation comment") { CommentLine.lines($0.error.documentation) })

  private var description: String? {
    let line = singleLine(error.entry.description)
    return line.isEmpty ? nil : line
  }

  /// The codes of a surface, in order, each with a unique identifier.
  static func all(of surface: Surface, in catalog: Catalog) -> [Self] {
    let constants = SurfaceConstants(surface)
    return catalog.resolvedErrors(of: surface).enumerated().map {
      Self(error: $1, index: $0, constants: constants)
    }
  }
}

/// An HTTP status in templates.
struct StatusView: TemplateView {
  let status: Int

  init(_ status: Int) {
    self.status = status
  }

  static let fields = TemplateFields<Self>(
    .text("number", is: "the status") { "\($0.status)" },
    .text("line", is: "the status with its reason phrase, if it has one: `400 Bad Request`") {
      statusLine($0.status)
    },
    .flag("isClientError", is: "whether it is 400 to 499") { (400...499).contains($0.status) },
    .flag("isServerError", is: "whether it is 500 to 599") { (500...599).contains($0.status) })
}

/// A fact in templates.
struct FactView: TemplateView {
  let label: String
  let value: String

  static let fields = TemplateFields<Self>(
    .text("label", is: "a short label, such as `Status`", \.label),
    .text("value", is: "the value as text", \.value))
}

/// A fact as templates of a language see it that lays facts out itself.
struct FormattedFactView: TemplateView {
  let label: String
  let value: String

  static let fields = TemplateFields<Self>(
    .text("label", is: "a short label, such as `Status`", \.label),
    .formatted("value", is: "the value, formatted", \.value))
}

/// A deprecation in templates.
struct DeprecationView: TemplateView {
  let deprecation: Deprecation

  init(_ deprecation: Deprecation) {
    self.deprecation = deprecation
  }

  static let fields = TemplateFields<Self>(
    .text("deprecatedIn", is: "the version it was deprecated in", \.deprecation.since.description),
    .text("replacement", is: "the code to use instead; may be missing", \.deprecation.replacement),
    .text("note", is: "the reason; may be missing", \.deprecation.note),
    .formatted("sentence", is: "the whole deprecation as a sentence, safe in a comment of any language") {
      commentText($0.deprecation.sentence)
    })
}
