import Testing
import TestSupport

@testable import ErrataCatalog

struct IdentifierTests {
  @Test(
    arguments: [
      ("csc_service_error", "cscServiceError"), ("kebab-case", "kebabCase"), ("SCREAMING_CASE", "screamingCase"),
      ("dotted.case.code", "dottedCaseCode"), ("camelCase", "camelCase"), ("PascalCase", "pascalCase"),
      ("invalidXMLDocument", "invalidXMLDocument"), ("HTTPError", "httpError"), ("E1001", "e1001"),
      ("sha256_mismatch", "sha256Mismatch"),
      ("404", "code404"), ("1e3", "code1e3"), ("x-1", "x1"), ("path/to/error", "pathToError"), ("urn:x:y", "urnXY"),
      ("_leading", "leading"), ("trailing_", "trailing"), ("a__b", "aB"), ("größe_überschritten", "größeÜberschritten"),
      ("エラー", "エラー"), ("ОШИБКА_СЕРВЕРА", "ошибкаСервера"), ("default", "default"), ("a better name", "aBetterName"),
      ("--", nil), ("", nil), ("!?", nil),
    ] as [(String, String?)])
  func makesLowerCamelCase(_ code: String, _ identifier: String?) {
    #expect(caseName(for: code) == identifier)
  }

  @Test(arguments: [("oauth_authorize", "OauthAuthorize"), ("api", "Api"), ("rest_api_2", "RestApi2")])
  func makesUpperCamelCase(_ key: String, _ type: String) {
    #expect(typeName(for: key) == type)
  }
}

struct SemanticVersionTests {
  /// Semantic Versioning 2.0.0, section 11.
  @Test func ordersAsTheSpecificationDoes() throws {
    let ordered = [
      "0.9.9", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11",
      "1.0.0-rc.1", "1.0.0", "1.0.1", "1.2.0", "1.10.0", "2.0.0",
    ].compactMap(SemanticVersion.init)
    #expect(ordered.count == 13)
    #expect(ordered.shuffled().sorted() == ordered)
  }

  @Test(arguments: [
    "1", "1.0", "1.0.0.0", "v1.0.0", "01.0.0", "1.0.0-", "1.0.0-01", "1.0.0-a..b", "1.0.0+", "1.0.0-ä", "", "1.0.x",
  ])
  func refuses(_ text: String) {
    #expect(SemanticVersion(text) == nil)
  }

  @Test(arguments: ["0.0.0", "1.2.3-rc.1+build.7", "1.0.0-0.3.7", "1.0.0+001", "1.0.0--"])
  func keepsTheText(_ text: String) {
    #expect(SemanticVersion(text)?.description == text)
  }
}

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
    #expect(EndpointSet([EndpointPattern(pattern)]).covers(EndpointPattern(path), steps: &steps) == covers)
  }

  @Test func areEqualIfTheirTextIsEqual() {
    #expect(EndpointPattern("/é") == EndpointPattern("/é"))
    #expect(Set(["/é", "/e\u{301}", "/é"].map(EndpointPattern.init)).count == 2)
  }

  /// A set covers what any of its patterns covers.
  @Test func agreeWithEndpointSets() {
    let segments = ["a", "b", "*", ""]
    let all = segments.flatMap { one in segments.flatMap { two in ["/\(one)", "/\(one)/\(two)", "/\(one)/\(two)/a"] } }
    var generator = SeededGenerator(seed: 14)
    for _ in 0..<500 {
      let patterns = (0..<4).map { _ in all.randomElement(using: &generator)! }
      let path = all.randomElement(using: &generator)!
      var steps = Int.max
      #expect(
        EndpointSet(patterns.map(EndpointPattern.init)).covers(EndpointPattern(path), steps: &steps)
          == patterns.contains { EndpointPattern($0).covers(path) }, "\(patterns) and \(path)")
    }
  }
}
