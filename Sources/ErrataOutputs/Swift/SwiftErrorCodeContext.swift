import ErrataCatalog
import ErrataText
import Mustache

/// The codes of one surface.
struct SwiftErrorCodeContext: TemplateContext {
  let access: String
  let type: String
  let errorType: String
  let namespace: String
  let documentation: String
  let anchorPrefix: String
  let documentationBase: String?
  let cases: String
  let switches: [SwiftSwitchContext]
  let pieces: [SwiftPieceContext]
  /// Swift warns of every use of a deprecated code, so they are kept apart.
  let deprecatedCases: String?
  let deprecatedList: String?
  let rows: String

  /// The compiler's time for a switch or an array literal grows with its square, so long ones come in pieces.
  private static let casesInSwitch = 50
  private static let codesInArray = 50

  /// - Parameter templates: `swift-case`, `swift-raw-value`, `swift-code` and `swift-row`.
  init(_ surface: Surface, of catalog: Catalog, access: SwiftOutput.Access, templates: Templates) {
    self.access = access.modifier
    type = surface.typePrefix + "ErrorCode"
    errorType = surface.typePrefix + "Error"
    namespace = catalog.name
    var comment = DocumentationComment(indent: 0)
    let endpoints = surface.endpoints.map(\.description).joined(separator: ", ")
    comment.add([singleLine("The error codes of \(surface.title) (\(endpoints)).")])
    documentation = comment.text
    documentationBase = catalog.documentation
    anchorPrefix = surface.anchor(for: "")
    let codes = swiftCodes(of: surface, in: catalog)
    let current = codes.filter { $0.deprecation == nil }
    let deprecated = codes.filter { $0.deprecation != nil }
    cases = codes.rendered(by: templates["swift-case"])
    switches = SwiftSwitchContext.pieces(
      current, of: Self.casesInSwitch, by: templates["swift-raw-value"],
      otherwise: deprecated.isEmpty ? nil : "\(type)s.deprecations.rawValue(of: self)")
    pieces = SwiftPieceContext.pieces(current, of: Self.codesInArray, by: templates["swift-code"])
    deprecatedCases = block(deprecated.rendered(by: templates["swift-raw-value"]))
    deprecatedList = block(deprecated.rendered(by: templates["swift-code"]))
    rows = codes.rendered(by: templates["swift-row"])
  }

  /// The expression for all codes.
  private var lists: String {
    let lists = pieces.map(\.property) + (deprecatedList == nil ? [] : ["deprecations.codes()"])
    return lists.count == 1 ? lists[0] : "[\(lists.joined(separator: ", "))].flatMap(\\.self)"
  }

  static let fields = TemplateFields<Self>(
    .text("access", \.access),
    .text("type", \.type),
    .text("errorType", \.errorType),
    .text("namespace", \.namespace),
    .text("documentation", \.documentation),
    .text("anchorPrefix", \.anchorPrefix),
    .text("documentationBase", \.documentationBase),
    .text("cases", \.cases),
    .list("switches", \.switches),
    .flag("hasDeprecated") { $0.deprecatedList != nil },
    .text("deprecatedCases", \.deprecatedCases),
    .text("deprecatedList", \.deprecatedList),
    .text("lists", \.lists),
    .list("pieces", \.pieces),
    .text("rows", \.rows))
}

/// One of the switches that together give every case its code; each but the last hands on to the next.
struct SwiftSwitchContext: TemplateContext {
  let index: Int
  let cases: String
  /// What the cases that do not stand here come to; nil where there are none.
  let otherwise: String?

  /// - Parameter otherwise: what the cases that stand in no piece come to; nil where there are none.
  static func pieces(
    _ codes: [SwiftCodeContext], of size: Int, by template: MustacheTemplate, otherwise: String?
  ) -> [Self] {
    let pieces = chunks(codes, of: size)
    return pieces.enumerated().map { index, piece in
      let last = otherwise ?? (pieces.count == 1 ? nil : "\"\"")
      return Self(
        index: index, cases: piece.rendered(by: template),
        otherwise: index + 1 < pieces.count ? "rawValue\(index + 2)" : last)
    }
  }

  static let fields = TemplateFields<Self>(
    .flag("isFirst") { $0.index == 0 },
    .text("property") { "rawValue\($0.index + 1)" },
    .text("otherwise", \.otherwise),
    .text("cases", \.cases))
}

/// One of the arrays that together list the codes.
struct SwiftPieceContext: TemplateContext {
  let property: String
  let codes: String

  static func pieces(_ codes: [SwiftCodeContext], of size: Int, by template: MustacheTemplate) -> [Self] {
    let pieces = chunks(codes, of: size)
    return pieces.enumerated().map {
      Self(property: pieces.count == 1 ? "codes" : "codes\($0 + 1)", codes: $1.rendered(by: template))
    }
  }

  static let fields = TemplateFields<Self>(.text("property", \.property), .text("codes", \.codes))
}

/// `values` in runs of `size`; one empty run where there are none, since a table without rows is a table all the same.
private func chunks<Value>(_ values: [Value], of size: Int) -> [ArraySlice<Value>] {
  if values.isEmpty { return [[]] }
  return stride(from: 0, to: values.count, by: size).map { values[$0..<min($0 + size, values.count)] }
}
