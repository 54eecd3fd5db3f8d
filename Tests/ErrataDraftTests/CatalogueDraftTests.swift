import ErrataCatalog
import ErrataDraft
import ErrataText
import ErrataValidation
import Foundation
import TestSupport
import Testing

struct CatalogueDraftTests {
  /// The draft has no problems, and reads the codes that the handwritten catalogue reads.
  @Test(arguments: ExampleCatalogue.all)
  func theDraftForAnExampleReadsItsCodes(_ example: ExampleCatalogue) throws {
    let log = try example.exchanges()
    let found = try validation(of: log, with: catalogue(draft(log)))
    let wanted = try validation(of: log, with: example.read())
    #expect(found.errors == [])
    #expect(merged(found.summary) == merged(wanted.summary))
  }

  /// The number of times that each code was found, on whichever surface.
  private func merged(_ summary: Summary) -> [String: Int] {
    Dictionary(summary.codes.map { ($0.code, $0.count) }, uniquingKeysWith: +)
  }

  @Test func theDraftForALogIsAsRecorded() throws {
    let log = try Repository.text("Tests/Fixtures/logs/orders.ndjson")
    let yaml = try #require(CatalogueDraft(learned(log.utf8))).yaml(from: "orders.ndjson")
    try expectGolden(yaml, "logs/orders.yaml")
    let found = try validation(of: log, with: catalogue(yaml))
    // A gateway's page, two empty bodies and the broken line; everything else is in the catalogue.
    let rules = Set(found.errors.compactMap { $0.split(separator: "[").last?.dropLast() })
    #expect(rules == ["not-json", "empty-body", "broken-input"])
  }

  @Test func sharesOneSurfaceForOneShapeAndOneForEachOtherShape() throws {
    let log =
      exchange("/v1/orders/17", 404, flat("not_found")) + exchange("/v1/carts", 409, flat("empty"))
      + exchange("/v1/users", 400, .object([("error", flat("bad_name"))]))
    let catalog = try catalogue(draft(log))
    #expect(catalog.base == "/v1")
    #expect(catalog.surfaces.map(\.key) == ["api", "users"])
    #expect(catalog.surfaces.map { $0.endpoints.map(\.description) } == [["/carts", "/orders/*"], ["/users"]])
    #expect(catalog.surfaces.map { $0.errors.map(\.code) } == [["empty", "not_found"], ["bad_name"]])
  }

  @Test func aGivenBaseIsUsed() throws {
    let log = exchange("/csc/v2/info", 401, flat("invalid_token")) + exchange("/other", 401, flat("invalid_token"))
    let catalog = try catalogue(draft(log, base: "/csc/v2/"))
    #expect(catalog.base == "/csc/v2")
    #expect(catalog.surfaces[0].endpoints.map(\.description) == ["/info", "/other"])
  }

  @Test func codesHaveTheirStatusesAndTheUsualDescription() throws {
    let log =
      exchange("/x", 404, flat("gone", "There is no order 17")) + exchange("/x", 410, flat("gone", "It was deleted"))
      + exchange("/x", 410, flat("gone", "There is no order 18"))
    let error = try catalogue(draft(log)).surfaces[0].errors[0]
    #expect(error.statuses == [410, 404])
    #expect(error.description == "There is no order 17")
    #expect(try draft(log).contains("gone:  # 3 times\n"))
  }

  @Test func everyItemOfAListIsLearnedWithItsOwnStatus() throws {
    let body = JSONValue.object([
      (
        "errors",
        .array([
          .object([("code", .string("a")), ("status", .string("422"))]),
          .object([("code", .string("b")), ("status", .string("409"))]),
        ])
      )
    ])
    let log = exchange("/x", 400, body)
    let catalog = try catalogue(draft(log))
    #expect(catalog.surfaces[0].errors.map { "\($0.code) \($0.statuses)" } == ["a [422]", "b [409]"])
    #expect(validation(of: log, with: catalog).errors == [])
  }

  /// Codes that would have the same Swift identifier, or one that generated code uses itself.
  @Test func codesThatAreTooSimilarGetNames() throws {
    let codes = ["not_found", "notFound", "NOT-FOUND", "known", "-1", "1", "e\u{301}", "\u{E9}"]
    let log = codes.map { exchange("/x", 400, flat($0)) }.joined()
    let catalog = try catalogue(draft(log))
    // The last two are canonically equivalent, so a catalogue cannot have both.
    #expect(catalog.surfaces[0].errors.count == 7)
    #expect(catalog.surfaces[0].errors.count { $0.name != nil } == 4)
  }

  @Test func surfacesHaveKeysThatMakeTypes() throws {
    let codes = ["code", "errorCode", "error", "reason", "type", "errcode"]
    let paths = ["/index", "/decoding", "/\u{E9}", "/a_b", "/ab", "/9"]
    let log = zip(paths, codes).map { path, code in exchange(path, 400, .object([(code, .string("bad"))])) }.joined()
    let keys = try catalogue(draft(log)).surfaces.map(\.key)
    #expect(keys == ["api", "decoding_2", "api_2", "a_b", "ab_2", "api_3"])
  }

  @Test func oAuthIsRecognizedWhereverItIs() throws {
    let redirect = exchange(
      "/authorize", 302, headers: [("Location", .string("https://a.example/cb?error=access_denied&state=x"))])
    let challenge = exchange(
      "/orders", 401,
      headers: [("WWW-Authenticate", .array([.string("Basic"), .string("Bearer error=invalid_token")]))])
    let token = exchange("/token", 400, .object([("error", .string("invalid_grant"))]))
    let surfaces = try catalogue(draft(redirect + challenge + token)).surfaces
    #expect(surfaces.map(\.response.carrier) == [.query, .challenge, .json])
    #expect(surfaces.map(\.response.usesOAuth) == [true, true, true])
    #expect(surfaces.map { $0.errors.map(\.code) } == [["access_denied"], ["invalid_token"], ["invalid_grant"]])
    let slack = exchange("/api", 200, .object([("ok", .bool(false)), ("error", .string("invalid_scope"))]))
    #expect(try !catalogue(draft(slack)).surfaces[0].response.usesOAuth)
  }

  /// A success has no code, even if a member has the name of one.
  @Test func successesAreNotErrors() throws {
    let log =
      exchange(
        "/x", 200, .object([("code", .string("SUMMER")), ("type", .string("coupon")), ("status", .string("used"))]))
      + exchange("/x", 200, .array([flat("a")]))
      + exchange("/x", 302, headers: [("Location", .string("/y?code=error"))])
      + exchange("/x", 302, headers: [("Location", .string("/y?error=1"))])
    let learned = try ErrataDraftTests.learned(log.utf8)
    #expect(learned.responseCount == 4 && learned.errorCount == 0 && learned.codelessCount == 0)
    #expect(CatalogueDraft(learned) == nil)
  }

  @Test func errorsWithoutACodeAreCountedAndNotInvented() throws {
    let html = exchange("/x", 502, .string("<html>"), headers: [("Content-Type", .string("text/html; charset=utf-8"))])
    let sentence = exchange("/x", 404, .object([("error", .string("Not Found")), ("status", .number(404))]))
    let log = html + html + sentence + exchange("/x", 400, flat("bad"))
    let yaml = try draft(log)
    #expect(try catalogue(yaml).surfaces[0].errors.map(\.code) == ["bad"])
    #expect(
      yaml.contains(
        "#   3 errors without a recognizable code:\n#     2 with 502 text/html\n#     1 with 404 without a content type\n"
      ))
  }

  @Test func aMemberWhoseTypeVariesIsForAPersonToDecide() throws {
    let other = JSONValue.object([("code", .number(17)), ("message", .string("Wrong"))])
    let yaml = try draft(exchange("/x", 400, flat("a")) + exchange("/x", 400, flat("b")) + exchange("/x", 400, other))
    #expect(yaml.contains("        code: code  # a; decide: its type varies\n"))
    #expect(try catalogue(yaml).surfaces[0].errors.map(\.code) == ["17", "a", "b"])
  }

  @Test func aRecordingIsReadLikeExchanges() throws {
    let entries = [
      #"""
      {"request": {"url": "https://a.example/v1/x?y"}, "response": {"status": 400, "redirectURL": "", "headers":
      [{"name": "content-type", "value": "application/problem+json"}], "content": {"text": "{\"type\":\"urn:a:bad\"}"}}}
      """#,
      #"""
      {"request": {"url": "https://a.example/v1/x"}, "response": {"status": 400, "content":
      {"encoding": "base64", "text": "eyJ0eXBlIjoidXJuOmE6d29yc2UifQ=="}}}
      """#,
      #"{"request": {"url": "https://a.example/v1/x"}}"#,
    ]
    let har = #"{"log": {"entries": ["# + entries.joined(separator: ",") + "]}}"
    let learned = try ErrataDraftTests.learned(har.utf8, as: .har)
    #expect(learned.errorCount == 2 && learned.responseCount == 2 && learned.unreadableCount == 0)
    let truncated = try ErrataDraftTests.learned(har.utf8.dropLast(3), as: .har)
    #expect(truncated.errorCount == 2 && truncated.unreadableCount == 1)
    let surface = try catalogue(#require(CatalogueDraft(learned)).yaml(from: "x.har")).surfaces[0]
    #expect(surface.endpoints.map(\.description) == ["/x"])
    #expect(surface.errors.map(\.code) == ["bad", "worse"])
    #expect(surface.response.field(.code)?.place.prefix == "urn:a:")
  }
}
