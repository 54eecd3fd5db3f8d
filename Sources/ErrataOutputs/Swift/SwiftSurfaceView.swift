import ErrataCatalog
import ErrataMustache
import ErrataText

/// A surface in Swift templates.
struct SwiftSurfaceView: TemplateView {
  let base: SurfaceView

  /// Compile time grows quadratically with the size of a switch or array literal, so long ones are split into pieces.
  private static let codesPerPiece = 100

  static let fields = TemplateFields<Self>(
    extending: \.base,
    with: .flag("isResponse", is: "whether its errors are in responses") {
      $0.base.surface.response.carrier != .query
    },
    .comment("errorDocumentation", is: "the documentation comment of its error type") { view in
      let isRedirect = view.base.surface.response.carrier == .query
      return Prose(literal: (isRedirect ? "An error carried by a redirect: " : "An error response: ") + view.place)
    },
    .comment("codeDocumentation", is: "the documentation comment of its code type") {
      Prose(literals: ["The error codes of " + $0.place] + $0.base.surface.retired.map(\.sentence))
    },
    .text("anchorPrefix", is: "the start of the anchors of its codes") { $0.base.surface.anchor(for: "") },
    .text("codeType", is: "the type of its codes on the wire: `String` or `Int`") {
      $0.hasIntegerCodes ? "Int" : "String"
    },
    .flag("hasCodePrefix", is: "whether codes have a prefix on the wire, which the catalogue leaves out") { view in
      view.base.surface.response.field(.code)?.places.contains { $0.prefix != nil } ?? false
    },
    .flag("readsBody", is: "whether any value can be in the body") { view in
      let response = view.base.surface.response
      return response.list != nil || response.allFields.contains { $0.places.contains { $0.header == nil } }
    },
    .flag("writesBody", is: "whether the first place of any value is in the body") { view in
      let response = view.base.surface.response
      return response.list != nil || !response.conditions.isEmpty
        || response.allFields.contains { $0.place.header == nil }
    },
    .list("fields", is: "the fields of its errors", \.fieldViews),
    .list("properties", is: "the fields that are texts, without the code") { view in
      view.fieldViews.filter { $0.field.role != .code && $0.field.valueType == .text }
    },
    .list("parameters", is: "the fields that an initializer has parameters for, without the code") { view in
      view.fieldViews.filter { $0.field.role == .retryAfter || ($0.field.role != .code && $0.field.valueType == .text) }
    },
    .list("itemFields", is: "the fields that an item of the list has, without the code") { view in
      view.fieldViews.filter { $0.field.role != .code }
    },
    .section("retryAfter", is: "the field with the number of seconds to wait; may be missing") { view in
      view.fieldViews.first { $0.field.role == .retryAfter }
    },
    .list("details", is: "its details: other values that clients use") { view in
      view.base.surface.response.details.map {
        SwiftFieldView(field: $0, surface: view.base.surface, catalog: view.base.catalog)
      }
    },
    .list("conditions", is: "the members that a body must have to be an error") {
      $0.base.surface.response.conditions.map(SwiftConditionView.init)
    },
    .list("listConditions", is: "the members that an item must have to be an error") {
      $0.base.surface.response.list?.conditions.map(SwiftConditionView.init) ?? []
    },
    .flag("hasRootList", is: "whether the list is the whole body") {
      $0.base.surface.response.list?.pointer.tokens == []
    },
    .list("statusRecoveries", is: "what to do about responses without a known code, exact statuses first") { view in
      view.base.surface.statuses.sorted { $0.statuses.count < $1.statuses.count }.map(SwiftStatusRecoveryView.init)
    },
    .list("errors", is: "its codes") { SwiftErrorView.all($0.base) },
    .list("pieces", is: "its codes in groups that are small enough to compile fast", \.pieces),
    .flag("hasSeveralPieces", is: "whether there is more than one piece") { view in
      view.base.surface.errors.count > codesPerPiece
    },
    .flag("hasDeprecated", is: "whether it has deprecated codes") { view in
      view.base.surface.errors.contains { $0.deprecated != nil }
    })

  private var fieldViews: [SwiftFieldView] {
    base.surface.response.fields.map { SwiftFieldView(field: $0, surface: base.surface, catalog: base.catalog) }
  }

  private var hasIntegerCodes: Bool { base.surface.response.field(.code)?.valueType == .integer }

  /// Its title and endpoints.
  private var place: String {
    singleLine("\(base.surface.title) (\(base.surface.endpoints.map(\.description).joined(separator: ", "))).")
  }

  private var pieces: [SwiftPieceView] {
    let pieces = SwiftErrorView.all(base).chunks(ofCount: Self.codesPerPiece)
    // A type without cases has a switch and a list too.
    return (pieces.isEmpty ? [[]] : pieces).enumerated().map { index, errors in
      SwiftPieceView(index: index, count: max(pieces.count, 1), errors: errors)
    }
  }
}

/// Some of the codes of a surface in Swift templates.
struct SwiftPieceView: TemplateView {
  let index: Int
  /// The number of pieces.
  let count: Int
  let errors: ArraySlice<SwiftErrorView>

  static let fields = TemplateFields<Self>(
    .text("number", is: "the piece's number, from 1") { "\($0.index + 1)" },
    .text("next", is: "the next piece's number; missing in the last one") {
      $0.index + 1 < $0.count ? "\($0.index + 2)" : nil
    },
    .list("errors", is: "the codes of the piece") { Array($0.errors) })
}

/// A member that an object must have, in Swift templates.
struct SwiftConditionView: TemplateView {
  let condition: MemberCondition

  static let fields = TemplateFields<Self>(
    extending: { ConditionView(condition: $0.condition) },
    with: .formatted("test", is: "the expression after the object that tests its value", \.test),
    .formatted("value", is: "the value as JSON", \.value))

  private var test: String {
    let member = "[\(literal(condition.name))]?"
    return switch condition.value {
    case .text(let text): "\(member).isText(\(literal(text))) == true"
    case .number(let number): "\(member).number == \(jsonNumber(number))"
    case .boolean(let boolean): "\(member).boolean == \(boolean)"
    }
  }

  private var value: String {
    switch condition.value {
    case .text(let text): ".text(\(literal(text)))"
    case .number(let number): ".number(\(jsonNumber(number)))"
    case .boolean(let boolean): ".boolean(\(boolean))"
    }
  }
}

/// What to do about a response without a known code, in Swift templates.
struct SwiftStatusRecoveryView: TemplateView {
  let status: StatusRecovery

  static let fields = TemplateFields<Self>(
    extending: { StatusRecoveryView(status: $0.status) },
    with: .text("recoveryMember", is: "the case of its recovery after a dot") {
      SwiftIdentifier($0.status.recovery).member
    })
}
