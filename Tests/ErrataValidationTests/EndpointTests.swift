import ErrataCatalog
import TestSupport
import Testing

@testable import ErrataValidation

/// Which requests belong to an endpoint.
struct EndpointTests {
  private static let catalog = """
    errata: 1
    name: Methods
    title: Methods
    version: 1.0.0
    surfaces:
      reads:
        title: Reads
        endpoints: [GET /orders/*, /status]
        response: {carrier: json, fields: {code: code}}
        errors:
          gone: {status: 410, description: Gone}
      writes:
        title: Writes
        endpoints: [POST /orders/*, PUT /orders/*, /cart]
        response: {carrier: json, fields: {code: code}}
        errors:
          conflict: {status: 409, description: Conflict, endpoints: [PUT /orders/*, POST /cart, GET /cart]}
      login:
        title: Log in
        endpoints: [GET /login]
        response: {carrier: query, fields: {code: error}}
        errors:
          denied: {description: Denied}
    """

  @Test(
    arguments: [
      ("/orders/*", nil, true), ("/orders/*", "GET", true), ("/orders/*", "anything at all", true),
      ("GET /orders/*", nil, true), ("GET /orders/*", "GET", true), ("GET /orders/*", "POST", false),
      // Methods are case-sensitive.
      ("GET /orders/*", "get", false), ("GET /orders/*", "", false), ("GET /orders/*", "GE", false),
      ("GET /orders/*", "GETS", false), ("GET /orders/*", "HEAD", true), ("HEAD /orders/*", "GET", false),
      ("POST /orders/*", "HEAD", false), ("GET /carts", "GET", false),
    ] as [(String, String?, Bool)])
  func matches(_ endpoint: String, _ method: String?, _ matches: Bool) {
    let words = endpoint.split(separator: " ").map(String.init)
    let endpoint = Endpoint(method: words.dropLast().first, path: EndpointPattern(words.last ?? ""))
    #expect(endpoint.matches(Bytes("/orders/7"), method.map { Bytes($0) }) == matches)
  }

  @Test(
    arguments: [
      ("/orders/7", nil, "reads"), ("/orders/7", "GET", "reads"), ("/orders/7", "HEAD", "reads"),
      ("/orders/7", "POST", "writes"), ("/orders/7", "PUT", "writes"), ("/orders/7", "DELETE", nil),
      ("/status", "DELETE", "reads"), ("/cart", "GET", "writes"), ("/login", "POST", nil), ("/login", "GET", "login"),
    ] as [(String, String?, String?)])
  func choosesTheSurface(_ path: String, _ method: String?, _ key: String?) throws {
    let compiled = Validator(try catalogue(Self.catalog)).compiled
    let surface = compiled.surface(at: Bytes(path), method.map { Bytes($0) }, isRedirect: false)
    #expect(surface.map { compiled.surfaces[$0].key } == key)
  }

  /// With the path that the message names, after the method if it is the reason; nil if the code is documented for the request.
  @Test(
    arguments: [
      ("/orders/7", nil, nil), ("/orders/7", "PUT", nil), ("/cart", "POST", nil), ("/cart", "HEAD", nil),
      ("/orders/7", "POST", "POST /orders/7"), ("/cart", "PUT", "PUT /cart"), ("/cart", "post", "post /cart"),
      // No method would be right.
      ("/carts", "POST", "/carts"), ("/carts", nil, "/carts"),
    ] as [(String, String?, String?)])
  func checksTheEndpointsOfACode(_ path: String, _ method: String?, _ named: String?) throws {
    let compiled = Validator(try catalogue(Self.catalog)).compiled
    var checker = ResponseChecker(compiled, now: 0)
    let code = NamedCode(text: .stored(0), index: 0, site: FieldSite(place: 0, item: nil), range: 0..<0)
    checker.checkEndpoint(Bytes(path), method.map { Bytes($0) }, code, compiled.surfaces[1])
    let endpoints = checker.violations.map { violation -> String? in
      guard case .wrongEndpoint(_, let request) = violation.violation else { return nil }
      return (request.method.map { $0.text + " " } ?? "") + request.path.text
    }
    #expect(endpoints == (named.map { [$0] } ?? []))
  }

  /// `HEAD` is answered like `GET`, but not like `PUT`.
  @Test func findsTheEndpointOfAResponseToHEAD() throws {
    let validator = Validator(try catalogue(Self.catalog))
    func messages(_ path: String, _ status: Int, _ code: String) -> [String] {
      let body = "{\"code\":\"\(code)\"}"
      return validator.findings(in: Exchange(method: "HEAD", path: path, status: status, body: body.utf8)).map(
        \.message)
    }
    #expect(messages("/orders/7", 410, "gone") == [])
    #expect(messages("/cart", 409, "conflict") == [])
    #expect(messages("/orders/7", 409, "conflict") == ["unknown code `conflict`"])
  }

  @Test func namesTheMethodIfItIsTheReason() throws {
    let validator = Validator(
      try catalogue(Self.catalog.replacing("POST /cart, GET /cart", with: "POST /cart")))
    let exchange = Exchange(method: "HEAD", path: "/cart", status: 409, body: #"{"code":"conflict"}"#.utf8)
    #expect(
      validator.findings(in: exchange).map(\.message) == ["`conflict` is not documented for `HEAD` requests to `/cart`"]
    )
  }
}
