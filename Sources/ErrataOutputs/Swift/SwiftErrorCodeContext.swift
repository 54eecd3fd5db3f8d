import ErrataCatalog
import Mustache

/// The file with the codes of one surface.
struct SwiftErrorCodeContext: TemplateContext {
  let generatedBy: String
  let access: String
  let type: String
  let namespace: String
  let documentation: String
  let hasCategories: Bool
  let documentationBase: SwiftDocumentationBase?
  let cases: String
  let switches: [SwiftSwitchContext]
  let pieces: [SwiftPieceContext]

  /// The compiler's time for a switch or an array literal grows with its square, so long ones come in pieces.
  private static let casesInSwitch = 250
  private static let entriesInArray = 100

  /// - Parameter templates: `swift-case`, `swift-raw-value` and `swift-entry`.
  init(_ surface: Surface, of catalog: Catalog, access: SwiftOutput.Access, templates: Templates) {
    generatedBy = GeneratedMark.text(for: catalog)
    self.access = access.modifier
    type = surface.typePrefix + "ErrorCode"
    namespace = catalog.name
    var comment = DocumentationComment(indent: 0)
    let endpoints = surface.endpoints.map(\.description).joined(separator: ", ")
    comment.add([singleLine("The error codes of \(surface.title) (\(endpoints)).")])
    documentation = comment.text
    hasCategories = !catalog.categories.isEmpty
    documentationBase = catalog.documentation.map {
      SwiftDocumentationBase(url: $0, anchorPrefix: surface.anchor(for: ""))
    }
    let codes = swiftCodes(of: surface, in: catalog)
    cases = codes.rendered(by: templates["swift-case"])
    switches = SwiftSwitchContext.pieces(codes, of: Self.casesInSwitch, by: templates["swift-raw-value"])
    pieces = SwiftPieceContext.pieces(codes, of: Self.entriesInArray, by: templates["swift-entry"])
  }

  static let fields = TemplateFields<Self>(
    .text("generatedBy", \.generatedBy),
    .text("access", \.access),
    .text("type", \.type),
    .text("namespace", \.namespace),
    .text("documentation", \.documentation),
    .flag("hasCategories", \.hasCategories),
    .section("documentationBase", \.documentationBase),
    .text("cases", \.cases),
    .list("switches", \.switches),
    .flag("hasPieces") { $0.pieces.count > 1 },
    .list("pieces", \.pieces))
}

struct SwiftDocumentationBase: TemplateContext {
  let url: String
  let anchorPrefix: String

  static let fields = TemplateFields<Self>(.text("url", \.url), .text("anchorPrefix", \.anchorPrefix))
}

/// One of the switches that together give every case its code; each but the last hands on to the next.
struct SwiftSwitchContext: TemplateContext {
  let index: Int
  let count: Int
  let cases: String

  static func pieces(_ codes: [SwiftCodeContext], of size: Int, by template: MustacheTemplate) -> [Self] {
    let pieces = chunks(codes, of: size)
    return pieces.enumerated().map {
      Self(index: $0, count: pieces.count, cases: $1.rendered(by: template))
    }
  }

  static let fields = TemplateFields<Self>(
    .flag("isFirst") { $0.index == 0 },
    .flag("isLastOfSeveral") { $0.count > 1 && $0.index == $0.count - 1 },
    .text("property") { "rawValue\($0.index + 1)" },
    .text("next") { $0.index + 1 < $0.count ? "rawValue\($0.index + 2)" : nil },
    .text("cases", \.cases))
}

/// One of the arrays that together are the table of codes.
struct SwiftPieceContext: TemplateContext {
  let property: String
  let isContinued: Bool
  let entries: String

  static func pieces(_ codes: [SwiftCodeContext], of size: Int, by template: MustacheTemplate) -> [Self] {
    let pieces = chunks(codes, of: size)
    return pieces.enumerated().map {
      Self(
        property: pieces.count == 1 ? "entries" : "entries\($0 + 1)", isContinued: pieces.count > 1,
        entries: $1.rendered(by: template))
    }
  }

  static let fields = TemplateFields<Self>(
    .text("property", \.property),
    .flag("isContinued", \.isContinued),
    .text("entries", \.entries))
}

/// `values` in runs of `size`; one empty run where there are none, since a table without rows is a table all the same.
private func chunks<Value>(_ values: [Value], of size: Int) -> [ArraySlice<Value>] {
  if values.isEmpty { return [[]] }
  return stride(from: 0, to: values.count, by: size).map { values[$0..<min($0 + size, values.count)] }
}
