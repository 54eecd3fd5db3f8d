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
      return [(isRedirect ? "An error carried by a redirect: " : "An error response: ") + view.place]
    },
    .comment("codeDocumentation", is: "the documentation comment of its code type") {
      ["The error codes of " + $0.place]
    },
    .text("anchorPrefix", is: "the start of the anchors of its codes") { $0.base.surface.anchor(for: "") },
    .list("fields", is: "the fields of its errors") { view in
      view.base.surface.response.fields.map { SwiftFieldView(field: $0, surface: view.base.surface) }
    },
    .list("errors", is: "its codes") { SwiftErrorView.all($0.base) },
    .list("pieces", is: "its codes in groups that are small enough to compile fast", \.pieces),
    .flag("hasSeveralPieces", is: "whether there is more than one piece") { view in
      view.base.surface.errors.count > codesPerPiece
    },
    .flag("hasDeprecated", is: "whether it has deprecated codes") { view in
      view.base.surface.errors.contains { $0.deprecated != nil }
    })

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

/// A field of an error in Swift templates.
struct SwiftFieldView: TemplateView {
  let field: ResponseField
  let surface: Surface

  static let fields = TemplateFields<Self>(
    extending: { FieldView($0.field) },
    with: .text("property", is: "its property; missing for the code", \.field.role.property),
    .text("propertyMeaning", is: "the documentation of the property", \.field.role.propertyMeaning),
    .text(
      "parameterMeaning", is: "the documentation of the parameter of an initializer", \.field.role.parameterMeaning),
    .text("variable", is: "the property, or `code`") { $0.field.role.property ?? "code" },
    .formatted("value", is: "the expression that reads it", \.value),
    .formatted("assignment", is: "the statement that writes it to a body", \.assignment),
    .text("initialValue", is: "the expression that initializes the property", \.initialValue),
    .text("text", is: "the expression for its value on the wire", \.text))

  private var value: String {
    let source = surface.response.carrier == .query ? "parameters" : "json"
    let text = "\(source)[\"\(SwiftLanguage().text(field.name))\"]?.text"
    return field.role == .code ? "\(surface.typePrefix)ErrorCode(\(text))" : text
  }

  private var assignment: String {
    let value = switch field.role {
      case .code: ".text(code.rawValue)"
      case .description: "(message ?? code.summary).map { .text($0) }"
      default: "\(field.role.property ?? "").map { .text($0) }"
    }
    return "body[\"\(SwiftLanguage().text(field.name))\"] = \(value)"
  }

  private var initialValue: String? {
    field.role == .description ? text : field.role.property
  }

  private var text: String {
    switch field.role {
    case .code: "code.rawValue"
    case .description: "message ?? code.summary"
    default: field.role.property ?? ""
    }
  }
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

  /// Without a full stop.
  fileprivate var propertyMeaning: String {
    switch self {
    case .code: "The error code"
    case .description: "The server's description of the error"
    case .reference: "Identifies this occurrence of the error, for support"
    case .uri: "The server's link to more about the error"
    case .state: "The state that the client sent with its request"
    }
  }

  fileprivate var parameterMeaning: String {
    switch self {
    case .code: "the error code."
    case .description: "a description of the error; by default the documented one."
    case .reference: "identifies this occurrence of the error, for support."
    case .uri: "a link to more about the error."
    case .state: "the state that the client sent with its request."
    }
  }
}
