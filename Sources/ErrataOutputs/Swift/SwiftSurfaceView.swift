import ErrataCatalog
import ErrataMustache
import ErrataText

/// A surface as Swift templates see it.
struct SwiftSurfaceView: TemplateView {
  let base: SurfaceView

  /// The compiler's time for a switch or an array literal grows with its square, so long ones come in pieces.
  private static let codesInPiece = 50

  static let fields = TemplateFields<Self>(
    extending: \.base,
    with: .comment("errorDocumentation", is: "what its error type is, as a documentation comment") { view in
      let isJSON = view.base.surface.response.carrier == .json
      return [(isJSON ? "An error response: " : "An error that a redirect carries: ") + view.place]
    },
    .comment("codeDocumentation", is: "what its code type is, as a documentation comment") {
      ["The error codes of " + $0.place]
    },
    .text(
      "documentationBase", is: "where the documentation is published; may be missing", \.base.catalog.documentation),
    .text("anchorPrefix", is: "the start of the anchors of its codes") { $0.base.surface.anchor(for: "") },
    .list("fields", is: "the fields of its errors") { view in
      view.base.surface.response.fields.map(SwiftFieldView.init)
    },
    .list("absentFields", is: "what every error has a property for, and this surface no field") { view in
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
    .list("pieces", is: "the other codes in pieces that the compiler is quick with, as in `groups`", \.pieces),
    .flag("hasSeveralPieces", is: "whether there is more than one piece") { view in
      view.base.surface.errors.count { $0.deprecated == nil } > codesInPiece
    },
    .flag("hasDeprecated", is: "whether it has deprecated codes", \.hasDeprecated),
    .list("deprecatedErrors", is: "its deprecated codes, as in `errors`") { view in
      view.hasDeprecated ? SwiftErrorView.all(view.base).filter(\.isDeprecated) : []
    })

  private var hasDeprecated: Bool { base.surface.errors.contains { $0.deprecated != nil } }

  /// Its title and endpoints.
  private var place: String {
    singleLine("\(base.surface.title) (\(base.surface.endpoints.map(\.description).joined(separator: ", "))).")
  }

  private var pieces: [SwiftPieceView] {
    let pieces = SwiftErrorView.all(base).filter { !$0.isDeprecated }.runs(of: Self.codesInPiece)
    // A type without cases has its switch and its list all the same.
    return (pieces.isEmpty ? [[]] : pieces).enumerated().map { index, errors in
      SwiftPieceView(index: index, count: max(pieces.count, 1), errors: errors)
    }
  }
}

/// Some of the codes of a surface as Swift templates see them.
struct SwiftPieceView: TemplateView {
  let index: Int
  /// How many pieces there are.
  let count: Int
  let errors: ArraySlice<SwiftErrorView>

  static let fields = TemplateFields<Self>(
    .text("number", is: "the piece's number, from 1; empty where there is one piece only") {
      $0.count == 1 ? "" : "\($0.index + 1)"
    },
    .text("next", is: "the next piece's number; missing in the last one") {
      $0.index + 1 < $0.count ? "\($0.index + 2)" : nil
    },
    .list("errors", is: "the codes of the piece") { Array($0.errors) })
}

/// A field of an error as Swift templates see it.
struct SwiftFieldView: TemplateView {
  let field: ResponseField

  static let fields = TemplateFields<Self>(
    extending: { FieldView($0.field) },
    with: .text("property", is: "its property; missing for the code", \.field.role.property),
    .text("propertyMeaning", is: "what the property is", \.field.role.propertyMeaning),
    .text("parameterMeaning", is: "what the parameter of an initializer is", \.field.role.parameterMeaning),
    .text("valueType", is: "the property's type") { $0.field.role == .uri ? "URL?" : "String?" },
    .flag("isURL", is: "whether it is a URL") { $0.field.role == .uri },
    .text("initialValue", is: "the expression for the property in an initializer", \.initialValue),
    .text("text", is: "the expression for its text on the wire", \.text))

  private var initialValue: String? {
    field.role == .description ? text : field.role.property
  }

  private var text: String {
    switch field.role {
    case .code: "code.rawValue"
    case .description: "message ?? code.summary"
    case .reference: "reference"
    case .uri: "uri?.absoluteString"
    case .state: "state"
    }
  }
}

/// A property that is always nil, as Swift templates see it.
struct SwiftAbsentFieldView: TemplateView {
  let role: ResponseField.Role

  static let fields = TemplateFields<Self>(
    .text("property", is: "the property", \.role.property),
    .text("propertyMeaning", is: "what it would be", \.role.propertyMeaning))
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
    }
  }

  /// Without a last full stop.
  fileprivate var propertyMeaning: String {
    switch self {
    case .code: "Which error it is"
    case .description: "The error in the server's words"
    case .reference: "What names this one occurrence of the error, for support"
    case .uri: "Where the server says to read more about the error"
    case .state: "What the client sent along with its request"
    }
  }

  fileprivate var parameterMeaning: String {
    switch self {
    case .code: "which error it is."
    case .description: "the error in words; where none is given, what the catalogue documents."
    case .reference: "what names this one occurrence of the error, for support."
    case .uri: "where to read more about the error."
    case .state: "what the client sent along with its request."
    }
  }
}
