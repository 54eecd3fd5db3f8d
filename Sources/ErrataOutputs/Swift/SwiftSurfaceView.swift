import ErrataCatalog
import ErrataMustache
import ErrataText

/// A surface in Swift templates.
struct SwiftSurfaceView: TemplateView {
  let base: SurfaceView

  /// Compile time grows quadratically with the size of a switch or array literal, so long ones are split into pieces.
  private static let codesPerPiece = 50

  static let fields = TemplateFields<Self>(
    extending: \.base,
    with: .comment("errorDocumentation", is: "the documentation comment of its error type") { view in
      let isJSON = view.base.surface.response.carrier == .json
      return [(isJSON ? "An error response: " : "An error carried by a redirect: ") + view.place]
    },
    .comment("codeDocumentation", is: "the documentation comment of its code type") {
      ["The error codes of " + $0.place]
    },
    .text(
      "documentationBase", is: "the URL of the published documentation; may be missing", \.base.catalog.documentation),
    .text("anchorPrefix", is: "the start of the anchors of its codes") { $0.base.surface.anchor(for: "") },
    .list("fields", is: "the fields of its errors") { view in
      view.base.surface.response.fields.map(SwiftFieldView.init)
    },
    .list("absentFields", is: "the properties of every error for which this surface has no field") { view in
      [ResponseField.Role.description, .reference].filter { view.base.surface.response.field($0) == nil }
        .compactMap(SwiftAbsentFieldView.init)
    },
    .flag("hasMessage", is: "whether there is a field for the description") {
      $0.base.surface.response.field(.description) != nil
    },
    .flag("hasReference", is: "whether there is a field for the reference") {
      $0.base.surface.response.field(.reference) != nil
    },
    .list("errors", is: "its codes") { SwiftErrorView.all($0.base) },
    .list("pieces", is: "the codes that are not deprecated, in groups small enough to compile fast", \.pieces),
    .flag("hasSeveralPieces", is: "whether there is more than one piece") { view in
      view.base.surface.errors.count { $0.deprecated == nil } > codesPerPiece
    },
    .flag("hasDeprecated", is: "whether it has deprecated codes", \.hasDeprecated),
    .list("deprecatedErrors", is: "its deprecated codes, with the names of `errors`") { view in
      view.hasDeprecated ? SwiftErrorView.all(view.base).filter(\.isDeprecated) : []
    })

  private var hasDeprecated: Bool { base.surface.errors.contains { $0.deprecated != nil } }

  /// Its title and endpoints.
  private var place: String {
    singleLine("\(base.surface.title) (\(base.surface.endpoints.map(\.description).joined(separator: ", "))).")
  }

  private var pieces: [SwiftPieceView] {
    let pieces = SwiftErrorView.all(base).filter { !$0.isDeprecated }.chunks(ofCount: Self.codesPerPiece)
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
    .text("number", is: "the piece's number, from 1; empty if there is only one piece") {
      $0.count == 1 ? "" : "\($0.index + 1)"
    },
    .text("next", is: "the next piece's number; missing in the last one") {
      $0.index + 1 < $0.count ? "\($0.index + 2)" : nil
    },
    .list("errors", is: "the codes of the piece") { Array($0.errors) })
}

/// A field of an error in Swift templates.
struct SwiftFieldView: TemplateView {
  let field: ResponseField

  static let fields = TemplateFields<Self>(
    extending: { FieldView($0.field) },
    with: .text("property", is: "its property; missing for the code", \.field.role?.property),
    .text("propertyMeaning", is: "the documentation of the property", \.field.role?.propertyMeaning),
    .text(
      "parameterMeaning", is: "the documentation of the parameter of an initializer", \.field.role?.parameterMeaning),
    .text("valueType", is: "the property's type") { $0.field.role == .uri ? "URL?" : "String?" },
    .flag("isURL", is: "whether it is a URL") { $0.field.role == .uri },
    .text("initialValue", is: "the expression that initializes the property", \.initialValue),
    .text("text", is: "the expression for its value on the wire", \.text))

  private var initialValue: String? {
    field.role == .description ? text : field.role?.property
  }

  private var text: String {
    switch field.role {
    case .code: "code.rawValue"
    case .description: "message ?? code.summary"
    case .uri: "uri?.absoluteString"
    default: field.role?.property ?? "nil"
    }
  }
}

/// A property that is always nil in Swift templates.
struct SwiftAbsentFieldView: TemplateView {
  let role: ResponseField.Role

  static let fields = TemplateFields<Self>(
    .text("property", is: "the property", \.role.property),
    .text("propertyMeaning", is: "the documentation of the property", \.role.propertyMeaning))
}

extension ResponseField.Role {
  /// The property that holds the field; nil for the code.
  fileprivate var property: String? {
    switch self {
    case .code: nil
    case .description: "message"
    case .reference: "reference"
    case .uri: "uri"
    case .state: "state"
    case .title, .target, .status: rawValue
    case .retryAfter: "secondsToWait"
    }
  }

  /// Without a full stop.
  fileprivate var propertyMeaning: String {
    switch self {
    case .code: "The error code"
    case .description: "The server's description of the error"
    case .reference: "Identifies this occurrence of the error, for support"
    case .uri: "The server's link to more about the error"
    case .state: "The state that the client sent with its request"
    case .title: "The name of the error"
    case .target: "The part of the request that caused the error"
    case .status: "The HTTP status again"
    case .retryAfter: "The number of seconds after which to try again"
    }
  }

  fileprivate var parameterMeaning: String {
    switch self {
    case .code: "the error code."
    case .description: "a description of the error; by default the documented one."
    case .reference: "identifies this occurrence of the error, for support."
    case .uri: "a link to more about the error."
    case .state: "the state that the client sent with its request."
    case .title: "the name of the error."
    case .target: "the part of the request that caused the error."
    case .status: "the HTTP status again."
    case .retryAfter: "the number of seconds after which to try again."
    }
  }
}
