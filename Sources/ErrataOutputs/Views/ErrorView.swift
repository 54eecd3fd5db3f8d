import ErrataCatalog
import ErrataMustache
import ErrataText

/// One code of a surface as templates see it.
struct ErrorView: TemplateView {
  let error: ResolvedError
  let constant: String

  static let fields = TemplateFields<Self>(
    .text("code", is: "the code as on the wire", \.error.entry.code),
    .text(
      "constant", is: "an identifier in SCREAMING_CASE, of letters, digits and `_`, like no other of the surface",
      \.constant),
    .text("description", is: "what the API says of it; may be missing", \.description),
    .text("status", is: "the usual HTTP status, a number; may be missing") {
      $0.error.entry.statuses.first.map(String.init)
    },
    .list("statuses", is: "all its HTTP statuses") { $0.error.entry.statuses.map(StatusView.init) },
    .text("categoryKey", is: "the key of its category; may be missing", \.error.category?.key),
    .text("categoryConstant", is: "the same in SCREAMING_CASE; may be missing") {
      $0.error.category?.key.uppercased()
    },
    .text("recoveryKey", is: "what a program can do: its own or its category's; may be missing") {
      $0.error.recovery?.rawValue
    },
    .text("recoveryConstant", is: "the same in SCREAMING_CASE; may be missing", \.error.recovery?.constant),
    .text("recoveryPhrase", is: "the same in a few words; may be missing", \.error.recovery?.phrase),
    .prose("guidance", is: "what to do: its own or its category's; may be missing", \.error.guidance),
    .text("ownRecoveryKey", is: "the recovery that it names itself, instead of its category's; may be missing") {
      $0.error.entry.recovery?.rawValue
    },
    .text("ownRecoveryConstant", is: "the same in SCREAMING_CASE; may be missing", \.error.entry.recovery?.constant),
    .text("ownGuidance", is: "the guidance that it has itself, instead of its category's; may be missing") {
      $0.error.entry.guidance.map { Prose($0).plain }
    },
    .text("anchor", is: "its anchor in all documentation", \.error.anchor),
    .text("fragment", is: "the same, percent-encoded for a link") { urlFragment($0.error.anchor) },
    .text("link", is: "where it is documented; may be missing", \.error.documentationLink),
    .text("since", is: "the version that brought it; may be missing", \.error.entry.since?.description),
    .section("deprecated", is: "where it is deprecated") { $0.error.entry.deprecated.map(DeprecationView.init) },
    .flag("hasFacts", is: "whether anything is known of it beside its description and guidance") {
      !$0.error.facts.isEmpty
    },
    .list("facts", is: "what is known of it beside its description and guidance") {
      $0.error.facts.map { FactView(label: $0.label, value: $0.value.words) }
    },
    .text("example", is: "how it comes: the object in the body, or the query of the redirect") {
      ExampleResponse(of: $0.error).text
    },
    .comment("documentation", is: "what is known of it, as a documentation comment", \.error.commentParagraphs),
    .list("comment", is: "the same, as the lines of a comment") { CommentLine.lines($0.error.commentParagraphs) })

  private var description: String? {
    let line = singleLine(error.entry.description)
    return line.isEmpty ? nil : line
  }

  /// The codes of a surface, in its order, each with an identifier of its own.
  static func all(of surface: Surface, in catalog: Catalog) -> [Self] {
    var constants = ConstantNames()
    return catalog.resolvedErrors(of: surface).map {
      Self(error: $0, constant: constants.name(for: $0.entry.name ?? $0.entry.code))
    }
  }
}

/// An HTTP status as templates see it.
struct StatusView: TemplateView {
  let status: Int

  init(_ status: Int) {
    self.status = status
  }

  static let fields = TemplateFields<Self>(
    .text("number", is: "the status") { "\($0.status)" },
    .text("line", is: "the status with its reason phrase, where HTTP has one: `400 Bad Request`") {
      statusLine($0.status)
    },
    .flag("isClientError", is: "whether it is 400 to 499") { (400...499).contains($0.status) },
    .flag("isServerError", is: "whether it is 500 to 599") { (500...599).contains($0.status) })
}

/// A fact as templates see it.
struct FactView: TemplateView {
  let label: String
  let value: String

  static let fields = TemplateFields<Self>(
    .text("label", is: "what it is about, in a word or two", \.label),
    .text("value", is: "the fact, in a few words", \.value))
}

/// A deprecation as templates see it.
struct DeprecationView: TemplateView {
  let deprecation: Deprecation

  init(_ deprecation: Deprecation) {
    self.deprecation = deprecation
  }

  static let fields = TemplateFields<Self>(
    .text("deprecatedIn", is: "the version that it was deprecated in", \.deprecation.since.description),
    .text("replacement", is: "the code to use instead; may be missing", \.deprecation.replacement),
    .text("note", is: "why; may be missing", \.deprecation.note),
    .formatted("sentence", is: "all of it in a sentence, safe in a comment of any language") {
      commentText($0.deprecation.sentence)
    })
}
