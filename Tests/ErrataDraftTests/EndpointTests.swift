import ErrataCatalog
import ErrataDraft
import TestSupport
import Testing

/// Which endpoints are made of the paths in a log.
struct EndpointTests {
  private func endpoints(_ paths: [String]) throws -> (base: String?, endpoints: [String]) {
    let catalog = try catalogue(draft(paths.map { exchange($0, 400, flat("bad")) }.joined()))
    return (catalog.base, catalog.surfaces[0].endpoints.map(\.description))
  }

  @Test(arguments: [
    "17", "0", "8f2d1c7e-1d4b-4c55-9b1e-2a6f5f0e7d11", "9f86d081884c7d65", "cus_9s6XKzkNRiz8i3",
    "oaeHfmOAx1iRLa0H10DeMz5fQ",
    "QzNhbGwtbWUtaXNobWFlbDEy", "a%20b", "me@example.com", "AC5ef8732a3c49700934481addd5ce1659",
  ])
  func identifiersVary(_ segment: String) throws {
    let found = try endpoints(["/orders/\(segment)/items", "/x"])
    #expect(found.endpoints == ["/orders/*/items", "/x"])
  }

  @Test(arguments: [
    "items", "v1", "v1.0", "2010-04-01", "oauth2", "chat.postMessage", "payment_intents", "oauth2-device-authorization",
    "internationalization", "", "facade",
  ])
  func namesStay(_ segment: String) throws {
    let found = try endpoints(["/orders/\(segment)/items", "/x"])
    #expect(found.endpoints == ["/orders/\(segment)/items", "/x"])
  }

  @Test func aSegmentWithManyValuesVaries() throws {
    let paths = (0..<40).map { "/users/" + String(repeating: "a", count: $0 + 1) + "/posts" }
    #expect(try endpoints(paths + ["/x"]).endpoints == ["/users/*/posts", "/x"])
  }

  @Test func whatAllPathsBeginWithIsTheBase() throws {
    #expect(
      try endpoints(["/csc/v2/info", "/csc/v2/credentials/list"]) == ("/csc/v2", ["/credentials/list", "/info"]))
    // Each endpoint keeps a name.
    #expect(try endpoints(["/api/orders", "/api/orders/17"]) == ("/api", ["/orders", "/orders/*"]))
    #expect(try endpoints(["/orders/17"]) == (nil, ["/orders/*"]))
    #expect(try endpoints(["/"]) == (nil, ["/"]))
    #expect(try endpoints(["/17/a", "/17/b"]) == (nil, ["/*/a", "/*/b"]))
  }

  @Test func queriesAndHostsAreNotPartOfAPath() throws {
    #expect(try endpoints(["https://a.example/x?y=/z", "/x#y", "https://a.example/"]).endpoints == ["/", "/x"])
  }

  @Test func aLogWithoutPathsIsOneThatAPersonCompletes() throws {
    let yaml = try draft(exchange(nil, 400, flat("bad")))
    #expect(yaml.contains("- /*  # decide: the paths are not in the log\n"))
    #expect(try catalogue(yaml).surfaces[0].endpoints.map(\.description) == ["/*"])
  }

  /// An endpoint that ends in `*` covers what is below it.
  @Test func coveredEndpointsAreLeftOut() throws {
    #expect(try endpoints(["/orders/17", "/orders/17/items", "/x"]).endpoints == ["/orders/*", "/x"])
  }
}
