import ErrataCatalog
import ErrataMustache

/// A surface in templates of languages whose expressions are made here.
struct ReaderSurfaceView: TemplateView {
  let base: SurfaceView
  let reading: SurfaceReading

  init(_ surface: Surface, of catalog: Catalog, in syntax: any ReadingSyntax) {
    base = SurfaceView(surface, of: catalog)
    reading = SurfaceReading(surface: surface, syntax: syntax)
  }

  private var format: ResponseFormat { base.surface.response }

  static let fields = TemplateFields<Self>(
    extending: \.base,
    with: .text("codeType", is: "the type of the codes on the wire") {
      $0.reading.syntax.codeType(isInteger: $0.format.field(.code)?.valueType == .integer)
    },
    .list("fields", is: "the fields of its errors") { $0.views(of: $0.format.fields) },
    .list("ownFields", is: "the same, without the status and the time to try again, which every response has") {
      $0.views(of: $0.format.fields.filter { $0.role != .status && $0.role != .retryAfter })
    },
    .list("details", is: "its details: other values that clients use") { $0.views(of: $0.format.details) },
    .formatted(
      "retryAfterReading", is: "the expression for the seconds after which to try again; may be missing",
      \.reading.retryAfter),
    .formatted(
      "otherBody", is: "the expression that is true if a body is not an error; may be missing", \.reading.isOtherBody),
    .formatted("listReading", is: "the expression for the list of errors; may be missing", \.reading.list),
    .flag("readsMembers", is: "whether any value is in the root object of the body", \.format.readsMembers),
    .formatted(
      "errorItem", is: "the expression that is true if an item of the list is an error; may be missing",
      \.reading.isErrorItem),
    .formatted(
      "codeNames", is: "the names of the code's parameters in a challenge, as arguments; may be missing",
      \.reading.codeParameters))

  private func views(of fields: [ResponseField]) -> [ReaderFieldView] {
    fields.map { ReaderFieldView(base: FieldView($0), reading: reading) }
  }
}

/// A field or a detail in templates of these languages.
struct ReaderFieldView: TemplateView {
  let base: FieldView
  let reading: SurfaceReading

  static let fields = TemplateFields<Self>(
    extending: \.base,
    with: .text("property", is: "its property") { $0.reading.syntax.property(of: $0.base.field) },
    .formatted("valueType", is: "the property's type") {
      $0.reading.syntax.type(of: $0.base.field, on: $0.reading.surface)
    },
    .formatted("reading", is: "the expression that reads it") { $0.reading.value(of: $0.base.field) })
}

/// The names that these languages add to those of the catalogue.
struct ReaderCatalogView: TemplateView {
  let base: CatalogView
  let syntax: any ReadingSyntax

  private var functions: ReadingFunctions { ReadingFunctions(surfaces: base.surfaces) }

  static let fields = TemplateFields<Self>(
    extending: \.base,
    with: .list("surfaces", is: "the surfaces, or the one of the file") { view in
      view.base.surfaces.map { ReaderSurfaceView($0, of: view.base.catalog, in: view.syntax) }
    },
    .list("responseSurfaces", is: "the surfaces with errors in responses, not in redirects") { view in
      view.base.surfaces.filter { $0.response.carrier != .query }.map {
        ReaderSurfaceView($0, of: view.base.catalog, in: view.syntax)
      }
    },
    .flag("hasTextCodes", is: "whether the codes of any of them are text", \.functions.hasTextCodes),
    .flag("hasJSONValues", is: "whether any of them has details of any JSON type", \.functions.hasJSONValues),
    .flag(
      "hasAlternatives", is: "whether a value other than a code can be in several places", \.functions.hasAlternatives),
    .flag("parsesJSON", is: "whether a body, a header or a parameter has JSON in it", \.functions.parsesJSON),
    .flag("readsBodies", is: "whether any values are in bodies", \.functions.readsBodies),
    .flag("readsObjects", is: "whether any values are in objects other than items of a list", \.functions.readsObjects),
    .flag("readsPointers", is: "whether any values are inside of others", \.functions.readsPointers),
    .flag("convertsDigits", is: "whether digits in a text can be an integer", \.functions.convertsDigits),
    .flag("convertsNumbers", is: "whether a value or a condition is a number", \.functions.convertsNumbers),
    .flag("cutsTexts", is: "whether any values are only a part of a text", \.functions.cutsTexts))
}
