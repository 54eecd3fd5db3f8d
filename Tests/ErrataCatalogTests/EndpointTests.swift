import ErrataText
import TestSupport
import Testing

@testable import ErrataCatalog

struct EndpointPatternTests {
  @Test(arguments: [
    ("/info", "/info", true), ("/info", "/info/more", false), ("/info", "/inf", false),
    ("/credentials/*", "/credentials/list", true), ("/credentials/*", "/credentials/list/all", true),
    ("/credentials/*", "/credentials", false), ("/credentials/*", "/credentials/", false),
    ("/orders/*/items", "/orders/7/items", true), ("/orders/*/items", "/orders/7/8/items", false),
    ("/a/*", "/a/b/*", true), ("/", "/", true), ("/*/b", "/a/c", false), ("/*/b/*", "/a/b/", false),
    ("/a/*", "/a//b", false), ("/a/*", "/a/b//", true), ("*", "/a", false),
    ("/é", "/é", true), ("/é", "/e\u{301}", false), ("/*/b", "/\u{301}a/b", true), ("/a", "/\u{301}a", false),
  ])
  func covers(_ pattern: String, _ path: String, _ covers: Bool) {
    #expect(EndpointPattern(pattern).covers(path) == covers)
    var steps = Int.max
    let endpoint = Endpoint(path: EndpointPattern(path))
    #expect(EndpointSet([Endpoint(path: EndpointPattern(pattern))]).covers(endpoint, steps: &steps) == covers)
  }

  @Test func areEqualIfTheirTextIsEqual() {
    #expect(EndpointPattern("/é") == EndpointPattern("/é"))
    #expect(Set(["/é", "/e\u{301}", "/é"].map(EndpointPattern.init)).count == 2)
  }
}

struct EndpointSetTests {
  /// With the method of an endpoint, whether an endpoint with the other method is covered, and whether it is met. An empty method
  /// is any.
  @Test(arguments: [
    ("", "", true, true), ("", "GET", true, true), ("", "HEAD", true, true),
    ("GET", "", false, true), ("GET", "GET", true, true), ("GET", "POST", false, false), ("GET", "get", false, false),
    ("GET", "HEAD", true, true), ("HEAD", "GET", false, true), ("HEAD", "HEAD", true, true), ("HEAD", "", false, true),
    ("HEAD", "POST", false, false), ("POST", "HEAD", false, false), ("M-SEARCH", "M-SEARCH", true, true),
  ])
  func comparesMethods(_ method: String, _ other: String, _ covers: Bool, _ meets: Bool) {
    for (pattern, path) in [("/a", "/a"), ("/a/*", "/a/b"), ("/a/*", "/a/*")] {
      let set = EndpointSet([Endpoint(method, pattern)])
      var steps = Int.max
      #expect(set.covers(Endpoint(other, path), steps: &steps) == covers)
      #expect(set.meets(Endpoint(other, path), steps: &steps) == meets)
      #expect(set.meets(Endpoint(other, "/b"), steps: &steps) == false)
    }
  }

  /// A set covers what any of its endpoints covers.
  @Test func agreesWithItsEndpoints() {
    let segments = ["a", "b", "*", ""]
    let paths = segments.flatMap { one in segments.flatMap { two in ["/\(one)", "/\(one)/\(two)", "/\(one)/\(two)/a"] }
    }
    let methods = ["", "GET", "POST"]
    var generator = SeededGenerator(seed: 14)
    func random() -> Endpoint {
      Endpoint(methods.randomElement(using: &generator)!, paths.randomElement(using: &generator)!)
    }
    for _ in 0..<2000 {
      let endpoints = (0..<4).map { _ in random() }
      let other = random()
      var steps = Int.max
      #expect(
        EndpointSet(endpoints).covers(other, steps: &steps)
          == endpoints.contains {
            $0.path.covers(other.path.description) && ($0.method == nil || $0.method == other.method)
          }, "\(endpoints) and \(other)")
    }
  }
}

extension Endpoint {
  /// - Parameter method: empty for any.
  fileprivate init(_ method: String, _ path: String) {
    self.init(method: method.isEmpty ? nil : method, path: EndpointPattern(path))
  }
}
