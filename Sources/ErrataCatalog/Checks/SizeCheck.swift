import ErrataDiagnostics
import ErrataText
import ErrataYAML

/// A small catalogue must not expand to huge outputs: `too-large`. Outputs repeat the texts of a category and of a surface for
/// each of its codes, so the size is measured as if every code had its own copy.
enum SizeCheck: CatalogCheck {
  static let rules: [Rule] = [.tooLarge]

  private static let limit = 112 << 20

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    let size = CatalogSize(catalog)
    guard size.total > limit, let largest = size.largest else { return [] }
    return [
      Diagnostic(
        .tooLarge,
        "the catalogue has \(size.total >> 20) MiB, with shared texts repeated for each code; the limit is \(limit >> 20) MiB",
        at: catalog.sources.location(largest.range),
        hint: "shorten the largest part, \(largest.name), or split the catalogue")
    ]
  }
}

/// The estimated size of a catalogue with the texts that outputs repeat. All outputs together can be up to ten times as large.
private struct CatalogSize {
  /// In bytes.
  private(set) var total = 0
  /// The part that contributes most.
  private(set) var largest: (name: String, amount: Int, range: SourceRange)?

  // The estimated size of what outputs add to the texts.
  private static let code = 300
  private static let endpoint = 20
  private static let status = 32
  private static let surface = 2_000
  // How often outputs use a text in addition to once per code.
  private static let otherUses = 2
  private static let titleUses = 8

  init(_ catalog: Catalog) {
    for surface in catalog.surfaces { add(surface) }
    addCategories(of: catalog)
    let documentation = catalog.documentation.map(Self.weight) ?? 0
    add(documentation * catalog.codeCount, "the documentation URL for each of \(catalog.codeCount) codes") {
      catalog.origin.range(of: CatalogKey.documentation)
    }
  }

  private mutating func add(_ surface: Surface) {
    let count = surface.errors.count
    func repeated(_ what: String) -> String {
      "\(what) of the surface `\(surface.key)` for each of \(count) codes"
    }
    let fixed = Self.surface + surface.endpoints.reduce(0) { $0 + Self.weight($1.description) + Self.endpoint }
    add(fixed, "the surface `\(surface.key)`") { surface.origin.range }
    add(Self.weight(surface.title) * (count + Self.titleUses), repeated("the title")) {
      surface.origin.range(of: SurfaceKey.title)
    }
    for field in surface.response.allFields {
      let bytes = Self.weight(field.name) + (field.example.map(Self.weight) ?? 0)
      add(bytes * (count + Self.otherUses), repeated("the field `\(field.key)`")) { field.origin.range }
    }
    add(surface.errors.reduce(0) { $0 + Self.size(of: $1) }, "the \(count) codes of the surface `\(surface.key)`") {
      surface.origin.range
    }
    let retired = surface.retired.reduce(0) { $0 + Self.code + Self.weight($1.code) + ($1.note.map(Self.weight) ?? 0) }
    add(retired, "the \(surface.retired.count) retired codes of the surface `\(surface.key)`") {
      surface.origin.range(of: SurfaceKey.retired)
    }
  }

  private mutating func addCategories(of catalog: Catalog) {
    /// How many codes show the title of each category, and its guidance.
    var counts: [ExactText: (title: Int, guidance: Int)] = [:]
    for error in catalog.surfaces.lazy.flatMap(\.errors) {
      guard let category = error.category else { continue }
      counts[ExactText(category), default: (0, 0)].title += 1
      if error.guidance == nil { counts[ExactText(category), default: (0, 0)].guidance += 1 }
    }
    for category in catalog.categories {
      let count = counts[ExactText(category.key)] ?? (0, 0)
      func name(_ what: String, _ count: Int) -> String {
        "the \(what) of the category `\(category.key)` for each of \(count) codes"
      }
      add(Self.code + 2 * Self.weight(category.title) * (count.title + Self.otherUses), name("title", count.title)) {
        category.origin.range(of: CategoryKey.title)
      }
      let guidance = category.guidance.map(Self.weight) ?? 0
      add(guidance * (count.guidance + Self.otherUses), name("guidance", count.guidance)) {
        category.origin.range(of: CategoryKey.guidance)
      }
    }
  }

  /// The size of an error's own texts.
  private static func size(of error: ErrorEntry) -> Int {
    func weight(_ text: String?) -> Int { text.map(Self.weight) ?? 0 }
    // Outputs repeat the description in the example, the code in anchors and links, and the note in an attribute.
    return code + 3 * weight(error.code) + 2 * weight(error.description) + weight(error.guidance) + weight(error.name)
      + 2 * weight(error.deprecated?.note) + status * error.statuses.count + error.causes.reduce(0) { $0 + weight($1) }
      + error.endpoints.reduce(0) { $0 + weight($1.description) + endpoint }
  }

  private mutating func add(_ amount: Int, _ name: @autoclosure () -> String, at range: () -> SourceRange) {
    total += amount
    if amount > largest?.amount ?? 0 { largest = (name(), amount, range()) }
  }

  /// The size of `text` in bytes, with characters that outputs escape counted as escaped.
  private static func weight(_ text: String) -> Int {
    text.utf8.reduce(0) { $0 + weight(of: $1) }
  }

  private static func weight(of byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      1
    case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "-")...UInt8(ascii: ";"), UInt8(ascii: "_"): 1
    case 0x20..<0x7F: 4
    case 0x80...: 2
    default: 8
    }
  }
}
