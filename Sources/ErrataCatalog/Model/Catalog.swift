import ErrataDiagnostics
import ErrataText
import ErrataYAML

/// Every error of one API: what `docs/catalogue-format.md` describes. Decoded once, never changed.
public struct Catalog: Sendable {
  /// The version of the catalogue format that this library reads, the value of the key `errata`.
  public static let formatVersion = 1

  /// UpperCamelCase: the Swift namespace and the start of file names.
  public let name: String
  /// The API's name for people.
  public let title: String
  /// The version of the content.
  public let version: SemanticVersion
  /// What the API is, in Markdown.
  public let description: String?
  /// Where the documentation is published: an absolute `http` or `https` URL. Each code has its anchor there.
  public let documentation: String?
  /// Whom to ask for help, stating what.
  public let support: String?
  /// In the order of the catalogue.
  public let categories: [Category]
  /// In the order of the catalogue.
  public let surfaces: [Surface]

  let origin: Origin
  /// The text that it was read from.
  let sources: SourceSet
  private let categoryIndexes: [ExactText: Int]

  init(
    name: String, title: String, version: SemanticVersion, description: String?, documentation: String?,
    support: String?, categories: [Category], surfaces: [Surface], origin: Origin, sources: SourceSet
  ) {
    self.name = name
    self.title = title
    self.version = version
    self.description = description
    self.documentation = documentation
    self.support = support
    self.categories = categories
    self.surfaces = surfaces
    self.origin = origin
    self.sources = sources
    self.categoryIndexes = Dictionary(
      categories.indices.map { (ExactText(categories[$0].key), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The category with `key`, or nil where the catalogue has none.
  public func category(_ key: String) -> Category? {
    categoryIndexes[ExactText(key)].map { categories[$0] }
  }

  /// The category that `error` belongs to, or nil where it names none.
  public func category(of error: ErrorEntry) -> Category? {
    error.category.flatMap(category)
  }

  /// The categories that any of `errors` belongs to, in the order of the catalogue.
  public func categories(of errors: some Sequence<ErrorEntry>) -> [Category] {
    Set(errors.compactMap(\.category).map(ExactText.init)).compactMap { categoryIndexes[$0] }.sorted()
      .map { categories[$0] }
  }

  /// What to do about `error`: its own guidance, or its category's; nil where the catalogue is silent.
  public func guidance(for error: ErrorEntry) -> String? {
    error.guidance ?? category(of: error)?.guidance
  }

  /// What a program can do about `error`: its own recovery, or its category's; nil where the catalogue is silent.
  public func recovery(for error: ErrorEntry) -> Recovery? {
    error.recovery ?? category(of: error)?.recovery
  }

  /// How many codes there are on all surfaces.
  public var codeCount: Int {
    surfaces.reduce(0) { $0 + $1.errors.count }
  }
}
