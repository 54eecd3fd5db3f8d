import ErrataDiagnostics
import ErrataText
import ErrataYAML

/// A surface must be recognizable by its shape: `missing-protocol`, `ambiguous-surface`.
enum SurfaceShapeCheck: CatalogCheck {
  static let rules: [Rule] = [.missingProtocol, .ambiguousSurface]

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    catalog.surfaces.compactMap { protocolProblem($0, in: catalog) } + ambiguities(in: catalog)
  }

  /// `error` with `error_description` or `error_uri` is the response of RFC 6749, sections 4.1.2.1 and 5.2.
  private static func protocolProblem(_ surface: Surface, in catalog: Catalog) -> Diagnostic? {
    let response = surface.response
    guard response.carrier != .challenge, response.wireProtocol == nil, response.list == nil,
      let code = response.field(.code), code.name.isExactly("error"),
      response.fields.contains(where: { $0.name.isExactly("error_description") || $0.name.isExactly("error_uri") })
    else { return nil }
    return Diagnostic(
      .missingProtocol, "the fields of `\(surface.key)` are those of OAuth 2.0, but it has no `protocol`",
      at: catalog.sources.location(response.origin.range),
      hint: "add `protocol: oauth2` to have the rules of RFC 6749 checked")
  }

  /// Surfaces whose responses cannot be told apart from those of an earlier surface at the same endpoint.
  private static func ambiguities(in catalog: Catalog) -> [Diagnostic] {
    var earlier: [ExactText: [(surface: Surface, endpoints: EndpointSet)]] = [:]
    var steps = EndpointCheck.stepLimit(for: catalog)
    return catalog.surfaces.compactMap { surface -> Diagnostic? in
      if surface.response.carrier == .query { return nil }
      let shape = ExactText(shape(of: surface.response))
      defer { earlier[shape, default: []].append((surface, EndpointSet(surface.endpoints))) }
      for other in earlier[shape] ?? [] {
        guard let endpoint = surface.endpoints.first(where: { other.endpoints.meets($0, steps: &steps) ?? false })
        else { continue }
        let range =
          surface.origin.ranges(of: SurfaceKey.endpoints)[ExactText(endpoint.description)]
          ?? surface.origin.range(of: SurfaceKey.endpoints)
        return Diagnostic(
          .ambiguousSurface,
          "`\(surface.key)` and `\(other.surface.key)` report errors in the same way at `\(endpoint)`",
          at: catalog.sources.location(range),
          related: [.init("the other surface", at: catalog.sources.location(other.surface.origin.range))],
          hint: "put the codes on one surface, or the endpoint on only one of them")
      }
      return nil
    }
  }

  /// What decides whether a response names a code.
  private static func shape(of response: ResponseFormat) -> String {
    func text(_ conditions: [MemberCondition]) -> String {
      conditions.map { "\($0.name)=\($0.value)" }.sorted().joined(separator: "&")
    }
    let places = response.field(.code)?.places.map { "\($0.location)" } ?? []
    let list = response.list.map { "\($0.pointer)?\(text($0.conditions))" } ?? ""
    return "\(response.carrier) \(text(response.conditions)) \(list) \(places)"
  }
}

extension Rule {
  /// `missing-protocol`.
  public static let missingProtocol = Rule(
    "missing-protocol", .warning, "A surface has the fields of OAuth 2.0, but not its protocol.",
    explanation: """
      Its code is in `error`, and there is an `error_description` or an `error_uri`, as in RFC 6749, sections 4.1.2.1 and 5.2. \
      The additional rules of OAuth 2.0 are checked only with `protocol: oauth2`.
      """,
    reason:
      "RFC 6749 restricts the characters of these fields, forbids caching, and requires a challenge with some statuses.",
    example: .commands("grep -v 'protocol: oauth2' shop.yaml > login.yaml\nerrata check login.yaml"),
    remedy: "Add `protocol: oauth2` to the `response`.")

  /// `ambiguous-surface`.
  public static let ambiguousSurface = Rule(
    "ambiguous-surface", .warning, "Two surfaces report errors in the same way at the same endpoint.",
    explanation: """
      A response belongs to the first surface at its endpoint on which it names a code. If two surfaces have the code in the same \
      place, that is always the first one. Endpoints with different methods are different endpoints.
      """,
    reason: "The codes of the second surface are never recognized there.",
    example: .yaml(
      """
      returns:
        title: Returns
        endpoints: [/orders/*]
        response: {carrier: json, fields: {code: code}}
        errors: {too_late: {status: 409, description: The order is too old}}
      login:
      """, insteadOf: "login:"),
    remedy: "Put the codes on one surface, or the endpoint on only one of them.")
}
