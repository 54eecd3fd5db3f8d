import ErrataCatalog
import ErrataMustache
import ErrataText

/// A surface in templates.
struct SurfaceView: TemplateView {
  let surface: Surface
  let catalog: Catalog

  init(_ surface: Surface, of catalog: Catalog) {
    self.surface = surface
    self.catalog = catalog
  }

  static let fields = TemplateFields<Self>(
    .text("key", is: "the surface's key, in snake_case", \.surface.key),
    .text("type", is: "the prefix of its types, in UpperCamelCase", \.surface.typePrefix),
    .text("title", is: "the display name") { singleLine($0.surface.title) },
    .flag("isJSON", is: "whether its errors are in the body") { $0.surface.response.carrier == .json },
    .flag("isQuery", is: "whether its errors are in redirects") { $0.surface.response.carrier == .query },
    .flag("isChallenge", is: "whether its errors are in `WWW-Authenticate`") {
      $0.surface.response.carrier == .challenge
    },
    .flag("usesOAuth", is: "whether the rules of OAuth 2.0 apply", \.surface.response.usesOAuth),
    .text("carrier", is: "how its errors are sent, in a sentence", \.surface.response.carrier.sentence),
    .list("endpoints", is: "its endpoints, in the catalogue's order") { $0.surface.endpoints.map(EndpointView.init) },
    .list("paths", is: "the paths of its endpoints, each once") { $0.surface.paths.map(PathView.init) },
    .list("fields", is: "the fields of its errors") { $0.surface.response.fields.map(FieldView.init) },
    .list("details", is: "its details: other values that clients use") {
      $0.surface.response.details.map(FieldView.init)
    },
    .flag("hasDetails", is: "whether it has details") { !$0.surface.response.details.isEmpty },
    .text("mediaType", is: "the media type of the body; may be missing", \.surface.response.mediaType),
    .flag("hasConditions", is: "whether a body must have certain members to be an error") {
      !$0.surface.response.conditions.isEmpty
    },
    .list("conditions", is: "the members that a body must have to be an error") {
      $0.surface.response.conditions.map(ConditionView.init)
    },
    .flag("hasList", is: "whether its errors are items of a list") { $0.surface.response.list != nil },
    .flag("hasRootList", is: "whether that list is the body") {
      $0.surface.response.list?.pointer.tokens.isEmpty ?? false
    },
    .list("listPath", is: "the path to the list in the body; empty if it is at the root") {
      $0.surface.response.list?.pointer.tokens.map(PathStepView.init) ?? []
    },
    .flag("hasListConditions", is: "whether an item must have certain members to be an error") {
      !($0.surface.response.list?.conditions.isEmpty ?? true)
    },
    .list("listConditions", is: "the members that an item must have to be an error") {
      $0.surface.response.list?.conditions.map(ConditionView.init) ?? []
    },
    .flag("hasIntegerCodes", is: "whether its codes are integers") { $0.hasIntegerCodes },
    .flag("hasPrefixedCodes", is: "whether its codes come with a prefix") {
      $0.surface.response.field(.code)?.isPrefixedCode ?? false
    },
    .list("codeParameters", is: "the names of the parameters that its codes can be in") { view in
      (view.surface.response.field(.code)?.places ?? []).flatMap { $0.pointer?.tokens ?? [] }.map(PathStepView.init)
    },
    .flag("hasMemberPlaces", is: "whether any of its fields can be a member or a parameter") {
      $0.surface.response.allFields.contains { $0.places.contains { $0.pointer != nil } }
    },
    .flag("hasBodyPlaces", is: "whether any of its fields can be in the body around the list") {
      $0.surface.response.allFields.contains { $0.places.contains(where: \.isFromBody) }
    },
    .flag("hasHeaderPlaces", is: "whether any of its fields can be in a header") {
      $0.surface.response.allFields.contains { $0.places.contains { $0.header != nil } }
    },
    .flag("hasStatusRecoveries", is: "whether it says what to do about responses without a known code") {
      !$0.surface.statuses.isEmpty
    },
    .list("statusRecoveries", is: "what to do about responses without a known code, exact statuses first") {
      $0.statusRecoveries
    },
    .text("codeField", is: "the name of the code on the wire") { $0.name(.code) },
    .text("descriptionField", is: "the name of the description; may be missing") { $0.name(.description) },
    .text("referenceField", is: "the name of the reference; may be missing") { $0.name(.reference) },
    .text("uriField", is: "the name of the link to more; may be missing") { $0.name(.uri) },
    .text("stateField", is: "the name of the client's state; may be missing") { $0.name(.state) },
    .text("count", is: "the number of codes") { "\($0.surface.errors.count)" },
    .flag("hasErrors", is: "whether it has codes") { !$0.surface.errors.isEmpty },
    .list("errors", is: "its codes", \.errors),
    .list("groups", is: "its codes in groups of 200, for languages with a limit on the size of methods or literals") {
      $0.errors.chunks(ofCount: 200).enumerated().map { GroupView(number: $0 + 1, errors: $1) }
    },
    .flag("hasRetired", is: "whether it has retired codes") { !$0.surface.retired.isEmpty },
    .list("retired", is: "its retired codes", \.retired),
    .comment("retiredDocumentation", is: "the documentation comment of its retired codes; may be missing") {
      Prose(literals: $0.surface.retired.map(\.sentence))
    })

  /// The codes, in order.
  var errors: [ErrorView] { ErrorView.all(of: surface, in: catalog) }

  /// Exact statuses first.
  var statusRecoveries: [StatusRecoveryView] {
    surface.statuses.sorted { $0.statuses.count < $1.statuses.count }.map(StatusRecoveryView.init)
  }

  var retired: [RetiredView] { surface.retired.map { RetiredView(code: $0, surface: surface) } }

  private var hasIntegerCodes: Bool { surface.response.field(.code)?.valueType == .integer }

  private func name(_ role: ResponseField.Role) -> String? { surface.response.field(role)?.name }
}

/// Some of the codes of a surface in templates.
struct GroupView: TemplateView {
  let number: Int
  let errors: ArraySlice<ErrorView>

  static let fields = TemplateFields<Self>(
    .text("number", is: "the group's number, from 1") { "\($0.number)" },
    .list("errors", is: "the codes of the group") { Array($0.errors) })
}

extension Array {
  /// The elements in chunks of `size`; the last one may be shorter.
  func chunks(ofCount size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}

/// An endpoint in templates.
struct EndpointView: TemplateView {
  let endpoint: Endpoint

  init(_ endpoint: Endpoint) {
    self.endpoint = endpoint
  }

  static let fields = TemplateFields<Self>(
    .text("endpoint", is: "the endpoint as in the catalogue: its path, after its method if it has one") {
      $0.endpoint.description
    },
    .text("path", is: "a path in which `*` matches any one segment or, at the end, the rest") {
      $0.endpoint.path.description
    })
}

/// The path of an endpoint in templates.
struct PathView: TemplateView {
  let path: EndpointPattern

  init(_ path: EndpointPattern) {
    self.path = path
  }

  static let fields = TemplateFields<Self>(
    .text("path", is: "a path in which `*` matches any one segment or, at the end, the rest", \.path.description))
}

extension Surface {
  /// The paths of its endpoints, each once. Generated code chooses a surface by them, since it is not told the method.
  var paths: [EndpointPattern] {
    var seen: Set<EndpointPattern> = []
    return endpoints.map(\.path).filter { seen.insert($0).inserted }
  }
}

/// A retired code in templates.
struct RetiredView: TemplateView {
  let code: RetiredCode
  let surface: Surface

  static let fields = TemplateFields<Self>(
    .text("code", is: "the code as it was on the wire", \.code.code),
    .text("anchor", is: "its anchor in the documentation") { $0.surface.anchor(for: $0.code.code) },
    .text("retiredIn", is: "the version it was retired in", \.code.since.description),
    .text("replacement", is: "the code to use instead; may be missing", \.code.replacement),
    .text("note", is: "the reason; may be missing") { $0.code.note.map(singleLine) },
    .text("sentence", is: "all of this in a sentence or two", \.code.sentence))
}
