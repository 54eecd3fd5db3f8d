import ErrataCatalog
import ErrataDraft
import ErrataText
import Foundation
import TestSupport
import Testing

/// From the bodies in the exchanges of each example catalogue, the places are proposed that the catalogue has.
struct ProposedPlacesTests {
  @Test(arguments: ExampleCatalogue.all)
  func placesOfTheCatalogueAreProposed(_ example: ExampleCatalogue) throws {
    let catalog = try example.read()
    var missing: Set<String> = []
    for surface in catalog.surfaces where surface.response.carrier == .json {
      let bodies = try bodies(of: example, at: surface, of: catalog)
      #expect(!bodies.isEmpty)
      let proposed = try response(responseDraft(for: bodies) ?? "")
      missing.formUnion(surface.response.places.subtracting(proposed.places).map { "\(surface.key): \($0)" })
    }
    #expect(missing == Set(PlaceException.all.filter { $0.catalogue == example.name }.map(\.place)))
  }

  @Test func eachExceptionIsOfACatalogueAndHasAReason() {
    let names = Set(ExampleCatalogue.all.map(\.name))
    for exception in PlaceException.all { #expect(names.contains(exception.catalogue) && !exception.reason.isEmpty) }
  }

  private func bodies(of example: ExampleCatalogue, at surface: Surface, of catalog: Catalog) throws -> [JSONValue] {
    try example.exchanges().split(separator: "\n").compactMap { line in
      let exchange = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      guard var path = exchange?["path"] as? String, let body = exchange?["body"], !(body is String) else { return nil }
      if let base = catalog.base, path.hasPrefix(base) { path = String(path.dropFirst(base.count)) }
      guard surface.endpoints.contains(where: { $0.path.covers(path) }) else { return nil }
      return JSONValue(json: try JSONSerialization.data(withJSONObject: body))
    }
  }

  /// The response of a catalogue with the block.
  private func response(_ block: String) throws -> ResponseFormat {
    let indented = block.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    let surface = """
      errata: 1
      name: Shape
      title: Shape
      version: 1.0.0
      surfaces:
        api:
          title: API
          endpoints: [/*]
      \(indented)
          errors:
            "1": {description: The error}
      """
    return try catalogue(surface).surfaces[0].response
  }
}

/// A place of an example catalogue that cannot be proposed from its bodies.
struct PlaceException {
  let catalogue: String
  /// The key of the surface and the place.
  let place: String
  let reason: String

  /// All of them. One that is not needed fails the test.
  static let all: [PlaceException] =
    inHeaders("aws", "lambda: code header x-amzn-errortype until :", "lambda: reference header x-amzn-requestid")
    + inHeaders("aws", "dynamodb: code header x-amzn-errortype until :", "dynamodb: reference header x-amzn-requestid")
    + unseen("aws", "lambda: code /__type after #")
    + ["lambda: detail /Reason", "lambda: detail /Type"].map {
      PlaceException(catalogue: "aws", place: $0, reason: "without the header, it looks like the code")
    }
    + unseen("oauth", "token: uri /error_uri")
    + inHeaders("microsoft-graph", "graph: reference header request-id")
    + unseen("slack", "web: detail /response_metadata/messages")
    + inHeaders("stripe", "api: reference header request-id")

  private static func inHeaders(_ catalogue: String, _ places: String...) -> [PlaceException] {
    places.map { PlaceException(catalogue: catalogue, place: $0, reason: "a body has no headers") }
  }

  private static func unseen(_ catalogue: String, _ places: String...) -> [PlaceException] {
    places.map { PlaceException(catalogue: catalogue, place: $0, reason: "no response has it") }
  }
}

extension ResponseFormat {
  /// Each place with the role or, for any detail, `detail`; and where the errors are.
  fileprivate var places: Set<String> {
    let places = fields.flatMap { field in field.places.map { "\(field.key) \($0.wire)" } }
    let details = details.flatMap { $0.places.map { "detail \($0.wire)" } }
    let conditions = conditions.map { "when \($0.name) \($0.value)" }
    let list = list.map { ["list \($0.pointer)"] + $0.conditions.map { "where \($0.name) \($0.value)" } } ?? []
    return Set(places + details + conditions + list + (usesOAuth ? ["oauth2"] : []))
  }
}

extension FieldPlace {
  /// The place and what surrounds the value there.
  fileprivate var wire: String {
    let cuts = [prefix.map { "prefix \($0)" }, after.map { "after \($0)" }, until.map { "until \($0)" }]
    let place = header.map { "header \($0)" } ?? "\(pointer!)"
    return ([isFromBody ? "body" : nil, place] + cuts).compactMap(\.self).joined(separator: " ")
  }
}
