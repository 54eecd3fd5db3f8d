import ErrataCatalog
import ErrataMustache
import ErrataText

/// The root view of a template.
protocol FileView: TemplateView {
  /// - Parameter surfaces: the surfaces of the file.
  init(_ catalog: Catalog, surfaces: [Surface])
}

/// A catalogue in templates.
struct CatalogView: FileView {
  let catalog: Catalog
  let surfaces: [Surface]

  init(_ catalog: Catalog, surfaces: [Surface]) {
    self.catalog = catalog
    self.surfaces = surfaces
  }

  static let fields = TemplateFields<Self>(
    .text("generatedBy", is: "the mark of a generated file, for a comment before all other text") {
      GeneratedMark.text(for: $0.catalog)
    },
    .text("name", is: "the catalogue's name, in UpperCamelCase", \.catalog.name),
    .text(
      "module", is: "the name in lower case, for packages and modules; with `_errors` appended if it is a keyword",
      \.catalog.moduleName),
    .text("apiTitle", is: "the display name of the API") { singleLine($0.catalog.title) },
    .text("version", is: "the version of the catalogue", \.catalog.version.description),
    .prose("about", is: "the description of the API; may be missing") { $0.catalog.description.map { Prose($0) } },
    .prose("support", is: "whom to contact; may be missing") { $0.catalog.support.map { Prose($0) } },
    .text("documentationURL", is: "the URL of the published documentation; may be missing", \.catalog.documentation),
    .text("counts", is: "the numbers of codes and surfaces, in words") { ErrataOutputs.counts($0.catalog) },
    .list("surfaces", is: "the surfaces, or the one of the file") { $0.surfaceViews },
    .flag("hasJSON", is: "whether any of them has errors in the body") { $0.has(.json) },
    .flag("hasQuery", is: "whether any of them has errors in redirects") { $0.has(.query) },
    .flag("hasChallenge", is: "whether any of them has errors in `WWW-Authenticate`") { $0.has(.challenge) },
    .flag("hasResponses", is: "whether any of them has errors in responses, not only in redirects") { view in
      view.has(.json) || view.has(.challenge)
    },
    .flag("hasLists", is: "whether any of them has errors in a list") { $0.formats.contains { $0.list != nil } },
    .flag("hasConditions", is: "whether a body or an item of any of them must have certain members") {
      $0.formats.contains(where: \.hasAnyConditions)
    },
    .flag("hasIntegerCodes", is: "whether the codes of any of them are integers") {
      $0.formats.contains { $0.field(.code)?.valueType == .integer }
    },
    .flag("hasPrefixedCodes", is: "whether the codes of any of them come with a prefix") {
      $0.formats.contains { $0.field(.code)?.isPrefixedCode ?? false }
    },
    .flag("hasPrefixes", is: "whether a text of any of them comes with a prefix") { $0.hasPlace { $0.prefix != nil } },
    .flag("hasRetryAfter", is: "whether any of them has a field for the seconds to wait") { $0.has(.retryAfter) },
    .flag("hasTitle", is: "whether any of them has a field for the title") { $0.has(.title) },
    .flag("hasDescription", is: "whether any of them has a field for the description") { $0.has(.description) },
    .flag("hasReference", is: "whether any of them has a field for the reference") { $0.has(.reference) },
    .flag("readsIntegers", is: "whether a value of any of them can be an integer; a text in JSON can") { view in
      view.has(.json) || view.formats.contains { $0.reads(.integer) }
    },
    .flag("readsJSON", is: "whether any of them has JSON in a body, or a number in a header or a parameter") { view in
      view.has(.json) || view.formats.contains { $0.reads(.number, asText: true) }
    },
    .flag("hasIntegers", is: "whether a value of any of them besides the code is an integer") { $0.gives(.integer) },
    .flag("hasNumbers", is: "whether a value of any of them is a number") { $0.gives(.number) },
    .flag("hasBooleans", is: "whether a value of any of them is a Boolean") { $0.gives(.boolean) },
    .flag("hasJSONChoices", is: "whether a JSON value of any of them can be in several places") { view in
      view.formats.contains { $0.allFields.contains { $0.valueType == .json && $0.places.count > 1 } }
    },
    .flag("hasUntil", is: "whether a text of any of them ends before another") { $0.hasPlace { $0.until != nil } },
    .flag("hasAfter", is: "whether a text of any of them begins after another") { $0.hasPlace { $0.after != nil } },
    .flag("readsNumbers", is: "whether a value in the JSON of any of them is a number") { view in
      view.formats.contains { $0.reads(.number, asText: false) }
    },
    .flag("readsTextNumbers", is: "whether a header or a parameter of any of them is a number") { view in
      view.formats.contains { $0.reads(.number, asText: true) }
    },
    .flag("readsTextBooleans", is: "whether a header or a parameter of any of them is a Boolean") { view in
      view.formats.contains { $0.reads(.boolean, asText: true) }
    },
    .text("base", is: "the path below which the API is served; may be missing", \.catalog.base),
    .flag("hasCategories", is: "whether there are categories") { !$0.catalog.categories.isEmpty },
    .list("categories", is: "the categories") { $0.catalog.categories.map(CategoryView.init) },
    .list("recoveries", is: "all kinds of recovery") { _ in Recovery.allCases.map(RecoveryView.init) })

  var surfaceViews: [SurfaceView] { surfaces.map { SurfaceView($0, of: catalog) } }

  /// The first field of each role of text other than the code.
  var texts: [ResponseField] {
    ResponseField.Role.allCases.filter(\.isCommonText).compactMap { role in
      formats.lazy.compactMap { $0.field(role) }.first
    }
  }

  private var formats: [ResponseFormat] { surfaces.map(\.response) }

  private func gives(_ type: FieldType) -> Bool {
    formats.contains { $0.allFields.contains { $0.valueType == type && ![.code, .retryAfter].contains($0.role) } }
  }

  private func hasPlace(_ isIncluded: (FieldPlace) -> Bool) -> Bool {
    formats.contains { $0.allFields.contains { $0.places.contains(where: isIncluded) } }
  }

  private func has(_ role: ResponseField.Role) -> Bool { formats.contains { $0.field(role) != nil } }

  func has(_ carrier: ResponseFormat.Carrier) -> Bool {
    surfaces.contains { $0.response.carrier == carrier }
  }
}

/// A category in templates.
struct CategoryView: TemplateView {
  let category: ErrataCatalog.Category

  init(_ category: ErrataCatalog.Category) {
    self.category = category
  }

  /// Its documentation comment.
  var documentation: Prose {
    Prose(Prose(literal: singleLine(category.title)).blocks + Prose(category.guidance ?? "").blocks)
  }

  static let fields = TemplateFields<Self>(
    .text("key", is: "the category's key, in snake_case", \.category.key),
    .text("constant", is: "the key in SCREAMING_CASE") { $0.category.key.uppercased() },
    .text("title", is: "the display name") { singleLine($0.category.title) },
    .text(
      "recoveryKey", is: "the recovery, as in the catalogue; may be missing", \.category.recovery?.rawValue),
    .text("recoveryConstant", is: "the same in SCREAMING_CASE; may be missing", \.category.recovery?.constant),
    .text("recoveryPhrase", is: "the same as a short phrase; may be missing", \.category.recovery?.phrase),
    .prose("guidance", is: "what to do; may be missing") { $0.category.guidance.map { Prose($0) } },
    .flag("labelsGuidance", is: "whether `guidance` begins with a list, which needs a label after another list") {
      Prose($0.category.guidance ?? "").beginsWithList
    },
    .comment("documentation", is: "its documentation comment", \.documentation),
    .list("comment", is: "the lines of its documentation comment") { CommentLine.lines($0.documentation) })
}

/// A recovery in templates.
struct RecoveryView: TemplateView {
  let recovery: Recovery

  init(_ recovery: Recovery) {
    self.recovery = recovery
  }

  static let fields = TemplateFields<Self>(
    .text("key", is: "the recovery, as in the catalogue", \.recovery.rawValue),
    .text("constant", is: "the key in SCREAMING_CASE", \.recovery.constant),
    .text("phrase", is: "what to do, as a short phrase", \.recovery.phrase),
    .text("sentence", is: "the same as a sentence", \.recovery.sentence))
}

/// A line of a comment in templates.
struct CommentLine: TemplateView {
  let text: String

  static func lines(_ prose: Prose) -> [Self] { commentLines(prose, links: .plain).map(Self.init) }

  static let fields = TemplateFields<Self>(
    .formatted("line", is: "the line, safe in a comment of any language; missing between paragraphs") {
      $0.text.isEmpty ? nil : $0.text
    })
}

extension Recovery {
  var constant: String { rawValue.uppercased() }
}
