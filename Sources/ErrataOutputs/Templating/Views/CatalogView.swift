import ErrataCatalog
import ErrataText

/// A catalogue as templates see it. Names that may be missing are not names of anything around them, since Mustache would then
/// take the outer one.
struct CatalogView: TemplateContext {
  let catalog: Catalog
  let surfaces: [Surface]

  /// - Parameter surfaces: those that the file is for.
  init(_ catalog: Catalog, surfaces: [Surface]) {
    self.catalog = catalog
    self.surfaces = surfaces
  }

  static let fields = TemplateFields<Self>(
    .text("generatedBy", is: "says that the file is generated, and from what; for a comment before all other text") {
      GeneratedMark.text(for: $0.catalog)
    },
    .text("name", is: "the catalogue's name, in UpperCamelCase", \.catalog.name),
    .text(
      "module", is: "the name in small letters, for packages and modules; `class_errors` where it is a keyword",
      \.catalog.moduleName),
    .text("apiTitle", is: "the API's name for people") { singleLine($0.catalog.title) },
    .text("version", is: "the version of the content", \.catalog.version.description),
    .text("about", is: "what the API is, without markup; may be missing") {
      $0.catalog.description.map { Prose($0).plain }
    },
    .text("support", is: "whom to ask, without markup; may be missing") { $0.catalog.support.map { Prose($0).plain } },
    .text("documentationURL", is: "where the documentation is published; may be missing", \.catalog.documentation),
    .list("surfaces", is: "the surfaces, or the one that the file is for") { view in
      view.surfaces.map { SurfaceView($0, of: view.catalog) }
    },
    .flag("hasJSON", is: "whether the errors of any of them are objects in the body") { $0.has(.json) },
    .flag("hasQuery", is: "whether the errors of any of them are parameters of a redirect") { $0.has(.query) },
    .flag("hasCategories", is: "whether there are categories") { !$0.catalog.categories.isEmpty },
    .list("categories", is: "the categories") { $0.catalog.categories.map(CategoryView.init) },
    .list("recoveries", is: "all kinds of recovery there are") { _ in Recovery.allCases.map(RecoveryView.init) })

  private func has(_ carrier: ResponseFormat.Carrier) -> Bool {
    surfaces.contains { $0.response.carrier == carrier }
  }
}

/// A category as templates see it.
struct CategoryView: TemplateContext {
  let category: ErrataCatalog.Category

  init(_ category: ErrataCatalog.Category) {
    self.category = category
  }

  static let fields = TemplateFields<Self>(
    .text("key", is: "the category's key, in snake_case", \.category.key),
    .text("constant", is: "the key in SCREAMING_CASE") { $0.category.key.uppercased() },
    .text("title", is: "its name for people") { singleLine($0.category.title) },
    .text(
      "recoveryKey", is: "what a program can do, as in the catalogue; may be missing", \.category.recovery?.rawValue),
    .text("recoveryConstant", is: "the same in SCREAMING_CASE; may be missing", \.category.recovery?.constant),
    .text("guidance", is: "what to do, without markup; may be missing") {
      $0.category.guidance.map { Prose($0).plain }
    },
    .list("comment", is: "what is known of it, as the lines of a comment") {
      CommentLine.lines([$0.category.title] + Prose($0.category.guidance ?? "").source)
    })
}

/// A recovery as templates see it.
struct RecoveryView: TemplateContext {
  let recovery: Recovery

  init(_ recovery: Recovery) {
    self.recovery = recovery
  }

  static let fields = TemplateFields<Self>(
    .text("key", is: "the recovery as in the catalogue", \.recovery.rawValue),
    .text("constant", is: "the key in SCREAMING_CASE", \.recovery.constant),
    .text("phrase", is: "what to do, in a few words", \.recovery.phrase),
    .text("sentence", is: "the same as a sentence", \.recovery.sentence))
}

/// One line of a comment as templates see it.
struct CommentLine: TemplateContext {
  let text: String

  static func lines(_ paragraphs: [String]) -> [Self] { commentLines(paragraphs).map(Self.init) }

  static let fields = TemplateFields<Self>(
    .text(
      "line", is: "the line, safe in a comment of any language as it is: write `{{{line}}}`; missing between paragraphs"
    ) {
      $0.text.isEmpty ? nil : $0.text
    })
}

extension Recovery {
  fileprivate var constant: String { rawValue.uppercased() }
}
