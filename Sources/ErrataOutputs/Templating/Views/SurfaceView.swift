import ErrataCatalog
import ErrataText

/// A surface as templates see it.
struct SurfaceView: TemplateContext {
  let surface: Surface
  let catalog: Catalog

  init(_ surface: Surface, of catalog: Catalog) {
    self.surface = surface
    self.catalog = catalog
  }

  static let fields = TemplateFields<Self>(
    .text("key", is: "the surface's key, in snake_case", \.surface.key),
    .text("type", is: "the prefix of its types, in UpperCamelCase", \.surface.typePrefix),
    .text("title", is: "its name for people") { singleLine($0.surface.title) },
    .flag("isJSON", is: "whether its errors are objects in the body") { $0.surface.response.carrier == .json },
    .flag("isQuery", is: "whether its errors are parameters of a redirect") { $0.surface.response.carrier == .query },
    .list("endpoints", is: "its endpoints") { $0.surface.endpoints.map(EndpointView.init) },
    .text("codeField", is: "the name of the code on the wire") { $0.name(.code) },
    .text("descriptionField", is: "the name of the description; may be missing") { $0.name(.description) },
    .text("referenceField", is: "the name of the reference; may be missing") { $0.name(.reference) },
    .text("uriField", is: "the name of the link to more; may be missing") { $0.name(.uri) },
    .text("stateField", is: "the name of the client's state; may be missing") { $0.name(.state) },
    .flag("hasErrors", is: "whether it has any code") { !$0.surface.errors.isEmpty },
    .list("errors", is: "its codes") { errorViews(of: $0.surface, in: $0.catalog) },
    .list("groups", is: "its codes in groups of 200, for languages whose methods or literals must not grow too long") {
      GroupView.groups(of: $0.surface, in: $0.catalog)
    },
    .list("retired", is: "its codes that are gone") { $0.surface.retired.map(RetiredView.init) })

  private func name(_ role: ResponseField.Role) -> String? { surface.response.field(role)?.name }
}

/// Some of the codes of a surface as templates see them.
struct GroupView: TemplateContext {
  let number: Int
  let errors: ArraySlice<ErrorView>

  static func groups(of surface: Surface, in catalog: Catalog) -> [Self] {
    let errors = errorViews(of: surface, in: catalog)
    return stride(from: 0, to: errors.count, by: 200).enumerated().map { index, start in
      Self(number: index + 1, errors: errors[start..<min(start + 200, errors.count)])
    }
  }

  static let fields = TemplateFields<Self>(
    .text("number", is: "the group's number, from 1") { "\($0.number)" },
    .list("errors", is: "the codes of the group") { Array($0.errors) })
}

/// An endpoint as templates see it.
struct EndpointView: TemplateContext {
  let endpoint: EndpointPattern

  init(_ endpoint: EndpointPattern) {
    self.endpoint = endpoint
  }

  static let fields = TemplateFields<Self>(
    .text("path", is: "a path with `*` for any one segment or, at the end, for the rest", \.endpoint.description))
}

/// A code that is gone, as templates see it.
struct RetiredView: TemplateContext {
  let code: RetiredCode

  init(_ code: RetiredCode) {
    self.code = code
  }

  static let fields = TemplateFields<Self>(
    .text("code", is: "the code as it was on the wire", \.code.code),
    .text("retiredIn", is: "the version that it was retired in", \.code.since.description),
    .text("replacement", is: "the code that took its place; may be missing", \.code.replacement),
    .text("note", is: "why; may be missing", \.code.note))
}
