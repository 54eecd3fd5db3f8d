import ErrataValidation
import TestSupport
import Testing

/// Each rule: responses that violate it, with line, column and pointer, and responses that narrowly do not.
struct RuleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let body: String
    let expected: [String]
    let testDescription: String

    init(_ body: String, _ expected: String...) {
      self.body = body
      self.expected = expected
      testDescription = body
    }
  }

  private static let long = #""message":"m""#

  @Test(arguments: [
    Case(#"{"code":"sold_out","message":"Gone"}"#),
    Case(#"{"code":"sold_out","message":"Gone","ref":"R1"}"#),
    Case(" {\r\n\t\"message\" : \"Gone\", \"code\" : \"sold_out\" } \n"),
    Case(#"{"c\u006fde":"sold\u005fout","message":"Gone"}"#),
    // empty-body
    Case("", "empty-body error 1:1 "), Case(" \n", "empty-body error 1:1 "),
    // not-json
    Case("<html><body>502 Bad Gateway</body></html>", "not-json error 1:1 "),
    Case("\n  Service Unavailable", "not-json error 2:3 "),
    Case(#"{"code":"sold_out","message":"Go"#, "not-json error 1:33 "),
    Case("{\n \"code\":\"sold_out\",\n \"message\":\"æ\" \"ref\":1}", "not-json error 3:16 "),
    Case(#"{"code":"sold_out","message":"a\x"}"#, "not-json error 1:32 "),
    // trailing-content
    Case(#"{"code":"sold_out","message":"Gone"} {}"#, "trailing-content error 1:38 "),
    // too-deep
    Case(
      #"{"code":"sold_out","message":"m","x":"# + String(repeating: "[", count: 127)
        + String(repeating: "]", count: 127)
        + "}", "extra-field warning 1:34 /x"),
    Case(
      #"{"code":"sold_out","message":"m","x":"# + String(repeating: "[", count: 128)
        + String(repeating: "]", count: 128)
        + "}", "extra-field warning 1:34 /x", "too-deep error 1:165 "),
    Case(String(repeating: "[", count: 100_000), "too-deep error 1:129 "),
    // not-an-object
    Case("[1]", "not-an-object error 1:1 "), Case(" \"x\"", "not-an-object error 1:2 "),
    Case("null", "not-an-object error 1:1 "), Case("1e5", "not-an-object error 1:1 "),
    // duplicate-key
    Case(#"{"code":"sold_out","message":"m","code":"busy"}"#, "duplicate-key error 1:34 /code"),
    Case(#"{"code":"sold_out","message":"m","\u0063ode":"busy"}"#, "duplicate-key error 1:34 /code"),
    Case(
      #"{"code":"sold_out","message":"m","x":1,"x":2}"#, "extra-field warning 1:34 /x", "duplicate-key error 1:40 /x"),
    // missing-field and missing-code
    Case(#"{"code":"sold_out"}"#, "missing-field error 1:1 "),
    Case(" {}", "missing-code error 1:2 ", "missing-field error 1:2 "),
    Case(#"{"code":"","message":"m"}"#, "missing-code error 1:9 /code"),
    Case(#"{"Code":"sold_out","message":"m"}"#, "missing-code error 1:1 ", "extra-field warning 1:2 /Code"),
    // wrong-type
    Case(#"{"code":null,"message":"m"}"#, "wrong-type error 1:9 /code"),
    Case(#"{"code":{},"message":"m"}"#, "wrong-type error 1:9 /code"),
    Case(#"{"code":409,"message":"m"}"#, "wrong-type error 1:9 /code", "unknown-code warning 1:9 /code"),
    Case(#"{"code":409.5,"message":"m"}"#, "wrong-type error 1:9 /code"),
    Case(#"{"code":"sold_out","message":["m"]}"#, "wrong-type error 1:30 /message"),
    Case(#"{"code":"sold_out","message":"m","ref":7}"#, "wrong-type error 1:40 /ref"),
    Case(#"{"code":"sold_out","message":"m","ref":null}"#),
    Case(#"{"code":"sold_out","message":null}"#, "wrong-type error 1:30 /message"),
    // pattern: unanchored, and `$` matches only at the end
    Case(#"{"code":"sold_out","message":"m","ref":"1R"}"#, "pattern error 1:40 /ref"),
    Case(#"{"code":"sold_out","message":"m","ref":"R1\n"}"#, "pattern error 1:40 /ref"),
    Case(#"{"code":"sold_out","message":"m","ref":"R\u0031"}"#),
    Case(#"{"code":"sold_out","message":"m","ref":"R٣"}"#, "pattern error 1:40 /ref"),
    // too-long: in characters, not bytes
    Case(#"{"code":"sold_out","message":"ææææææææææ"}"#),
    Case(#"{"code":"sold_out","message":"\ud83d\ude00\ud83d\ude00"}"#),
    Case(#"{"code":"sold_out","message":"12345678901"}"#, "too-long error 1:30 /message"),
    // unknown, retired and deprecated codes
    Case(#"{"code":"sold_ot","message":"m"}"#, "unknown-code warning 1:9 /code"),
    Case(#"{"code":"SOLD_OUT","message":"m"}"#, "unknown-code warning 1:9 /code"),
    Case(#"{"code":"ancient","message":"m"}"#, "retired-code warning 1:9 /code"),
    Case(#"{"code":"old_way","message":"m"}"#, "deprecated-code warning 1:9 /code"),
    // extra-field: including a field of another surface
    Case(#"{"code":"sold_out","message":"m","a/b~c":1}"#, "extra-field warning 1:34 /a~1b~0c"),
    Case(#"{"code":"sold_out","message":"m","error_uri":"u"}"#, "extra-field warning 1:34 /error_uri"),
    // wrong-surface: checked against the rules of the other surface
    Case(#"{"error":"invalid_grant"}"#, "wrong-surface error 1:1 "),
    Case(
      #"{"error":"nope","x":1}"#, "wrong-surface error 1:1 ", "unknown-code warning 1:10 /error",
      "extra-field warning 1:17 /x"),
    Case(#"{"code":"sold_out","message":"m","error":"invalid_grant"}"#, "extra-field warning 1:34 /error"),
    // charset: an unpaired surrogate on any surface
    Case(#"{"code":"sold_out","message":"\ud83d"}"#, "charset warning 1:30 /message"),
    Case(#"{"code":"sold_out","message":"\ufffd"}"#),
    // Several violations, in body order
    Case(
      "{\"code\":\"sold_ot\",\n\"message\":7,\n\"x\":1,\"code\":true}", "unknown-code warning 1:9 /code",
      "wrong-type error 2:11 /message", "extra-field warning 3:1 /x", "duplicate-key error 3:7 /code",
      "wrong-type error 3:14 /code"),
  ])
  func aBody(_ item: Case) throws {
    let findings = try validator().findings(in: Exchange(surface: "shop", body: item.body.utf8))
    #expect(findings.map(\.description) == item.expected)
  }

  @Test func bytes() throws {
    let validator = try validator()
    func findings(_ bytes: [UInt8]) -> [String] {
      validator.findings(in: Exchange(surface: "shop", body: bytes)).map { "\($0.description) \($0.code ?? "-")" }
    }
    let clean = Array(#"{"code":"sold_out","message":"m"}"#.utf8)
    #expect(findings(clean) == [])
    #expect(findings([0xEF, 0xBB, 0xBF] + clean) == ["byte-order-mark error 1:1  sold_out"])
    let bad = Array(#"{"code":"sold_out","message":""#.utf8) + [0xE6, 0xF8] + Array("\"}".utf8)
    #expect(findings(bad) == ["not-utf8 error 1:31  sold_out"])
    let little = clean.flatMap { byte -> [UInt8] in [byte, 0] }
    let big = clean.flatMap { byte -> [UInt8] in [0, byte] }
    #expect(findings(little) == ["not-utf8 error 1:1  sold_out"])
    #expect(findings([0xFF, 0xFE] + little) == ["not-utf8 error 1:1  sold_out"])
    #expect(findings([0xFE, 0xFF] + big) == ["not-utf8 error 1:1  sold_out"])
    #expect(findings(clean.flatMap { byte -> [UInt8] in [0, 0, 0, byte] }) == ["not-utf8 error 1:1  sold_out"])
    #expect(findings(clean.flatMap { byte -> [UInt8] in [byte, 0, 0, 0] }) == ["not-utf8 error 1:1  sold_out"])
    #expect(findings([0, 0]).first?.hasPrefix("not-") == true)
  }

  /// The library finds the surface by the path, as a log does.
  @Test func paths() throws {
    func findings(_ path: String, base: String? = nil) throws -> [String] {
      let validator = Validator(try catalogue(everyRule), base: base)
      let body = #"{"code":"cart_full","message":"m"}"#
      return validator.findings(in: Exchange(path: path, status: 409, body: body.utf8)).map(\.description)
    }
    #expect(try findings("/cart") == [])
    #expect(try findings("/orders/1") == ["wrong-endpoint error 1:9 /code"])
    #expect(try findings("/nowhere") == ["broken-input error 1:1 -"])
    #expect(try findings("/csc/v2/cart", base: "/csc/v2") == [])
    #expect(try findings("/csc/v22/cart", base: "/csc/v2") == ["broken-input error 1:1 -"])
  }

  @Test func strictness() throws {
    for (code, rule) in [("ancient", "retired-code"), ("new", "unknown-code")] {
      let exchange = Exchange(surface: "shop", body: "{\"code\":\"\(code)\",\"message\":\"m\"}".utf8)
      #expect(try validator().findings(in: exchange).map(\.description) == ["\(rule) warning 1:9 /code"])
      #expect(try validator(strict: true).findings(in: exchange).map(\.description) == ["\(rule) error 1:9 /code"])
    }
  }

  @Test func headers() throws {
    let validator = try validator()
    func shop(_ code: String, _ headers: [String: String]) -> [String] {
      let body = "{\"code\":\"\(code)\",\"message\":\"m\"}"
      return validator.findings(in: Exchange(surface: "shop", headers: headers, body: body.utf8)).map(\.description)
    }
    let json = ["content-TYPE": "application/json; charset=utf-8"]
    #expect(shop("busy", json) == [])
    #expect(shop("busy", [:]) == ["content-type warning 1:1 -"])
    #expect(shop("busy", json.merging(["retry-after": "soon"]) { $1 }) == ["retry-after warning 1:1 -"])
  }

  @Test(arguments: [
    Case("https://a/b?error=access_denied&error_description=No&state=x"),
    Case("https://a/b?keep=1&error=access_denied&error_description=No+no%21&state=x&iss=https%3A%2F%2Fa"),
    Case("?error=access_denied&error_description=No&state=x"),
    Case("https://a/b?error=access_denied&error_description=No", "missing-state warning 1:1 "),
    Case("https://a/b?error=access_denied&error_description=No&state=", "missing-state warning 1:1 "),
    Case("https://a/b?error=access_denied&state=x", "missing-field error 1:1 "),
    Case("https://a/b?error=&error_description=No&state=x", "missing-code error 1:13 /error"),
    Case("https://a/b?error_description=No&state=x", "missing-code error 1:1 "),
    Case("https://a/b#error=access_denied&error_description=No&state=x", "fragment-response warning 1:12 "),
    Case("https://a/b?error=#error=access_denied&error_description=No&state=x", "fragment-response warning 1:19 "),
    Case(
      "https://a/b?error=access_denied&error_description=N%o&state=x", "malformed-escape error 1:52 /error_description"),
    Case(
      "https://a/b?error=access_denied&error_description=N%&state=x", "malformed-escape error 1:52 /error_description"),
    Case("https://a/b?error=access_denied&error_description=No&state=x&%zz=1", "malformed-escape error 1:62 /%zz"),
    Case(
      "https://a/b?error=access_denied&error_description=No&state=x&error=b", "duplicate-parameter error 1:62 /error"),
    Case(
      "https://a/b?error=access_denied&error_description=N%FF&state=x",
      "charset warning 1:33 /error_description", "not-utf8 error 1:33 /error_description"),
    Case(
      "https://a/b?error=access_denied&error_description=N%C3%B8&state=x", "charset warning 1:33 /error_description"),
    Case("https://a/b?error=access_denid&error_description=No&state=x", "unknown-code warning 1:13 /error"),
    Case("https://a/b?error=gone&error_description=No&state=x", "retired-code warning 1:13 /error"),
    Case(
      "https://a/b?error=access_denied&error_description=12345678901&state=x", "too-long error 1:33 /error_description"),
    Case("https://a/b?error=access_denied&error_description=No&state=X", "pattern error 1:54 /state"),
  ])
  func aRedirect(_ item: Case) throws {
    let findings = try validator().findings(in: Exchange(redirect: item.body))
    #expect(findings.map(\.description).sorted() == item.expected.sorted())
  }

  @Test func messages() throws {
    func message(_ body: String, status: Int? = nil) throws -> String? {
      try validator().findings(in: Exchange(surface: "shop", status: status, body: body.utf8)).first?.message
    }
    #expect(
      try message(#"{"code":"sold_ot","message":"m"}"#)
        == "unknown code `sold_ot`; did you mean `sold_out`?")
    #expect(try message(#"{"code":"ancient","message":"m"}"#) == "`ancient` is retired; replaced by `sold_out`")
    #expect(try message(#"{"code":"old_way","message":"m"}"#) == "`old_way` is deprecated; use `sold_out`")
    #expect(
      try message(#"{"code":"busy","message":"m"}"#, status: 500)
        == "expected status 503 or 429 for `busy`, found 500")
    #expect(try message("<html>") == "expected the body to be JSON, found HTML or XML")
    #expect(try message("Bad Gateway") == "expected the body to be JSON, found plain text")
    #expect(try message(#"{"code":"busy""#) == "the body is not valid JSON: unexpected end of input")
    #expect(try message(#"{"code":true,"message":"m"}"#) == "expected `code` to be a string, found a boolean")
    #expect(try message("{\"code\":\"a\u{1B}[31m\",\"message\":\"m\"}")?.contains("\u{1B}") == false)
    let long = String(repeating: "x", count: 10_000)
    #expect(try message("{\"code\":\"\(long)\",\"message\":\"m\"}")?.count ?? 0 < 120)
  }

  /// The number of findings in a malicious body is limited, but every violated rule is reported.
  @Test func manyProblemsInOneBody() throws {
    let extra = (0..<50_000).map { "\"k\($0)\":1,\"k\($0)\":2" }.joined(separator: ",")
    let findings = try validator().findings(in: Exchange(surface: "shop", body: "{\(extra)}".utf8))
    #expect(findings.count < 300)
    #expect(Set(findings.map(\.rule)) == [.extraField, .duplicateKey, .missingCode, .missingField])
  }

  /// Names are compared as bytes, without Unicode normalization.
  @Test func composedAndDecomposedCharactersDiffer() throws {
    func findings(_ body: String) throws -> [String] {
      try validator().findings(in: Exchange(surface: "shop", body: body.utf8)).map { $0.rule.name }
    }
    let good = #""code":"sold_out","message":"m""#
    #expect(try findings("{\(good),\"\u{E9}\":1,\"e\u{301}\":2}") == ["extra-field", "extra-field"])
    #expect(try findings("{\(good),\"\u{E9}\":1,\"\u{E9}\":2}") == ["extra-field", "duplicate-key"])
    let url = "https://a/b?error=access_denied&error_description=x&state=x"
    func redirect(_ parameters: String) throws -> [String] {
      try validator().findings(in: Exchange(redirect: url + parameters)).map { $0.rule.name }
    }
    #expect(try redirect("&%C3%A9=1&e%CC%81=2") == [])
    #expect(try redirect("&%C3%A9=1&%C3%A9=2") == ["duplicate-parameter"])

    // Two surfaces whose code fields differ only in normalization.
    let accented = Validator(
      try catalogue(
        """
        errata: 1
        name: Accents
        title: Accents
        version: 1.0.0
        surfaces:
          composed:
            title: Composed
            endpoints: [/composed]
            response: {carrier: json, fields: {code: "caf\u{E9}"}}
            errors: {no: {status: 400, description: No}}
          decomposed:
            title: Decomposed
            endpoints: [/decomposed]
            response: {carrier: json, fields: {code: "cafe\u{301}"}}
            errors: {no: {status: 400, description: No}}
        """))
    for (surface, other) in [("composed", "decomposed"), ("decomposed", "composed")] {
      let body = surface == "composed" ? "{\"caf\u{E9}\":\"no\"}" : "{\"cafe\u{301}\":\"no\"}"
      #expect(accented.findings(in: Exchange(surface: surface, body: body.utf8)).isEmpty)
      #expect(accented.findings(in: Exchange(surface: other, body: body.utf8)).map(\.rule) == [.wrongSurface])
    }
  }

  /// If the code is optional, an error with another surface's code is an error without a code, as in the schema.
  @Test func anOptionalCodeWithAnotherSurfacesCode() throws {
    func validator(_ required: String) throws -> Validator {
      Validator(
        try catalogue(
          """
          errata: 1
          name: Lenient
          title: Lenient
          version: 1.0.0
          surfaces:
            one:
              title: One
              endpoints: [/one]
              response: {carrier: json, fields: {code: {name: code, required: \(required)}}}
              errors: {no: {status: 400, description: No}}
            two:
              title: Two
              endpoints: [/two]
              response: {carrier: json, fields: {code: error}}
              errors: {gone: {status: 400, description: Gone}}
          """))
    }
    let exchange = Exchange(surface: "one", status: 400, body: #"{"error":"gone"}"#.utf8)
    #expect(try validator("false").findings(in: exchange).map(\.rule) == [.extraField])
    #expect(try validator("true").findings(in: exchange).map(\.rule) == [.wrongSurface])
  }
}
