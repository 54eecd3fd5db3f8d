import TestSupport
import Testing

@testable import ErrataValidation

/// Responses of each shape: findings with their rule, severity, line, column and pointer.
struct ShapeTests {
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

  private static func validator(_ response: String, endpoints: String = "/v1/*") throws -> Validator {
    let indented = response.split(separator: "\n").map { "      \($0)" }.joined(separator: "\n")
    return Validator(
      try catalogue(
        """
        errata: 1
        name: Shape
        title: Shape
        version: 1.0.0
        surfaces:
          api:
            title: API
            endpoints: [\(endpoints)]
            response:
        \(indented)
            errors:
              taken: {status: 409, description: Taken}
              gone: {status: [410, 404], description: Gone}
              partial: {status: 200, description: Partial}
        """))
  }

  private func findings(_ response: String, _ item: Case, status: Int? = nil) throws -> [String] {
    try Self.validator(response).findings(in: Exchange(surface: "api", status: status, body: item.body.utf8))
      .map(\.description)
  }

  // MARK: Nested members

  private static let nested = """
    carrier: json
    fields:
      code: {at: /error/code}
      description: {at: /error/message, max_length: 10}
      target: {at: /error/params/0/name, required: false}
    details:
      count: {at: /error/count, type: integer, required: false}
      info: {at: /error/info, type: json, required: false}
    """

  @Test(arguments: [
    Case(#"{"error":{"code":"taken","message":"m"}}"#),
    Case(
      #"{"\u0065rror":{"code":"taken","message":"m","params":[{"name":"x"},{"name":7}],"count":2e4,"info":[{"a":1,"a":2}]}}"#
    ),
    Case(#"{"error":null}"#, "missing-code error 1:1 ", "missing-field error 1:1 "),
    Case(#"{"error":"taken"}"#, "missing-code error 1:1 ", "missing-field error 1:1 "),
    Case(#"{"error":[{"code":"taken"}]}"#, "missing-code error 1:1 ", "missing-field error 1:1 "),
    Case(
      "{\"error\":{\n\"code\":\"takn\",\"message\":7}}", "unknown-code warning 2:8 /error/code",
      "wrong-type error 2:25 /error/message"),
    Case(#"{"error":{"code":"taken","message":"12345678901"}}"#, "too-long error 1:36 /error/message"),
    Case(
      #"{"error":{"code":"taken","message":"m","params":[{"name":7}]}}"#, "wrong-type error 1:58 /error/params/0/name"),
    Case(#"{"error":{"code":"taken","message":"m","count":1.5}}"#, "wrong-type error 1:48 /error/count"),
    Case(#"{"error":{"code":"taken","message":"m","count":9007199254740992}}"#, "wrong-type error 1:48 /error/count"),
    // Members that are not described, and doubled ones, in each object on the way.
    Case(
      #"{"x":1,"error":{"code":"taken","message":"m","y/z":{"w":1}}}"#, "extra-field warning 1:2 /x",
      "extra-field warning 1:46 /error/y~1z"),
    Case(#"{"error":{"code":"taken","message":"m","code":"gone"}}"#, "duplicate-key error 1:40 /error/code"),
    Case(
      #"{"error":{"code":"taken","message":"m","y":1,"y":2}}"#, "extra-field warning 1:40 /error/y",
      "duplicate-key error 1:46 /error/y"),
    // Of two objects, the second one counts.
    Case(
      #"{"error":{"code":"taken","message":"m"},"error":{"code":"gone"}}"#, "missing-field error 1:1 ",
      "duplicate-key error 1:41 /error"),
  ])
  func nestedMembers(_ item: Case) throws {
    let found = try findings(Self.nested, item)
    #expect(found == item.expected)
  }

  // MARK: Lists

  private static let listed = """
    carrier: json
    errors: /errors
    fields:
      code: code
      description: {at: /message, from: body}
      target: {at: /source/pointer, required: false}
      status: {name: status, type: text, required: false}
    """

  @Test(arguments: [
    Case(#"{"message":"m","errors":[{"code":"taken"},{"code":"gone","source":{"pointer":"/a"}}]}"#),
    Case(
      #"{"errors":[{"code":"takn"},{"source":{"pointer":1,"x":2}}],"message":"m"}"#,
      "unknown-code warning 1:20 /errors/0/code", "missing-code error 1:28 /errors/1",
      "wrong-type error 1:49 /errors/1/source/pointer", "extra-field warning 1:51 /errors/1/source/x"),
    Case(
      #"{"message":"m","errors":[{"code":"taken","code":"gone"},7,{"code":"gone","y":1}]}"#,
      "duplicate-key error 1:42 /errors/0/code", "not-an-object error 1:57 /errors/1",
      "extra-field warning 1:74 /errors/2/y"),
    // Without items, what is around the list is checked.
    Case(#"{"message":"m","errors":[]}"#, "missing-code error 1:1 "),
    Case(#"{"errors":null}"#, "missing-code error 1:1 ", "missing-field error 1:1 "),
    Case(#"{"message":"m","errors":{"code":"taken"}}"#, "missing-code error 1:1 ", "wrong-type error 1:25 /errors"),
    // The second of two lists counts.
    Case(
      #"{"message":"m","errors":[{"code":"x"}],"errors":[{"code":"taken"}]}"#, "duplicate-key error 1:40 /errors",
      "status-mismatch error 1:58 /errors/0/code"),
    // The statuses that items have of their own.
    Case(#"{"message":"m","errors":[{"code":"taken","status":"409"},{"code":"gone","status":"404"}]}"#),
    Case(
      #"{"message":"m","errors":[{"code":"taken","status":"404"},{"code":"gone","status":404}]}"#,
      "status-mismatch error 1:34 /errors/0/code", "wrong-type error 1:82 /errors/1/status"),
  ])
  func lists(_ item: Case) throws {
    let found = try findings(Self.listed, item, status: 400)
    #expect(found == item.expected)
  }

  @Test func theOnlyItemHasTheStatusOfTheResponse() throws {
    func findings(_ item: String, _ status: Int) throws -> [String] {
      try self.findings(Self.listed, Case(#"{"message":"m","errors":[\#(item)]}"#), status: status)
    }
    #expect(try findings(#"{"code":"taken"}"#, 409) == [])
    #expect(try findings(#"{"code":"taken"}"#, 404) == ["status-mismatch error 1:34 /errors/0/code"])
    #expect(try findings(#"{"code":"taken","status":"409"}"#, 404) == ["status-mismatch error 1:51 /errors/0/status"])
    #expect(try findings(#"{"code":"taken"}"#, 200) == ["success-with-error error 1:34 /errors/0/code"])
    #expect(try findings(#"{"code":"partial"}"#, 200) == [])
    #expect(try findings(#"{"code":"taken"},{"code":"gone"}"#, 200) == ["success-with-error error 1:34 /errors/0/code"])
  }

  @Test(arguments: [
    Case(#"[{"code":"taken"}]"#),
    Case(#"[{"code":"takn"},null]"#, "unknown-code warning 1:10 /0/code", "not-an-object error 1:18 /1"),
    Case("[]", "missing-code error 1:1 "),
    Case(#"{"code":"taken"}"#, "wrong-type error 1:1 ", "missing-code error 1:1 "),
    Case(#""taken""#, "not-an-object error 1:1 "),
  ])
  func aListAtTheRoot(_ item: Case) throws {
    let found = try findings("carrier: json\nerrors: \"\"\nfields: {code: code}", item)
    #expect(found == item.expected)
  }

  @Test(arguments: [
    Case(#"{"list":[{"code":"x"},7,{"kind":1,"code":"taken"},{"kind":"1","code":"y"}]}"#),
    Case(
      #"{"list":[{"code":"x","z":1},{"kind":1.0,"code":"takn","z":1}]}"#, "unknown-code warning 1:48 /list/1/code",
      "extra-field warning 1:55 /list/1/z"),
    Case(#"{"list":[{"code":"x"}],"code":"gone"}"#),
  ])
  func chosenItems(_ item: Case) throws {
    let response =
      "carrier: json\nerrors: /list\nwhere: {kind: 1}\nfields: {code: [{name: code}, {name: code, from: body}]}"
    let found = try findings(response, item)
    #expect(found == item.expected)
  }

  /// A code around the list is that of each item without its own, and is reported once.
  @Test func aCodeAroundTheList() throws {
    let response = "carrier: json\nerrors: /list\nfields: {code: [{name: code}, {name: code, from: body}]}"
    let body = #"{"code":"x","list":[{"code":"taken"},{},{}]}"#
    #expect(try findings(response, Case(body)) == ["unknown-code warning 1:9 /code"])
    let other = #"{"code":7,"list":[{"code":"taken"},{},{}]}"#
    #expect(
      try findings(response, Case(other)) == ["wrong-type error 1:9 /code", "unknown-code warning 1:9 /code"])
  }

  /// A place in a list by its index, beside the items of the same list.
  @Test func anItemByItsIndex() throws {
    let response = """
      carrier: json
      errors: /list
      fields:
        code: code
        reference: {at: /list/0/trace, from: body}
      """
    #expect(
      try findings(response, Case(#"{"list":[{"code":"taken","trace":"t"},{"code":"gone"}]}"#)) == [
        "extra-field warning 1:26 /list/0/trace"
      ])
    #expect(try findings(response, Case(#"{"list":[{"code":"taken"}]}"#)) == ["missing-field error 1:1 "])
  }

  @Test func manyItems() throws {
    let items = Array(repeating: #"{"code":"takn","x":1}"#, count: 100_000).joined(separator: ",")
    let body = #"{"message":"m","errors":[\#(items)]}"#
    let rules = try findings(Self.listed, Case(body)).map { String($0.prefix { $0 != " " }) }
    let counts = Dictionary(grouping: rules) { $0 }.mapValues(\.count)
    #expect(counts == ["unknown-code": 100, "extra-field": 100])
  }

  /// Lists that replace each other are not searched once for each of them.
  @Test func manyLists() throws {
    let lists = Array(repeating: #""errors":[{}]"#, count: 100_000).joined(separator: ",")
    let found = Set(try findings(Self.listed, Case("{\(lists)}")).map { $0.prefix { $0 != " " } })
    #expect(found == ["duplicate-key", "missing-code", "missing-field"])
  }

  // MARK: Places

  private static let places = """
    carrier: json
    fields:
      code: [{header: X-Type, until: ":"}, {name: __type, after: "#"}, {name: kind, prefix: "urn:"}]
      description: [{name: message, max_length: 10}, Message]
      reference: {header: X-Request-Id, pattern: "^R", required: false}
    details:
      tries: {header: X-Tries, type: integer, required: false}
    """

  private func places(_ body: String, _ headers: [String: String]) throws -> [String] {
    let known = headers.merging(["Content-Type": "application/json"]) { $1 }
    return try Self.validator(Self.places).findings(in: Exchange(surface: "api", headers: known, body: body.utf8))
      .map(\.description)
  }

  @Test func severalPlaces() throws {
    #expect(try places(#"{"message":"m"}"#, ["x-type": " taken:http://x "]) == [])
    #expect(try places(#"{"__type":"a.b#gone","Message":"m"}"#, [:]) == [])
    #expect(try places(#"{"kind":"urn:gone","message":null,"Message":"m"}"#, ["X-Type": ":"]) == [])
    #expect(try places(#"{"kind":"gone","message":"m"}"#, [:]) == ["unknown-code warning 1:9 /kind"])
    #expect(try places(#"{"kind":"about:blank","message":"m"}"#, [:]) == ["missing-code error 1:9 /kind"])
    #expect(try places(#"{"message":"m"}"#, ["X-Type": "takn"]) == ["unknown-code warning 1:1 -"])
    #expect(try places(#"{"kind":"urn:gone","message":7,"Message":"m"}"#, [:]) == ["wrong-type error 1:30 /message"])
    #expect(try places(#"{"kind":"urn:gone","message":null}"#, [:]) == ["wrong-type error 1:30 /message"])
    #expect(try places(#"{"kind":"urn:gone","Message":"12345678901"}"#, [:]) == ["too-long error 1:30 /Message"])
    #expect(try places(#"{}"#, [:]) == ["missing-code error 1:1 ", "missing-field error 1:1 "])
  }

  @Test func headerPlaces() throws {
    let body = #"{"kind":"urn:gone","message":"m"}"#
    #expect(try places(body, ["X-REQUEST-ID": "R1", "x-tries": "-3"]) == [])
    #expect(try places(body, ["x-request-id": "Q1"]) == ["pattern error 1:1 -"])
    for tries in ["03", "3.0", "", "+3", "9007199254740992"] {
      #expect(try places(body, ["x-tries": tries]) == ["wrong-type error 1:1 -"])
    }
  }

  /// Without the headers, a field that can be in one of them is not missed.
  @Test func unknownHeaders() throws {
    for body in [#"{"message":"m"}"#, #"{"message":"m","kind":null}"#, #"{"message":"m","kind":""}"#] {
      #expect(try findings(Self.places, Case(body)) == [])
    }
  }

  @Test func repeatedHeaders() throws {
    let validator = try Self.validator(Self.places)
    func rules(_ headers: String) -> [String] {
      let line =
        #"{"path":"/v1/x","status":410,"headers":{"content-type":"application/json",\#(headers)},"body":{"kind":"urn:gone","message":"m"}}"#
      let source = InputSource(name: "", bytes: Array(line.utf8))
      return validator.validate(source, as: .exchanges, ValidationOptions()) { _, _ in }.summary.rules.map(\.rule.name)
    }
    #expect(rules(#""X-Request-Id":["R1","R2"]"#) == ["duplicate-header"])
    #expect(rules(#""x-request-id":"R1","X-Request-Id":"R2""#) == ["duplicate-header"])
    #expect(rules(#""retry-after":["1","2"]"#) == ["duplicate-header"])
    #expect(rules(#""Set-Cookie":["1","2"],"content-type":"text/html""#) == [])
  }

  // MARK: Other keys of a response

  @Test func conditions() throws {
    let response = "carrier: json\nwhen: {ok: false}\nfields: {code: error}"
    #expect(try findings(response, Case(#"{"ok":false,"error":"partial"}"#), status: 200) == [])
    #expect(
      try findings(response, Case(#"{"ok":false,"error":"x"}"#), status: 200) == ["unknown-code warning 1:21 /error"])
    #expect(
      try findings(response, Case(#"{"ok":true,"error":"taken","x":1}"#), status: 400) == ["missing-code error 1:1 "])
    #expect(try findings(response, Case(#"{"ok":"false"}"#), status: 400) == ["missing-code error 1:1 "])
    let validator = try Self.validator(response)
    let success = validator.check(
      Exchange(surface: "api", status: 200, body: #"{"ok":true,"error":"taken"}"#.utf8), isKnownError: false)
    #expect(success.findings.isEmpty && success.code == nil)
  }

  @Test func integerCodes() throws {
    let validator = Validator(
      try catalogue(
        """
        errata: 1
        name: Integers
        title: Integers
        version: 1.0.0
        surfaces:
          api:
            title: API
            endpoints: [/v1/*]
            response: {carrier: json, fields: {code: {name: code, type: integer}}}
            errors:
              20003: {status: 400, description: No}
              -32700: {status: 400, description: No}
        """))
    func findings(_ code: String) -> [String] {
      validator.findings(in: Exchange(surface: "api", status: 400, body: #"{"code":\#(code)}"#.utf8))
        .map { "\($0.rule.name) \($0.code ?? "-")" }
    }
    for code in ["20003", "20003.0", "2.0003e4", "-32700", "-327e2"] { #expect(findings(code) == []) }
    #expect(findings("-0") == ["unknown-code 0"])
    #expect(findings(#""20003""#) == ["wrong-type 20003"])
    #expect(findings(#""020003""#) == ["wrong-type -"])
    #expect(findings("20003.5") == ["wrong-type -"])
    #expect(findings("1e99") == ["wrong-type -"])
    #expect(findings("null") == ["wrong-type -"])
  }

  @Test func mediaType() throws {
    let validator = try Self.validator(
      "carrier: json\nmedia_type: application/problem+json\nfields: {code: code}")
    func findings(_ type: String) -> [String] {
      validator.findings(
        in: Exchange(surface: "api", headers: ["Content-Type": type], body: #"{"code":"taken"}"#.utf8)
      ).map(\.description)
    }
    #expect(findings("Application/Problem+JSON; charset=utf-8") == [])
    #expect(findings("application/json") == ["content-type warning 1:1 -"])
  }

  @Test func aDelayInTheBody() throws {
    let response = "carrier: json\nfields: {code: code, retry_after: {name: wait, required: false}}"
    for wait in ["0", "1.5", "null"] {
      #expect(try findings(response, Case(#"{"code":"taken","wait":\#(wait)}"#)) == [])
    }
    #expect(try findings(response, Case(#"{"code":"taken","wait":-1}"#)) == ["retry-after warning 1:24 /wait"])
    #expect(try findings(response, Case(#"{"code":"taken","wait":"5"}"#)) == ["wrong-type error 1:24 /wait"])
  }

  /// The century of a year with two digits is the one that is nearest.
  @Test func datesWithTwoDigits() throws {
    var validator = try Self.validator("carrier: json\nfields: {code: code}")
    func isValid(_ date: String, now: Int) -> Bool {
      validator.now = now
      let headers = ["Content-Type": "application/json", "Retry-After": date]
      return validator.findings(in: Exchange(surface: "api", headers: headers, body: #"{"code":"taken"}"#.utf8)).isEmpty
    }
    let (in1994, in2026, in2050) = (784_111_777, 1_795_900_000, 2_530_000_000)
    #expect(isValid("Sunday, 06-Nov-94 08:49:37 GMT", now: in1994))
    #expect(isValid("Sunday, 06-Nov-94 08:49:37 GMT", now: in2026))
    // November 6 is a Saturday in 2094, and a Thursday in 2070.
    #expect(isValid("Saturday, 06-Nov-94 08:49:37 GMT", now: in2050))
    #expect(isValid("Thursday, 06-Nov-70 08:49:37 GMT", now: in2026))
    #expect(!isValid("Friday, 06-Nov-70 08:49:37 GMT", now: in2026))
  }
}
