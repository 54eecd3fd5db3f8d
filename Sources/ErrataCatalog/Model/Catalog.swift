import ErrataDiagnostics
import ErrataText
import ErrataYAML

/// The errors of one API, as described in `docs/catalogue-format.md`.
public struct Catalog: Sendable {
  /// The version of the catalogue format that this library reads: the value of the key `errata`.
  public static let formatVersion = 1

  /// The name, in UpperCamelCase: the Swift namespace and the prefix of file names.
  public let name: String
  /// The name of the API in the documentation.
  public let title: String
  /// The version of the catalogue's content.
  public let version: SemanticVersion
  /// The path below which the API is served, without a trailing slash.
  public let base: String?
  /// A description of the API, in prose.
  public let description: String?
  /// The absolute `http` or `https` URL of the published documentation, which has an anchor for each code.
  public let documentation: String?
  /// Whom to contact for help, and which details to include.
  public let support: String?
  /// The categories, in catalogue order.
  public let categories: [Category]
  /// The surfaces, in catalogue order.
  public let surfaces: [Surface]

  let origin: Origin
  /// The files that it was read from.
  let sources: SourceSet
  private let categoryIndexes: [ExactText: Int]

  init(
    name: String, title: String, version: SemanticVersion, base: String?, description: String?,
    documentation: String?, support: String?, categories: [Category], surfaces: [Surface], origin: Origin,
    sources: SourceSet
  ) {
    self.name = name
    self.title = title
    self.version = version
    self.base = base
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

  /// The category with `key`; nil if there is none.
  public func category(_ key: String) -> Category? {
    categoryIndexes[ExactText(key)].map { categories[$0] }
  }

  /// The category of `error`; nil if it has none.
  public func category(of error: ErrorEntry) -> Category? {
    error.category.flatMap(category)
  }

  /// The categories of `errors`, in catalogue order.
  public func categories(of errors: some Sequence<ErrorEntry>) -> [Category] {
    Set(errors.compactMap(\.category).map(ExactText.init)).compactMap { categoryIndexes[$0] }.sorted()
      .map { categories[$0] }
  }

  /// What to do about `error`: its guidance, or else its category's; nil if neither is specified.
  public func guidance(for error: ErrorEntry) -> String? {
    error.guidance ?? category(of: error)?.guidance
  }

  /// What a program can do about `error`: its recovery, or else its category's; nil if neither is specified.
  public func recovery(for error: ErrorEntry) -> Recovery? {
    error.recovery ?? category(of: error)?.recovery
  }

  /// The number of codes of all surfaces.
  public var codeCount: Int {
    surfaces.reduce(0) { $0 + $1.errors.count }
  }
}
