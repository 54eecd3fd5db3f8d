import Testing

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
