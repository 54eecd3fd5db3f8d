import ErrataCatalog
import ErrataText

/// One code of a surface as templates see it.
struct ErrorView: TemplateContext {
  let error: ErrorEntry
  let constant: String
  let surface: Surface
  let catalog: Catalog
  let category: ErrataCatalog.Category?

  static let fields = TemplateFields<Self>(
    .text("code", is: "the code as on the wire", \.error.code),
    .text(
      "constant", is: "an identifier in SCREAMING_CASE, of letters, digits and `_`, like no other of the surface",
      \.constant),
    .text("description", is: "what the API says of it") { singleLine($0.error.description) },
    .text("status", is: "the usual HTTP status, a number; may be missing") { $0.error.statuses.first.map(String.init) },
    .list("statuses", is: "all its HTTP statuses") { $0.error.statuses.map(StatusView.init) },
    .text("categoryKey", is: "the key of its category; may be missing", \.category?.key),
    .text("categoryConstant", is: "the same in SCREAMING_CASE; may be missing") { $0.category?.key.uppercased() },
    .text("recoveryKey", is: "what a program can do: its own or its category's; may be missing", \.recovery?.rawValue),
    .text("recoveryConstant", is: "the same in SCREAMING_CASE; may be missing") { $0.recovery?.rawValue.uppercased() },
    .text("guidance", is: "what to do, without markup: its own or its category's; may be missing") { view in
      view.catalog.guidance(for: view.error).map { Prose($0).plain }
    },
    .text("ownRecoveryKey", is: "the recovery that it names itself, instead of its category's; may be missing") {
      $0.error.recovery?.rawValue
    },
    .text("ownRecoveryConstant", is: "the same in SCREAMING_CASE; may be missing") {
      $0.error.recovery?.rawValue.uppercased()
    },
    .text("ownGuidance", is: "the guidance that it has itself, instead of its category's; may be missing") {
      $0.error.guidance.map { Prose($0).plain }
    },
    .text("link", is: "its anchor in the published documentation; may be missing") { view in
      view.catalog.documentation.map { "\($0)#\(fragment(view.surface.anchor(for: view.error.code)))" }
    },
    .text("since", is: "the version that brought it; may be missing", \.error.since?.description),
    .section("deprecated", is: "where it is deprecated") { $0.error.deprecated.map(DeprecationView.init) },
    .text("example", is: "how it comes: the object in the body, or the query of the redirect") {
      ExampleResponse(of: $0.error, on: $0.surface).text
    },
    .list("comment", is: "what is known of it, as the lines of a comment") { CommentLine.lines($0.paragraphs) })

  private var recovery: Recovery? { error.recovery ?? category?.recovery }

  private var paragraphs: [String] {
    let facts = ErrorFacts(error, in: catalog)
    return [error.description] + [facts.line].compactMap(\.self) + facts.sentences
      + Prose(catalog.guidance(for: error) ?? "").source
  }
}

/// An HTTP status as templates see it.
struct StatusView: TemplateContext {
  let status: Int

  init(_ status: Int) {
    self.status = status
  }

  static let fields = TemplateFields<Self>(.text("number", is: "the status") { "\($0.status)" })
}

/// A deprecation as templates see it.
struct DeprecationView: TemplateContext {
  let deprecation: Deprecation

  init(_ deprecation: Deprecation) {
    self.deprecation = deprecation
  }

  static let fields = TemplateFields<Self>(
    .text("deprecatedIn", is: "the version that it was deprecated in", \.deprecation.since.description),
    .text("replacement", is: "the code to use instead; may be missing", \.deprecation.replacement),
    .text("note", is: "why; may be missing", \.deprecation.note),
    .text("sentence", is: "all of it in a sentence, as the text of a comment, safe as it is") {
      commentText($0.deprecation.sentence)
    })
}

/// The codes of a surface, in its order, each with an identifier of its own.
func errorViews(of surface: Surface, in catalog: Catalog) -> [ErrorView] {
  var constants = ConstantNames()
  return surface.errors.map { error in
    ErrorView(
      error: error, constant: constants.name(for: error.name ?? error.code), surface: surface, catalog: catalog,
      category: catalog.category(of: error))
  }
}
