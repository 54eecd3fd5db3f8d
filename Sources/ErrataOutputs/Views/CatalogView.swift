import ErrataCatalog
import ErrataMustache
import ErrataText

/// What the template of a whole file sees.
protocol FileView: TemplateView {
  /// - Parameter surfaces: those that the file is for.
  init(_ catalog: Catalog, surfaces: [Surface])
}

/// A catalogue as templates see it.
struct CatalogView: FileView {
  let catalog: Catalog
  let surfaces: [Surface]

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
    .prose("about", is: "what the API is; may be missing") { $0.catalog.description.map(Prose.init) },
    .prose("support", is: "whom to ask; may be missing") { $0.catalog.support.map(Prose.init) },
    .text("documentationURL", is: "where the documentation is published; may be missing", \.catalog.documentation),
    .text("counts", is: "how many codes there are on how many surfaces, in words") { ErrataOutputs.counts($0.catalog) },
    .list("surfaces", is: "the surfaces, or the one that the file is for") { $0.surfaceViews },
    .flag("hasJSON", is: "whether the errors of any of them are objects in the body") { $0.has(.json) },
    .flag("hasQuery", is: "whether the errors of any of them are parameters of a redirect") { $0.has(.query) },
    .flag("hasCategories", is: "whether there are categories") { !$0.catalog.categories.isEmpty },
    .list("categories", is: "the categories") { $0.catalog.categories.map(CategoryView.init) },
    .list("recoveries", is: "all kinds of recovery there are") { _ in Recovery.allCases.map(RecoveryView.init) })

  var surfaceViews: [SurfaceView] { surfaces.map { SurfaceView($0, of: catalog) } }

  func has(_ carrier: ResponseFormat.Carrier) -> Bool {
    surfaces.contains { $0.response.carrier == carrier }
  }
}

/// A category as templates see it.
struct CategoryView: TemplateView {
  let category: ErrataCatalog.Category

  init(_ category: ErrataCatalog.Category) {
    self.category = category
  }

  /// What a documentation comment says of it.
  var commentParagraphs: [String] { [singleLine(category.title)] + Prose(category.guidance ?? "").source }

  static let fields = TemplateFields<Self>(
    .text("key", is: "the category's key, in snake_case", \.category.key),
    .text("constant", is: "the key in SCREAMING_CASE") { $0.category.key.uppercased() },
    .text("title", is: "its name for people") { singleLine($0.category.title) },
    .text(
      "recoveryKey", is: "what a program can do, as in the catalogue; may be missing", \.category.recovery?.rawValue),
    .text("recoveryConstant", is: "the same in SCREAMING_CASE; may be missing", \.category.recovery?.constant),
    .text("recoveryPhrase", is: "the same in a few words; may be missing", \.category.recovery?.phrase),
    .prose("guidance", is: "what to do; may be missing") { $0.category.guidance.map(Prose.init) },
    .comment("documentation", is: "what is known of it, as a documentation comment", \.commentParagraphs),
    .list("comment", is: "the same, as the lines of a comment") { CommentLine.lines($0.commentParagraphs) })
}

/// A recovery as templates see it.
struct RecoveryView: TemplateView {
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
struct CommentLine: TemplateView {
  let text: String

  static func lines(_ paragraphs: [String]) -> [Self] { commentLines(paragraphs).map(Self.init) }

  static let fields = TemplateFields<Self>(
    .formatted("line", is: "the line, safe in a comment of any language; missing between paragraphs") {
      $0.text.isEmpty ? nil : $0.text
    })
}

extension Recovery {
  var constant: String { rawValue.uppercased() }
}
