import Foundation
import GeneratedBankID
import Testing

/// The generated types, decoding what servers, gateways and proxies actually send.
struct ResponseDecodingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let body: [UInt8]
    let code: CSCErrorCode?
    let message: String?
    let reference: String?

    init(
      _ name: String, _ body: some Sequence<UInt8>, code: CSCErrorCode? = nil, message: String? = nil,
      reference: String? = nil
    ) {
      testDescription = name
      self.body = Array(body)
      self.code = code
      self.message = message
      self.reference = reference
    }
  }

  private static let text = #"{"errorCode":"invalid_token","errorDescription":"Nö 🙂","errorReference":"R1"}"#

  private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return bigEndian ? bytes : bytes.reversed()
    }
  }

  private static func utf32(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar in
      let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: scalar.value >> $0) }
      return bigEndian ? bytes : bytes.reversed()
    }
  }

  static let cases: [Case] = [
    Case("a usual body", text.utf8, code: .invalidToken, message: "Nö 🙂", reference: "R1"),
    Case("nothing", []),
    Case("white space", " \r\n\t".utf8),
    Case("HTML", "<html><body><h1>502 Bad Gateway</h1></body></html>".utf8),
    Case("plain text", "upstream connect error".utf8),
    Case("a JSON text", #""invalid_token""#.utf8),
    Case("a JSON array", "[\(text)]".utf8),
    Case("an empty object", "{}".utf8),
    Case(
      "white space around everything", " { \"errorCode\" :\t\"invalid_token\"\r\n, \"x\" : [ ] } \n".utf8,
      code: .invalidToken),
    Case("a byte order mark", [0xEF, 0xBB, 0xBF] + text.utf8, code: .invalidToken, message: "Nö 🙂", reference: "R1"),
    Case("only a byte order mark", [0xEF, 0xBB, 0xBF]),
    Case(
      "UTF-16LE with a mark", [0xFF, 0xFE] + utf16(text, bigEndian: false), code: .invalidToken, message: "Nö 🙂",
      reference: "R1"),
    Case(
      "UTF-16BE with a mark", [0xFE, 0xFF] + utf16(text, bigEndian: true), code: .invalidToken, message: "Nö 🙂",
      reference: "R1"),
    Case("UTF-16LE", utf16(text, bigEndian: false), code: .invalidToken, message: "Nö 🙂", reference: "R1"),
    Case("UTF-16BE", utf16(text, bigEndian: true), code: .invalidToken, message: "Nö 🙂", reference: "R1"),
    Case(
      "UTF-32LE with a mark", [0xFF, 0xFE, 0, 0] + utf32(text, bigEndian: false), code: .invalidToken, message: "Nö 🙂",
      reference: "R1"),
    Case(
      "UTF-32BE with a mark", [0, 0, 0xFE, 0xFF] + utf32(text, bigEndian: true), code: .invalidToken, message: "Nö 🙂",
      reference: "R1"),
    Case("UTF-32LE", utf32(text, bigEndian: false), code: .invalidToken, message: "Nö 🙂", reference: "R1"),
    Case("UTF-32BE", utf32(text, bigEndian: true), code: .invalidToken, message: "Nö 🙂", reference: "R1"),
    Case("truncated UTF-16", [0xFF, 0xFE, 0x7B]),
    Case("only a UTF-16 mark", [0xFF, 0xFE]),
    Case("a NUL", [0]),
    Case(
      "Latin-1 in a text", #"{"errorCode":"invalid_token","errorDescription":"f"#.utf8 + [0xFC] + #"r"}"#.utf8,
      code: .invalidToken, message: "f\u{FFFD}r"),
    Case(
      "a numeric reference", #"{"errorCode":"invalid_token","errorReference":12345678901234567890}"#.utf8,
      code: .invalidToken, reference: "12345678901234567890"),
    Case(
      "a fraction as reference", #"{"errorCode":"invalid_token","errorReference":-1.50e+2}"#.utf8, code: .invalidToken,
      reference: "-1.50e+2"),
    Case("a null reference", #"{"errorCode":"invalid_token","errorReference":null}"#.utf8, code: .invalidToken),
    Case(
      "a reference of another type",
      #"{"errorCode":"invalid_token","errorReference":{"id":["R1"]},"errorDescription":true}"#.utf8, code: .invalidToken
    ),
    Case("a doubled key", #"{"errorCode":"invalid_request","errorCode":"invalid_token"}"#.utf8, code: .invalidToken),
    Case(
      "a doubled key, the second null", #"{"errorCode":"invalid_token","errorCode":null}"#.utf8, code: .invalidToken),
    Case(
      "extra fields",
      #"{"a":[1,{"b":[[],{}]}],"errorCode":"invalid_token","c":false,"d":"\"}{","e":null,"f":-0.0E-1}"#.utf8,
      code: .invalidToken),
    Case(
      "an unknown code", #"{"errorCode":"quota_exceeded","errorDescription":"No"}"#.utf8,
      code: .unrecognized("quota_exceeded"), message: "No"),
    Case("a code of other case", #"{"errorCode":"INVALID_TOKEN"}"#.utf8, code: .unrecognized("INVALID_TOKEN")),
    Case("a numeric code", #"{"errorCode":401}"#.utf8, code: .unrecognized("401")),
    Case("an empty code", #"{"errorCode":"","errorReference":"R1"}"#.utf8, reference: "R1"),
    Case("no code", #"{"errorDescription":"No","errorReference":"R1"}"#.utf8, message: "No", reference: "R1"),
    Case("an OAuth body", #"{"error":"invalid_client","error_description":"No"}"#.utf8),
    Case("a key in another case", #"{"ErrorCode":"invalid_token"}"#.utf8),
    Case("an escaped key", #"{"\u0065rror\u0043ode":"invalid_token"}"#.utf8, code: .invalidToken),
    Case(
      "escapes", #"{"errorCode":"invalid\u005ftoken","errorDescription":"\"\\\/\b\f\n\r\t\u00e9\uD83D\ude42"}"#.utf8,
      code: .invalidToken, message: "\"\\/\u{8}\u{C}\n\r\té🙂"),
    Case(
      "unpaired surrogates", #"{"errorCode":"invalid_token","errorDescription":"\ud83dx\ude42"}"#.utf8,
      code: .invalidToken, message: "\u{FFFD}x\u{FFFD}"),
    Case(
      "two high surrogates", #"{"errorCode":"invalid_token","errorDescription":"\ud83d\ud83d\ude42"}"#.utf8,
      code: .invalidToken, message: "\u{FFFD}🙂"),
    Case(
      "NUL in a text", #"{"errorCode":"invalid_token","errorDescription":"a\u0000b"}"#.utf8, code: .invalidToken,
      message: "a\0b"),
    Case("cut off", text.utf8.dropLast(3)),
    Case("cut off at an escape", #"{"errorCode":"\u00"#.utf8),
    Case("cut off at a backslash", #"{"errorCode":"\"#.utf8),
    Case("text after the end", (text + "<!-- served by edge-7 -->").utf8),
    Case("two objects", (text + text).utf8),
    Case("an extra comma", #"{"errorCode":"invalid_token",}"#.utf8),
    Case("a missing comma", #"{"errorCode":"invalid_token" "x":1}"#.utf8),
    Case("single quotes", "{'errorCode':'invalid_token'}".utf8),
    Case("a comment", #"{"errorCode":"invalid_token"/**/}"#.utf8),
    Case("a line break in a text", "{\"errorCode\":\"invalid_token\",\"errorDescription\":\"a\nb\"}".utf8),
    Case("a bad escape", #"{"errorCode":"invalid_token","x":"\x41"}"#.utf8),
    Case("a bad number", #"{"errorCode":"invalid_token","x":01}"#.utf8),
    Case("a number without digits", #"{"errorCode":"invalid_token","x":-}"#.utf8),
    Case("not a number", #"{"errorCode":"invalid_token","x":NaN}"#.utf8),
    Case("a mismatched bracket", #"{"errorCode":"invalid_token","x":[1}}"#.utf8),
    Case(
      "nested to the limit",
      (#"{"errorCode":"invalid_token","x":"# + String(repeating: "[", count: 511) + String(repeating: "]", count: 511)
        + "}").utf8, code: .invalidToken),
    Case(
      "nested too deeply",
      (#"{"errorCode":"invalid_token","x":"# + String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
        + "}").utf8),
    Case("a million brackets", String(repeating: "[", count: 1_000_000).utf8),
    Case("a million levels", (#"{"x":"# + String(repeating: #"{"x":"#, count: 1_000_000)).utf8),
  ]

  @Test(arguments: cases)
  func readsABody(_ item: Case) {
    let error = CSCError(status: 502, headers: ["Retry-After": "7"], body: Data(item.body))
    #expect(error.code == item.code)
    #expect(error.rawCode == item.code?.rawValue)
    #expect(error.message == item.message)
    #expect(error.reference == item.reference)
    #expect(error.status == 502)
    #expect(error.body == Data(item.body))
    #expect(error.retryAfter == .seconds(7))
    #expect(error.recovery == item.code?.recovery)
    #expect(error.errorDescription?.isEmpty == false)
    #expect(error.description.contains("502"))
    if let reference = item.reference { #expect(error.localizedDescription.contains(reference)) }
  }

  /// A slice whose first index isn't zero.
  @Test func readsASlice() {
    let data = Data("xx\(Self.text)yy".utf8).dropFirst(2).dropLast(2)
    #expect(CSCError(status: 401, body: data).code == .invalidToken)
  }

  @Test(arguments: CSCErrorCode.known + [.unrecognized("a \"quote\" \\ and\ta tab 🙂\u{1}")])
  func writesABodyThatReadsBack(_ code: CSCErrorCode) throws {
    let error = CSCError(code, message: "Nö \"quoted\" \u{7}", reference: "R1")
    let object = try #require(try JSONSerialization.jsonObject(with: error.body) as? [String: String])
    #expect(
      object == ["errorCode": code.rawValue, "errorDescription": "Nö \"quoted\" \u{7}", "errorReference": "R1"])
    #expect(error.status == code.httpStatus ?? 500)
    #expect(CSCError(status: error.status, body: error.body) == error)
    #expect(CSCError(code).message == code.summary)
    #expect(CSCError(code, status: 418).status == 418)
  }

  @Test(arguments: [
    ("Retry-After", "120", 120.0), ("retry-after", " 0 ", 0), ("retry-after", "99999999999999999999", 1e9),
    ("RETRY-AFTER", "Sun, 06 Nov 1994 08:49:37 GMT", 60),
    ("Retry-after", "Sunday, 06-Nov-94 08:49:37 GMT", 60), ("Retry-After", "Sun Nov  6 08:49:37 1994", 60),
    ("Retry-After", "Sun, 06 Nov 1994 08:47:00 GMT", 0),
  ])
  func readsRetryAfter(_ name: String, _ value: String, _ delay: TimeInterval) {
    let error = CSCError(status: 503, headers: ["Content-Type": "text/html", name: value], body: Data())
    let now = Date(timeIntervalSince1970: 784_111_717)  // 1994-11-06 08:48:37
    #expect(error.retryAfter?.delay(from: now) == delay)
  }

  @Test(arguments: [
    "", " ", "soon", "-1", "+1", "1.5", "1e3", "0x10", "٣", "Sun, 31 Feb 1994 08:49:37 GMT",
    "Sun, 06 Nov 1994 25:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 06 Foo 1994 08:49:37 GMT",
    "06 Nov 1994", "1994-11-06T08:49:37Z", ",,,,,,,,", "Sun, -6 Nov 1994 08:49:37 GMT",
    "Sun, 06 Nov 99999999999999999999 08:49:37 GMT",
  ])
  func ignoresInvalidRetryAfter(_ value: String) {
    #expect(CSCError(status: 503, headers: ["Retry-After": value], body: Data()).retryAfter == nil)
  }

  @Test func describesTheError() {
    let error = CSCError(.cscUserKeysLimit, reference: "R1")
    #expect(error.isRetryable && error.recovery == .retryLater && error.category == .service)
    #expect(
      error.errorDescription
        == "The signing backend key generation limit has been reached. Retry after a short delay (reference R1)")
    #expect(
      error.failureReason == "The signing backend key generation limit has been reached. Retry after a short delay")
    #expect(error.recoverySuggestion?.hasPrefix("The signing backend cannot generate more keys") == true)
    #expect(error.helpAnchor == "csc-csc_user_keys_limit")
    #expect(error.description.hasPrefix("CSCError csc_user_keys_limit, HTTP 503: The signing backend"))

    let unknown = CSCError(status: 503, body: Data("<html>".utf8))
    #expect(!unknown.isRetryable && unknown.recovery == nil && unknown.helpAnchor == nil)
    #expect(unknown.errorDescription == "The server responded with HTTP status 503 and no error code.")
  }

  /// A thrown error is caught by its code, independently of its other properties.
  @Test(arguments: [
    (CSCErrorCode.tokenAlreadyUsed, "used"), (.unrecognized("new"), "new"), (.unrecognized("other"), "a CSC error"),
  ])
  func isCaughtByItsCode(_ code: CSCErrorCode, _ expected: String) {
    let caught: String
    do {
      throw CSCError(code, reference: "R1") as any Error
    } catch CSCError.code(.invalidToken), CSCError.code(.internalError) {
      caught = "another code"
    } catch CSCError.code(.tokenAlreadyUsed) {
      caught = "used"
    } catch CSCError.code(.unrecognized("new")) {
      caught = "new"
    } catch is CSCError {
      caught = "a CSC error"
    } catch {
      caught = "something else"
    }
    #expect(caught == expected)
    #expect(!(CSCErrorCode.tokenAlreadyUsed ~= CancellationError()))
  }

  @Test(arguments: [
    ("/credentials/list", #"{"errorCode":"invalid_token"}"#, "CSCError", "invalid_token"),
    ("/signatures/signHash?x=/oauth2/token", #"{"errorCode":"new"}"#, "CSCError", "new"),
    ("/info", #"{}"#, "CSCError", nil),
    ("/oauth2/token", #"{"error":"invalid_client"}"#, "OAuthTokenError", "invalid_client"),
    ("/oauth2/token", "<html>", "OAuthTokenError", nil),
    ("/credentials/list", #"{"error":"invalid_client"}"#, "OAuthTokenError", "invalid_client"),
    ("/oauth2/token", #"{"errorCode":"invalid_token"}"#, "CSCError", "invalid_token"),
    ("/oauth2/token", #"{"errorCode":"a","error":"b"}"#, "OAuthTokenError", "b"),
    ("/elsewhere", #"{"error":"invalid_client"}"#, "OAuthTokenError", "invalid_client"),
    ("/elsewhere", "", "CSCError", nil), ("", "", "CSCError", nil), ("/credentials", "", "CSCError", nil),
    ("/credentials/", #"{"error":"b","errorCode":"a"}"#, "CSCError", "a"),
    ("/csc/v2/oauth2/token", "", "OAuthTokenError", nil), ("/csc/v2/info", "", "CSCError", nil),
    ("/csc/v2/oauth2/token", #"{"errorCode":"a","error":"b"}"#, "OAuthTokenError", "b"), ("token", "", "CSCError", nil),
  ])
  func findsTheSurface(_ path: String, _ body: String, _ type: String, _ code: String?) {
    let error = BankIDCSC.error(path: path, status: 400, headers: ["retry-after": "1"], body: Data(body.utf8))
    #expect(String(describing: Swift.type(of: error)) == type)
    #expect(error.rawCode == code && error.status == 400 && error.retryAfter == .seconds(1))
    #expect(error.body == Data(body.utf8))
  }
}
